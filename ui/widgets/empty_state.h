// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui::widgets {

/// What a list says when it has nothing: one sentence and one action.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// An empty `action` shows no button.
    void setContent(const QString& iconName, const QString& sentence, const QString& action = {});
    /// A link to the page of help about what is shown, where the window has one (its action "help.page").
    void offerHelp();
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton* button() const { return m_action; }

signals:
    void actionRequested();

private:
    QVBoxLayout* m_column;
    QWidget* m_icon = nullptr;
    QLabel* m_sentence;
    QPushButton* m_action;
    QPushButton* m_help;
};

} // namespace gatehouse::ui::widgets
