// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/audit_source.h"

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::audit {
namespace {

constexpr int kPage = widgets::PageWindow::kPageSize;
constexpr int kSoonMs = 300;    ///< new records are shown in bundles
constexpr int kNewAtOnce = 500; ///< more than that is opened anew
constexpr int kMostFresh = 20'000;

} // namespace

AuditSource::AuditSource(client::AdminClient& client, client::Requests& requests, AuditModel& model, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_requests(requests)
    , m_model(model) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &AuditSource::askNew);
    connect(&model, &AuditModel::pageWanted, this, &AuditSource::askPage);
    connect(&model, &AuditModel::pageDropped, this, &AuditSource::dropPage);
}

void AuditSource::close() {
    m_asked.drop();
    m_positions.drop();
    m_new.drop();
    for (auto& [page, asked] : m_pages) {
        asked.drop();
    }
    m_pages.clear();
    m_soon.stop();
    m_askingNew = false;
    m_waiting.clear();
    m_starts.clear();
    m_count = 0;
    m_counted = false;
    m_head = m_seen = m_heard = 0;
    m_overtaken = false;
    emit waitingChanged(0);
}

void AuditSource::open(const QString& tenant, const client::AuditQuery& query) {
    close();
    m_tenant = tenant;
    m_query = query;
    m_query.limit = kPage;
    askHead();
}

void AuditSource::askHead() {
    client::AuditQuery newest;
    newest.limit = m_query.isWhole() ? kPage : 1;
    m_requests.askLatest(m_asked, m_client.auditRecords(m_tenant, newest), this, [this](auto outcome) {
        if (!outcome) {
            emit failed(outcome.error());
            return;
        }
        const auto& items = outcome->items;
        m_head = m_seen = items.empty() ? 0 : items.front().seq;
        m_newestAt = items.empty() ? QDateTime() : client::toDateTime(items.front().time);
        if (!m_query.isWhole()) {
            askPositions({});
            return;
        }
        m_counted = true;
        m_count = m_head;
        m_model.setAnchor(m_head);
        m_model.open(static_cast<int>(std::min<qint64>(m_head, AuditModel::kMostRows)), std::move(outcome->items));
        emit opened();
    });
}

void AuditSource::askPositions(const QString& cursor) {
    client::AuditQuery query = m_query;
    query.before = m_head + 1;
    m_requests.askLatest(m_positions, m_client.auditPositions(m_tenant, query, cursor), this,
                         [this, first = cursor.isEmpty()](auto outcome) {
                             if (!outcome) {
                                 emit failed(outcome.error());
                                 return;
                             }
                             const int lastPage = static_cast<int>(m_starts.size()) - 1;
                             const bool lastGrew = m_count % kPage != 0 && outcome->count > 0;
                             m_starts.insert(m_starts.end(), outcome->starts.begin(), outcome->starts.end());
                             m_count += outcome->count;
                             m_counted = !outcome->nextCursor;
                             const int rows = static_cast<int>(std::min<qint64>(m_count, AuditModel::kMostRows));
                             if (first) {
                                 m_model.setAnchor(0);
                                 m_model.open(rows);
                                 emit opened();
                             } else {
                                 if (lastGrew) {
                                     m_model.forget(lastPage);
                                 }
                                 m_model.grow(rows);
                                 emit countChanged();
                             }
                             if (outcome->nextCursor) {
                                 askPositions(client::toQString(*outcome->nextCursor));
                             }
                         });
}

void AuditSource::askPage(int page) {
    client::AuditQuery query = m_query;
    if (m_query.isWhole()) {
        query.before = m_head - static_cast<qint64>(page) * kPage + 1;
    } else if (page < static_cast<int>(m_starts.size())) {
        query.before = m_starts[static_cast<std::size_t>(page)] + 1;
    } else {
        m_model.giveUp(page);
        return;
    }
    m_requests.askLatest(m_pages[page], m_client.auditRecords(m_tenant, query), this, [this, page](auto outcome) {
        if (!outcome) {
            m_model.giveUp(page);
            emit failed(outcome.error());
            return;
        }
        m_model.give(page, std::move(outcome->items));
    });
}

void AuditSource::dropPage(int page) {
    m_pages[page].drop();
    m_pages.erase(page);
}

void AuditSource::heardOf(qint64 seq) {
    m_heard = std::max(m_heard, seq);
    if (m_heard > m_seen && !m_soon.isActive() && !m_askingNew) {
        m_soon.start();
    }
}

void AuditSource::lookForNew() {
    if (!m_askingNew && !m_tenant.isEmpty() && m_counted) {
        askNew();
    }
}

void AuditSource::askNew() {
    if (!m_counted) {
        m_soon.start(); // first what is there, then what comes
        return;
    }
    client::AuditQuery query = m_query;
    query.after = m_seen;
    query.limit = kNewAtOnce;
    m_askingNew = true;
    m_requests.askLatest(m_new, m_client.auditRecords(m_tenant, query), this, [this, heard = m_heard](auto outcome) {
        m_askingNew = false;
        if (!outcome) {
            return; // the next event asks again
        }
        if (outcome->nextCursor || m_model.freshRows() > kMostFresh) {
            if (m_paused) {
                m_overtaken = true;
            } else {
                openAgain();
            }
            return;
        }
        m_seen = std::max(m_seen, heard);
        if (!outcome->items.empty()) {
            m_seen = std::max<qint64>(m_seen, outcome->items.front().seq);
            m_newestAt = client::toDateTime(outcome->items.front().time);
        }
        takeNew(std::move(outcome->items));
        if (m_heard > m_seen) {
            m_soon.start();
        }
    });
}

/// So much is new that reading it anew is less work than inserting it.
void AuditSource::openAgain() {
    open(m_tenant, m_query);
}

void AuditSource::takeNew(std::vector<admin::api::AuditRecord> records) {
    if (records.empty()) {
        return;
    }
    if (!m_paused) {
        m_model.prepend(std::move(records));
        emit countChanged();
        return;
    }
    m_waiting.insert(m_waiting.begin(), std::make_move_iterator(records.begin()),
                     std::make_move_iterator(records.end()));
    emit waitingChanged(static_cast<int>(m_waiting.size()));
}

void AuditSource::setPaused(bool paused) {
    m_paused = paused;
    if (!paused && m_overtaken) {
        openAgain();
        return;
    }
    if (!paused && !m_waiting.empty()) {
        std::vector<admin::api::AuditRecord> waiting = std::move(m_waiting);
        m_waiting.clear();
        m_model.prepend(std::move(waiting));
        emit waitingChanged(0);
        emit countChanged();
    }
}

} // namespace gatehouse::ui::panels::audit
