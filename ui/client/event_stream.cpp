// SPDX-License-Identifier: Apache-2.0
#include "ui/client/event_stream.h"

namespace gatehouse::ui::client {
namespace {

constexpr qsizetype kMaxEvent = 1024 * 1024;

} // namespace

std::vector<Event> EventStreamParser::feed(const QByteArray& bytes) {
    std::vector<Event> events;
    m_rest += bytes;
    if (m_first && m_rest.size() >= 3) {
        m_first = false;
        if (m_rest.startsWith("\xEF\xBB\xBF")) {
            m_rest.remove(0, 3);
        }
    }
    qsizetype start = 0;
    while (true) {
        qsizetype end = start;
        while (end < m_rest.size() && m_rest.at(end) != '\n' && m_rest.at(end) != '\r') {
            ++end;
        }
        // A CR at the very end may be half of a CRLF.
        if (end >= m_rest.size() || (m_rest.at(end) == '\r' && end + 1 == m_rest.size())) {
            break;
        }
        takeLine(m_rest.mid(start, end - start), events);
        start = end + (m_rest.at(end) == '\r' && m_rest.at(end + 1) == '\n' ? 2 : 1);
    }
    m_rest.remove(0, start);
    if (m_rest.size() > kMaxEvent) {
        m_rest.clear();
        m_tooLong = true;
    }
    return events;
}

void EventStreamParser::takeLine(const QByteArray& line, std::vector<Event>& events) {
    if (line.isEmpty()) {
        if (m_hasData && !m_tooLong) {
            m_data.chop(1);
            events.push_back({m_name.isEmpty() ? QByteArray("message") : m_name, m_data, m_id});
        }
        m_name.clear();
        m_data.clear();
        m_hasData = false;
        m_tooLong = false;
        return;
    }
    if (line.startsWith(':')) {
        return; // a comment keeps the connection alive
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) {
        value.remove(0, 1);
    }
    if (field == "event") {
        m_name = value;
    } else if (field == "data") {
        m_hasData = true;
        m_data += value + '\n';
        if (m_data.size() > kMaxEvent) {
            m_data.clear();
            m_tooLong = true;
        }
    } else if (field == "id" && !value.contains('\0')) {
        m_id = value;
    }
}

} // namespace gatehouse::ui::client
