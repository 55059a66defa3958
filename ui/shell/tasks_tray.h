// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QToolButton>

#include "ui/shell/popup_panel.h"
#include "ui/shell/tasks.h"

namespace gatehouse::ui::shell {

/// The button in the status bar that says how many tasks run and how far they are, and their list with Cancel.
/// Hidden until there was a first one.
class TasksTray final : public QToolButton {
    Q_OBJECT
public:
    explicit TasksTray(Tasks& tasks, QWidget* parent = nullptr);

    void openList();
    /// The list while it is open.
    [[nodiscard]] PopupPanel* list() const { return m_list; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();
    void fill();
    [[nodiscard]] QWidget* makeRow(const Tasks::Task& task);

    Tasks& m_tasks;
    QPointer<PopupPanel> m_list;
};

} // namespace gatehouse::ui::shell
