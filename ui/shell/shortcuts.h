// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QString>

class QAction;

namespace gatehouse::ui::shell {

/// The keys of every action of the window: what they are by default, what the user made of them, and that no two
/// actions share one. An action is known by its objectName, which never changes.
class Shortcuts final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString id;
        QString title; ///< without its mnemonic
        QString group; ///< title of its menu
        QList<QKeySequence> standard;
        QPointer<QAction> action;
    };

    explicit Shortcuts(QObject* parent = nullptr);

    /// Its shortcuts now are its default ones; the user's are set at once. Without an objectName it is left alone.
    void add(QAction* action, const QString& group);
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

    /// The action that has these keys already; nullptr where none has but `id` itself.
    [[nodiscard]] const Entry* holder(const QKeySequence& keys, const QString& id) const;
    /// Refused where another action has them. An empty sequence takes the keys away.
    bool set(const QString& id, const QKeySequence& keys);
    void reset(const QString& id);
    void resetAll();

signals:
    void changed();

private:
    [[nodiscard]] Entry* find(const QString& id);

    std::vector<Entry> m_entries;
};

/// Without "&", for lists and screen readers.
[[nodiscard]] QString plainTitle(const QAction& action);
/// "Ctrl+K", or "Ctrl+/ or ?" where there are several.
[[nodiscard]] QString keysOf(const QAction& action);

} // namespace gatehouse::ui::shell
