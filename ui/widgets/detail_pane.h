// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/status.h"

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace gatehouse::ui::widgets {

class EmptyState;
class FlowLayout;
class ErrorBanner;

/// The right half of a panel: what is selected. Head with title, state and actions; a body that scrolls; a foot whose
/// buttons never scroll away.
class DetailPane final : public QWidget {
    Q_OBJECT
public:
    explicit DetailPane(const QString& name, QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& sentence = {});
    void setChip(Status status, const QString& word);
    void hideChip();
    void addAction(QWidget* widget);
    using QWidget::addAction;
    [[nodiscard]] ErrorBanner* banner() const { return m_banner; }
    /// Where the content goes; it scrolls.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Left of the foot: secondary; right: primary. One above the other where it is narrow.
    void addFootLeft(QWidget* widget);
    void addFootRight(QWidget* widget);

    /// Nothing is selected: says what to do instead of an empty sheet, with a button where that is one act.
    void showEmpty(const QString& iconName, const QString& sentence, const QString& action = {});
    void showContent();
    void scrollTo(QWidget* widget);

signals:
    /// The button of showEmpty().
    void emptyActionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// The actions stand below a title that has no room beside them.
    void arrangeHead();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_title;
    QLabel* m_sentence;
    StatusChip* m_chip;
    QHBoxLayout* m_actions;
    ErrorBanner* m_banner;
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    QWidget* m_foot;
    FlowLayout* m_footLeft;
    QHBoxLayout* m_footRight;
    QBoxLayout* m_footRow;
};

/// List at the left, details at the right, neither to be closed by dragging.
[[nodiscard]] QSplitter* masterDetail(QWidget* list, QWidget* detail, int listWidth, int detailWidth, QWidget* parent);

} // namespace gatehouse::ui::widgets
