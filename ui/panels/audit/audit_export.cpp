// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/audit_export.h"

#include "ui/client/convert.h"
#include "ui/widgets/record_json.h"

namespace gatehouse::ui::panels::audit {

using client::toQString;

namespace {

constexpr int kPage = 500;

QStringList titles() {
    return QStringLiteral("seq time type outcome reason actorType actorId actorName targetType targetId targetName ip "
                          "flowId hash")
        .split(u' ');
}

QStringList cells(const admin::api::AuditRecord& record) {
    return {QString::number(record.seq),
            client::toDateTime(record.time).toString(Qt::ISODateWithMs),
            toQString(record.type),
            toQString(record.outcome),
            toQString(record.reason),
            toQString(record.actor.type),
            toQString(record.actor.id),
            toQString(record.actor.name),
            toQString(record.target.type),
            toQString(record.target.id),
            toQString(record.target.name),
            toQString(record.ip),
            record.flowId ? toQString(*record.flowId) : QString(),
            toQString(record.hash)};
}

} // namespace

AuditExport::AuditExport(client::AdminClient& client, client::Requests& requests, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_requests(requests) {}

void AuditExport::start(const QString& tenant, const client::AuditQuery& query, const QString& filter,
                        const QString& path, widgets::ExportFormat format) {
    m_tenant = tenant;
    m_query = query;
    m_query.limit = kPage;
    m_query.before = 0;
    m_filter = filter;
    m_path = path;
    m_file = std::make_unique<widgets::ExportFile>(path, format, titles());
    askPage();
}

void AuditExport::cancel() {
    m_asking.drop();
    m_file.reset();
}

void AuditExport::askPage() {
    m_requests.askLatest(m_asking, m_client.auditRecords(m_tenant, m_query), this, [this](auto outcome) {
        if (!outcome) {
            const qint64 rows = m_file->rows();
            m_file.reset();
            emit finished(m_path, rows, outcome.error().title);
            return;
        }
        for (const admin::api::AuditRecord& record : outcome->items) {
            m_file->add(cells(record), widgets::recordJson(record));
        }
        if (outcome->nextCursor) {
            m_query.before = outcome->items.back().seq;
            emit progressed(m_file->rows());
            askPage();
            return;
        }
        const QString problem = m_file->finish(tr("Audit log of %1").arg(m_tenant), m_filter);
        const qint64 rows = m_file->rows();
        m_file.reset();
        emit finished(m_path, rows, problem);
    });
}

} // namespace gatehouse::ui::panels::audit
