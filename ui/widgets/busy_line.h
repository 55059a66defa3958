// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProgressBar>
#include <QTimer>

namespace gatehouse::ui::widgets {

/// A thin line that says that something is under way, for what takes longer than half a second: what is quicker needs
/// no sign. Keeps its place while it is hidden, so that nothing below it jumps.
class BusyLine final : public QProgressBar {
    Q_OBJECT
public:
    explicit BusyLine(const QString& name, QWidget* parent = nullptr);
    void setBusy(bool busy);

private:
    QTimer m_patience;
};

} // namespace gatehouse::ui::widgets
