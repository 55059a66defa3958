// SPDX-License-Identifier: Apache-2.0
// How FilterTable writes its rows to a file.
#include <QAbstractItemModel>
#include <QFileDialog>
#include <QHeaderView>

#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::ui::widgets {

QString FilterTable::exportTo(const QString& path, ExportFormat format) const {
    const QHeaderView& header = *m_view->horizontalHeader();
    ExportFile file(path, format, shownTitles(header));
    for (int row = 0; row < m_view->model()->rowCount(); ++row) {
        file.add(shownCells(header, row), rowJson(m_view->model()->index(row, 0), JsonStyle::OneLine));
    }
    return file.finish(m_exportName, filterText());
}

void FilterTable::startExport() {
    auto* dialog = new QFileDialog(this, tr("Export %1").arg(m_exportName));
    const QString lines = tr("JSON lines (*.jsonl)");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), lines});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, lines](const QString& filter) {
        dialog->setDefaultSuffix(filter == lines ? QStringLiteral("jsonl") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const ExportFormat format =
            path.endsWith(QLatin1String(".jsonl")) ? ExportFormat::JsonLines : ExportFormat::Csv;
        if (m_filterBy == FilterBy::Panel) {
            emit exportRequested(path, format);
            return;
        }
        const QString problem = exportTo(path, format);
        if (problem.isEmpty()) {
            emit said(tr("Exported to %1, with a manifest beside it.").arg(path));
        } else {
            m_error->showError({tr("The export could not be written."), problem, {}, false});
        }
    });
    dialog->open();
}

} // namespace gatehouse::ui::widgets
