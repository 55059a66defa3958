// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QLayout>
#include <QList>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gatehouse::ui::widgets {

/// Puts chips side by side and starts a new line where the width ends. Follows the layout direction.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr, int spacing = 6);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    int m_spacing;
};

/// Empties a layout and deletes its widgets.
void clearLayout(QLayout& layout);

/// A surface with a hairline outline, a section title and room for actions at its right.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void addAction(QWidget* widget);
    using QWidget::addAction;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

/// The head of a page: title, one muted sentence below it, and the page's actions at the right.
class PageHeader final : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, const QString& sentence = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSentence(const QString& sentence);
    void addAction(QWidget* widget);
    using QWidget::addAction;

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_actions;
};

/// Labels in the roles of theme::TextSize.
[[nodiscard]] QLabel* titleLabel(const QString& text, QWidget* parent);
[[nodiscard]] QLabel* sectionLabel(const QString& text, QWidget* parent);
/// Muted, wrapping; follows the palette.
[[nodiscard]] QLabel* mutedLabel(const QString& text, QWidget* parent);

} // namespace gatehouse::ui::widgets
