// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QByteArray>

namespace gatehouse::ui::client {

/// One event of /admin/v1/events.
struct Event {
    QByteArray name; ///< api::kFlowEvent, kAuditEvent, kStatusEvent
    QByteArray data; ///< JSON
    QByteArray id;   ///< for Last-Event-ID; empty where the broker sent none
    friend bool operator==(const Event&, const Event&) = default;
};

/// Cuts an event stream into events (WHATWG HTML, 9.2.6). Feed it whatever arrived; a field split over two reads is
/// kept until it is whole. An event of more than 1 MiB is dropped.
class EventStreamParser {
public:
    [[nodiscard]] std::vector<Event> feed(const QByteArray& bytes);

private:
    void takeLine(const QByteArray& line, std::vector<Event>& events);

    QByteArray m_rest;
    QByteArray m_name;
    QByteArray m_data;
    QByteArray m_id;
    bool m_hasData = false;
    bool m_tooLong = false;
    bool m_first = true;
};

} // namespace gatehouse::ui::client
