// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimer>

#include "ui/shell/panel.h"

namespace gatehouse::ui::shell {

/// What a person should know though they did not ask: the broker went down, a certificate is about to expire. Kept
/// while the console runs and shown by the bell; nothing dismissed comes back by itself, but what somebody wanted to be
/// reminded of.
class Notifications final : public QObject {
    Q_OBJECT
public:
    enum class Level { Info, Warning, Critical };

    struct Note {
        int id = 0;
        Level level = Level::Info;
        QString subject; ///< what it is about, stable: "broker", "certificate:ID"; the newest of a subject replaces it
        QString sentence;
        Place place; ///< where to look; an empty panel: nowhere
        QDateTime at;
        bool read = false;
    };

    explicit Notifications(QObject* parent = nullptr);

    void add(Level level, const QString& subject, const QString& sentence, const Place& place = {});
    /// The matter is settled: its note goes.
    void resolve(const QString& subject);
    /// Says so when it is due, also after a restart; the newest of a subject replaces it. Kept in the settings.
    void remindAt(const QDateTime& due, const QString& subject, const QString& sentence, const Place& place);
    /// Says what is due by now; from then on by itself.
    void startReminding();
    void markAllRead();
    void clear();

    /// Newest first, at most a hundred.
    [[nodiscard]] const std::vector<Note>& list() const { return m_notes; }
    [[nodiscard]] int unread() const;

    /// For tests: another clock.
    void setClock(std::function<QDateTime()> now) { m_now = std::move(now); }

signals:
    void changed();
    /// A critical one, at most once per subject an hour: worth a word on the desktop.
    void urgent(const gatehouse::ui::shell::Notifications::Note& note);

private:
    void sayWhatIsDue();

    std::vector<Note> m_notes;
    std::map<QString, QDateTime> m_saidAt;
    std::function<QDateTime()> m_now;
    int m_lastId = 0;
    QTimer m_reminding;
};

} // namespace gatehouse::ui::shell
