// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrapping.h"

#include <algorithm>

#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>
#include <QTimer>

#include "ui/theme/theme.h"

namespace gatehouse::ui::widgets {

int widestWord(const QString& text, const QFontMetrics& font) {
    int widest = 0;
    for (const QStringView word : QStringView(text).split(u' ')) {
        widest = std::max(widest, font.horizontalAdvance(word.toString()));
    }
    return widest;
}

int wrapFlags(const QString& text, const QFontMetrics& font, int width) {
    return widestWord(text, font) > width ? Qt::TextWrapAnywhere : Qt::TextWordWrap;
}

void wrapRows(QTableView& view) {
    view.setWordWrap(true);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->setMinimumSectionSize(theme::kRowHeight);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* later = new QTimer(&view); // once for all columns that change together
    later->setSingleShot(true);
    QObject::connect(later, &QTimer::timeout, &view, &QTableView::resizeRowsToContents);
    QObject::connect(view.horizontalHeader(), &QHeaderView::sectionResized, later, [later] { later->start(0); });
}

} // namespace gatehouse::ui::widgets
