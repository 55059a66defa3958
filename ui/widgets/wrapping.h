// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QFontMetrics;
class QTableView;

namespace gatehouse::ui::widgets {

/// How QPainter has to break `text` so that nothing of it is cut at `width`: between words, or where one is longer than
/// that, anywhere.
[[nodiscard]] int wrapFlags(const QString& text, const QFontMetrics& font, int width);
/// The width of its widest word.
[[nodiscard]] int widestWord(const QString& text, const QFontMetrics& font);

/// For small tables that are read rather than scanned: texts wrap, and each row is as high as its texts are at these
/// widths of the columns. Needs a StatusDelegate. Measures every row: never for a windowed model.
void wrapRows(QTableView& view);

} // namespace gatehouse::ui::widgets
