// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::ui::shell {

/// Takes the place of what Qt tells a screen reader of a main window. Qt 6.4 (QAccessibleMainWindow::child) gives the
/// nth part without looking whether it is there, and ends the program when a reader asks a moment after the window was
/// hidden. Call it once, before the first window.
void makeMainWindowsSafeToRead();

} // namespace gatehouse::ui::shell
