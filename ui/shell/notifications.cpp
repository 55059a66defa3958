// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/notifications.h"

#include <algorithm>

#include "ui/shell/settings.h"

namespace gatehouse::ui::shell {
namespace {

constexpr std::size_t kMost = 100;
constexpr qint64 kQuietSeconds = 3600;
constexpr int kLookMs = 10 * 60 * 1000; ///< reminders are of days
constexpr int kMostReminders = 200;
const QLatin1String kReminders("reminders");

struct Reminder {
    QDateTime due;
    QString subject;
    QString sentence;
    Place place;
};

std::vector<Reminder> readReminders() {
    QSettings settings = openSettings();
    std::vector<Reminder> all;
    const int count = std::min(settings.beginReadArray(kReminders), kMostReminders);
    all.reserve(std::size_t(count));
    const auto text = [&settings](const char* name) { return settings.value(QLatin1String(name)).toString(); };
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        all.push_back({QDateTime::fromString(text("due"), Qt::ISODate),
                       text("subject"),
                       text("sentence"),
                       {text("panel"), text("tenant"), text("object")}});
    }
    settings.endArray();
    return all;
}

void writeReminders(const std::vector<Reminder>& all) {
    QSettings settings = openSettings();
    settings.remove(kReminders);
    settings.beginWriteArray(kReminders, int(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue(QStringLiteral("due"), all[i].due.toUTC().toString(Qt::ISODate));
        settings.setValue(QStringLiteral("subject"), all[i].subject);
        settings.setValue(QStringLiteral("sentence"), all[i].sentence);
        settings.setValue(QStringLiteral("panel"), all[i].place.panel);
        settings.setValue(QStringLiteral("tenant"), all[i].place.tenant);
        settings.setValue(QStringLiteral("object"), all[i].place.object);
    }
    settings.endArray();
}

} // namespace

Notifications::Notifications(QObject* parent)
    : QObject(parent)
    , m_now([] { return QDateTime::currentDateTimeUtc(); }) {
    m_reminding.setInterval(kLookMs);
    connect(&m_reminding, &QTimer::timeout, this, &Notifications::sayWhatIsDue);
}

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

void Notifications::remindAt(const QDateTime& due, const QString& subject, const QString& sentence,
                             const Place& place) {
    std::vector<Reminder> all = readReminders();
    std::erase_if(all, [&](const Reminder& each) { return each.subject == subject; });
    all.push_back({due, subject, sentence, place});
    writeReminders(all);
}

void Notifications::startReminding() {
    m_reminding.start();
    sayWhatIsDue();
}

void Notifications::sayWhatIsDue() {
    std::vector<Reminder> all = readReminders();
    const auto waiting = std::stable_partition(all.begin(), all.end(), [now = m_now()](const Reminder& each) {
        return each.due.isValid() && each.due <= now;
    });
    if (waiting == all.begin()) {
        return;
    }
    for (auto due = all.begin(); due != waiting; ++due) {
        add(Level::Warning, due->subject, due->sentence, due->place);
    }
    writeReminders(std::vector<Reminder>(waiting, all.end()));
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
