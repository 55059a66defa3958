// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/table_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "ui/widgets/column_fit.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {
namespace {

const auto kOrder = QStringLiteral("order");
const auto kWidths = QStringLiteral("widths");
const auto kHidden = QStringLiteral("hidden");
const auto kSortColumn = QStringLiteral("sortColumn");
const auto kSortOrder = QStringLiteral("sortOrder");

QString titleOf(const QHeaderView& header, int column) {
    return header.model()->headerData(column, Qt::Horizontal).toString();
}

QList<int> shownColumns(const QHeaderView& header) {
    QList<int> columns;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column) || ColumnFit::isAside(header, column)) { // aside: nobody hid it
            columns.append(column);
        }
    }
    return columns;
}

} // namespace

QString cellText(const QModelIndex& index) {
    const QVariant whole = index.data(TextRole);
    return presented((whole.isValid() ? whole : index.data(Qt::DisplayRole)).toString());
}

QByteArray rowJson(const QModelIndex& index, JsonStyle style) {
    const auto format = style == JsonStyle::Indented ? QJsonDocument::Indented : QJsonDocument::Compact;
    QByteArray json = presentedJson(index.data(JsonRole).toByteArray());
    if (!json.isEmpty()) {
        if (style == JsonStyle::Indented) {
            json = QJsonDocument::fromJson(json).toJson(format);
        }
        return json.trimmed();
    }
    QJsonObject object;
    for (int column = 0; column < index.model()->columnCount(); ++column) {
        object.insert(index.model()->headerData(column, Qt::Horizontal).toString(),
                      cellText(index.siblingAtColumn(column)));
    }
    return QJsonDocument(object).toJson(format).trimmed();
}

QStringList shownTitles(const QHeaderView& header) {
    QStringList titles;
    for (const int column : shownColumns(header)) {
        titles.append(titleOf(header, column));
    }
    return titles;
}

QStringList shownCells(const QHeaderView& header, int row) {
    QStringList cells;
    for (const int column : shownColumns(header)) {
        cells.append(cellText(header.model()->index(row, column)));
    }
    return cells;
}

QString selectionText(const QHeaderView& header, const QModelIndexList& rows) {
    const auto line = [](QStringList cells) {
        for (QString& cell : cells) {
            cell = cell.simplified();
        }
        return cells.join(u'\t');
    };
    QStringList lines{line(shownTitles(header))};
    for (const QModelIndex& index : rows) {
        lines.append(line(shownCells(header, index.row())));
    }
    return lines.join(u'\n');
}

QVariantMap saveColumns(const QHeaderView& header) {
    QVariantList order;
    QVariantList widths;
    QVariantList hidden;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        order.append(column);
        // A hidden column has no width; one that nobody dragged is the window's business.
        const bool own =
            header.sectionResizeMode(place) == QHeaderView::Interactive && !ColumnFit::decides(header, place);
        widths.append(own && !header.isSectionHidden(place) ? header.sectionSize(place) : 0);
        if (header.isSectionHidden(place) && !ColumnFit::isAside(header, place)) {
            hidden.append(place);
        }
    }
    QVariantMap state{{kOrder, order}, {kWidths, widths}, {kHidden, hidden}};
    if (header.isSortIndicatorShown()) {
        state.insert(kSortColumn, header.sortIndicatorSection());
        state.insert(kSortOrder, static_cast<int>(header.sortIndicatorOrder()));
    }
    return state;
}

void restoreColumns(QHeaderView& header, const QVariantMap& state) {
    const QVariantList order = state.value(kOrder).toList();
    const QVariantList widths = state.value(kWidths).toList();
    if (order.size() != header.count() || widths.size() != header.count()) {
        return;
    }
    for (int place = 0; place < header.count(); ++place) {
        const int column = order.at(place).toInt();
        if (column >= 0 && column < header.count()) {
            header.moveSection(header.visualIndex(column), place);
        }
        const int width = widths.at(place).toInt();
        if (width > 0 && header.sectionResizeMode(place) == QHeaderView::Interactive) {
            setColumnShown(header, place, true); // who gave it a width wants to see it
            header.resizeSection(place, width);
        }
    }
    const QVariantList hidden = state.value(kHidden).toList();
    for (int column = 0; column < header.count(); ++column) {
        if (!ColumnFit::isAside(header, column)) {
            setColumnShown(header, column, true);
        }
    }
    for (const QVariant& column : hidden) {
        setColumnShown(header, column.toInt(), false);
    }
    const int sorted = state.value(kSortColumn, -1).toInt();
    if (header.isSortIndicatorShown() && sorted >= 0 && sorted < header.count()) {
        header.setSortIndicator(sorted,
                                state.value(kSortOrder).toInt() == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    }
}

void setColumnShown(QHeaderView& header, int column, bool shown) {
    if (column < 0 || column >= header.count() ||
        (!shown && header.count() - header.hiddenSectionCount() <= 1 && !header.isSectionHidden(column))) {
        return;
    }
    if (header.isSectionHidden(column) == shown || ColumnFit::isAside(header, column)) {
        ColumnFit::choose(header, column);
        header.setSectionHidden(column, !shown);
    }
}

} // namespace gatehouse::ui::widgets
