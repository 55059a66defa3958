// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QToolButton>

#include "ui/shell/notifications.h"
#include "ui/shell/popup_panel.h"

namespace gatehouse::ui::shell {

/// The bell of the top bar with its count, and the list of what should not be missed.
class NotificationBell final : public QToolButton {
    Q_OBJECT
public:
    explicit NotificationBell(Notifications& notifications, QWidget* parent = nullptr);

    void openList();
    [[nodiscard]] PopupPanel* list() const { return m_list; }

signals:
    void goTo(const gatehouse::ui::shell::Place& place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();
    void fill();
    [[nodiscard]] QWidget* makeRow(const Notifications::Note& note);

    Notifications& m_notifications;
    QPointer<PopupPanel> m_list;
};

} // namespace gatehouse::ui::shell
