// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace gatehouse::ui::shell {

/// A sheet that drops from a button: title, actions, a column that scrolls. Esc and a click beside it close it.
class PopupPanel : public QFrame {
    Q_OBJECT
public:
    PopupPanel(const QString& title, QWidget* parent);

    void addAction(QWidget* widget);
    using QWidget::addAction;
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Beside the button, above or below it, wherever there is room, with the keyboard on its first row.
    void openAt(const QWidget& button);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_head;
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
};

} // namespace gatehouse::ui::shell
