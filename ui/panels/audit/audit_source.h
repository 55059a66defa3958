// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unordered_map>
#include <vector>

#include <QObject>
#include <QTimer>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"
#include "ui/panels/audit/audit_model.h"

namespace gatehouse::ui::panels::audit {

/// Fills the model from the broker: any page by its numbers, filtered views by positions that are counted in the
/// background, and what comes while one looks.
class AuditSource final : public QObject {
    Q_OBJECT
public:
    AuditSource(client::AdminClient& client, client::Requests& requests, AuditModel& model, QObject* parent = nullptr);

    /// Shows another part of the log, from its newest record.
    void open(const QString& tenant, const client::AuditQuery& query);
    void close();
    /// A record of that number was written: it is asked for soon.
    void heardOf(qint64 seq);
    /// Nobody told us, but there may be more.
    void lookForNew();
    /// While paused, what is new is counted and waits.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] const client::AuditQuery& query() const { return m_query; }
    /// Records of the whole log when it was opened.
    [[nodiscard]] qint64 wholeLog() const { return m_head; }
    /// Every record of the view is counted.
    [[nodiscard]] bool isCounted() const { return m_counted; }
    /// When the newest record of the whole log was written.
    [[nodiscard]] const QDateTime& newestAt() const { return m_newestAt; }

signals:
    /// The first rows are there, or there are none.
    void opened();
    /// A filtered view is longer than it was known to be, or is counted.
    void countChanged();
    void failed(const gatehouse::ui::client::Failure& failure);
    /// How many records wait for the pause to end.
    void waitingChanged(int count);

private:
    void askHead();
    void askPositions(const QString& cursor);
    void askPage(int page);
    void dropPage(int page);
    void askNew();
    void openAgain();
    void takeNew(std::vector<admin::api::AuditRecord> records);

    client::AdminClient& m_client;
    client::Requests& m_requests;
    AuditModel& m_model;
    QString m_tenant;
    client::AuditQuery m_query;
    qint64 m_head = 0; ///< newest number when it was opened
    qint64 m_seen = 0; ///< everything up to here is shown, waits, or was filtered out
    qint64 m_heard = 0;
    QDateTime m_newestAt;
    std::vector<qint64> m_starts;
    qint64 m_count = 0;
    bool m_counted = false;
    bool m_paused = false;
    bool m_overtaken = false; ///< while paused, more came than is worth inserting
    std::vector<admin::api::AuditRecord> m_waiting;
    std::unordered_map<int, client::Latest> m_pages;
    client::Latest m_asked;
    client::Latest m_positions;
    client::Latest m_new;
    bool m_askingNew = false;
    QTimer m_soon;
};

} // namespace gatehouse::ui::panels::audit
