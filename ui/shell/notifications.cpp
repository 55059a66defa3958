// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/notifications.h"

#include <algorithm>

namespace gatehouse::ui::shell {
namespace {

constexpr std::size_t kMost = 100;
constexpr qint64 kQuietSeconds = 3600;

} // namespace

Notifications::Notifications(QObject* parent)
    : QObject(parent)
    , m_now([] { return QDateTime::currentDateTimeUtc(); }) {}

void Notifications::add(Level level, const QString& subject, const QString& sentence, const Place& place) {
    const auto same = std::find_if(m_notes.begin(), m_notes.end(), [&](const Note& note) {
        return note.subject == subject && note.sentence == sentence && note.level == level;
    });
    if (same != m_notes.end()) {
        return; // already said, and perhaps read
    }
    std::erase_if(m_notes, [&](const Note& note) { return note.subject == subject; });
    m_notes.insert(m_notes.begin(), Note{++m_lastId, level, subject, sentence, place, m_now(), false});
    if (m_notes.size() > kMost) {
        m_notes.pop_back();
    }
    const Note note = m_notes.front();
    emit changed();
    if (level != Level::Critical) {
        return;
    }
    const auto said = m_saidAt.find(subject);
    if (said == m_saidAt.end() || said->second.secsTo(note.at) >= kQuietSeconds) {
        m_saidAt[subject] = note.at;
        emit urgent(note);
    }
}

void Notifications::resolve(const QString& subject) {
    if (std::erase_if(m_notes, [&](const Note& note) { return note.subject == subject; }) > 0) {
        emit changed();
    }
}

void Notifications::markAllRead() {
    for (Note& note : m_notes) {
        note.read = true;
    }
    emit changed();
}

void Notifications::clear() {
    m_notes.clear();
    emit changed();
}

int Notifications::unread() const {
    return static_cast<int>(std::count_if(m_notes.begin(), m_notes.end(), [](const Note& note) { return !note.read; }));
}

} // namespace gatehouse::ui::shell
