// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::ui::shell {

/// Takes the place of what Qt tells a screen reader of a scroll area. Qt 6.4 (QAccessibleAbstractScrollArea::child)
/// gives the nth part without looking whether it is there, and ends the program when a reader asks for a scroll bar
/// that went a moment ago. Call it once, before the first window.
void makeScrollAreasSafeToRead();

} // namespace gatehouse::ui::shell
