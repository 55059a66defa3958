// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace gatehouse::ui::shell {

/// Goes to the next (+1) or previous (-1) match, round and round: in the text or tree that has the keyboard, of what is
/// selected there or else of the list's filter; elsewhere among the rows that the list's filter leaves. False where
/// nothing is searched for, or nothing matches.
bool findNextIn(QWidget& panel, int step);

} // namespace gatehouse::ui::shell
