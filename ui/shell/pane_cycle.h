// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace gatehouse::ui::shell {

/// Puts the keyboard into the next (+1) or previous (-1) of these panes that can take it, round and round: where it
/// last was in there, else on its first field. False where none can.
bool focusPane(const QList<QWidget*>& panes, QWidget* focused, int step);

} // namespace gatehouse::ui::shell
