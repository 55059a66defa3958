// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QObject>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"
#include "ui/widgets/table_export.h"

namespace gatehouse::ui::panels::audit {

/// Writes every record that a filter lets through, page by page from the newest one, with a manifest.
class AuditExport final : public QObject {
    Q_OBJECT
public:
    AuditExport(client::AdminClient& client, client::Requests& requests, QObject* parent = nullptr);

    /// `filter` in words, for the manifest. One at a time: a second one ends the first.
    void start(const QString& tenant, const client::AuditQuery& query, const QString& filter, const QString& path,
               widgets::ExportFormat format);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_file != nullptr; }

signals:
    void progressed(qint64 rows);
    /// `problem` is empty if everything was written.
    void finished(const QString& path, qint64 rows, const QString& problem);

private:
    void askPage();

    client::AdminClient& m_client;
    client::Requests& m_requests;
    client::Latest m_asking;
    QString m_tenant;
    QString m_filter;
    QString m_path;
    client::AuditQuery m_query;
    std::unique_ptr<widgets::ExportFile> m_file;
};

} // namespace gatehouse::ui::panels::audit
