// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel_print.h"

#include <algorithm>

#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include "ui/shell/panel_state.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/status.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::ui::shell {
namespace {

constexpr double kMargin = 15;

QString rowOf(const QStringList& cells, const char* cell) {
    QString row = QStringLiteral("<tr>");
    for (const QString& text : cells) {
        row += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(QLatin1String(cell), text.toHtmlEscaped());
    }
    return row + QStringLiteral("</tr>");
}

} // namespace

PanelPrint::PanelPrint(QWidget& panel, QString heading, QString place)
    : m_panel(panel)
    , m_heading(std::move(heading))
    , m_place(std::move(place)) {}

QString PanelPrint::html() const {
    const widgets::FilterTable* list = listInSight(m_panel);
    if (list == nullptr) {
        return {};
    }
    const QHeaderView& header = *list->view()->horizontalHeader();
    const QAbstractItemModel& model = *list->view()->model();
    QString rows;
    int printed = 0;
    int row = 0;
    for (; row < model.rowCount() && printed < kMostRows; ++row) {
        const QModelIndex index = model.index(row, 0);
        if (index.data(widgets::LoadingRole).toBool()) {
            break; // only what has come so far
        }
        rows += rowOf(widgets::shownCells(header, row), "td");
        ++printed;
    }
    QStringList facts;
    for (const QString& fact : {widgets::presented(m_place), widgets::absoluteTime(QDateTime::currentDateTimeUtc())}) {
        if (!fact.isEmpty()) {
            facts.append(fact);
        }
    }
    if (const QString filter = list->filterInWords(); !filter.isEmpty()) {
        facts.append(tr("Filter: %1").arg(widgets::presented(filter)));
    }
    const QLocale locale;
    const QString rest = row < model.rowCount() ? tr("The first %1 of %2. An export has all of them.")
                                                      .arg(locale.toString(printed), locale.toString(model.rowCount()))
                                                : tr("%n row(s)", nullptr, printed);
    return QStringLiteral("<h2>%1</h2><p>%2</p><table cellpadding=\"3\" cellspacing=\"0\" border=\"1\" "
                          "style=\"border-collapse: collapse; border-color: #868E99\" width=\"100%\">"
                          "<thead>%3</thead>%4</table><p>%5</p>")
        .arg(m_heading.toHtmlEscaped(), facts.join(QStringLiteral(" · ")).toHtmlEscaped(),
             rowOf(widgets::shownTitles(header), "th"), rows, rest.toHtmlEscaped());
}

bool PanelPrint::writePdf(const QString& path) const {
    const QString list = html();
    {
        QPdfWriter paper(path);
        paper.setPageSize(
            QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4));
        paper.setPageOrientation(QPageLayout::Landscape);
        paper.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
        paper.setTitle(m_heading);
        if (!list.isEmpty()) {
            QTextDocument text;
            text.setDefaultFont(m_panel.font());
            text.setHtml(list);
            text.print(&paper);
        } else {
            const QPixmap picture = m_panel.grab();
            QPainter painter(&paper);
            const QSize room = picture.size().scaled(painter.viewport().size(), Qt::KeepAspectRatio);
            painter.drawPixmap(QRect(QPoint(0, 0), room), picture);
        }
    }
    return QFileInfo(path).size() > 0;
}

} // namespace gatehouse::ui::shell
