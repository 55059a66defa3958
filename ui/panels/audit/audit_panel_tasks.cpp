// SPDX-License-Identifier: Apache-2.0
// What takes AuditPanel longer than a moment: the export of everything that the filter lets through, and the proof of
// the chain. Both are in the tasks tray, where they can be cancelled too.
#include <QLocale>
#include <QPushButton>

#include "ui/panels/audit/audit_export.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/audit/audit_source.h"
#include "ui/panels/audit/chain_badge.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::panels::audit {
namespace {

constexpr int kSlowMs = 1000;

} // namespace

void AuditPanel::connectTasks() {
    connect(m_table, &widgets::FilterTable::exportRequested, this, &AuditPanel::startExport);
    connect(m_export, &AuditExport::finished, this, &AuditPanel::showExport);
    connect(m_export, &AuditExport::progressed, this, [this](qint64 rows) {
        m_stopExport->setText(tr("Exporting, %1 so far: stop").arg(QLocale().toString(rows)));
        m_exporting.progress(rows, m_model->rowCount(), tr("%1 records").arg(QLocale().toString(rows)));
    });
    connect(m_stopExport, &QPushButton::clicked, this, &AuditPanel::stopExport);
    m_slowProof.setSingleShot(true);
    m_slowProof.setInterval(kSlowMs);
    connect(m_badge, &ChainBadge::verifying, this, &AuditPanel::showVerifying);
    connect(&m_slowProof, &QTimer::timeout, this, [this] {
        if (tasks() != nullptr) {
            m_verifying = tasks()->start(tr("Verify the audit log of %1").arg(tenant()), [this] { m_badge->cancel(); });
        }
    });
}

void AuditPanel::startExport(const QString& path, widgets::ExportFormat format) {
    m_stopExport->setText(tr("Exporting: stop"));
    m_stopExport->setAccessibleName(tr("Stop the export"));
    m_stopExport->show();
    if (tasks() != nullptr) {
        m_exporting = tasks()->start(tr("Export of the audit log of %1").arg(tenant()), [this] { stopExport(); });
    }
    m_export->start(tenant(), m_source->query(), m_words, path, format);
}

void AuditPanel::stopExport() {
    m_export->cancel();
    m_stopExport->hide();
    const QString sentence = tr("The export was stopped; no file was written.");
    m_exporting.finish(sentence); // unless it was cancelled there
    emit notice(sentence);
}

void AuditPanel::showExport(const QString& path, qint64 rows, const QString& problem) {
    m_stopExport->hide();
    if (problem.isEmpty()) {
        const QString sentence =
            tr("Exported %1 records to %2, with a manifest beside it.").arg(QLocale().toString(rows), path);
        m_exporting.finish(sentence);
        emit notice(sentence);
    } else {
        const QString sentence = tr("The export could not be finished; no file was written.");
        m_exporting.fail(sentence);
        m_table->showError({sentence, problem, {}, false, {}});
    }
}

void AuditPanel::showVerifying(bool verifying) {
    if (verifying) {
        m_slowProof.start();
        return;
    }
    m_slowProof.stop();
    m_verifying.finish(m_badge->sentence());
    m_verifying = {};
}

} // namespace gatehouse::ui::panels::audit
