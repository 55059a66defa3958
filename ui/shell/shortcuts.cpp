// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/shortcuts.h"

#include <algorithm>

#include <QAction>

#include "ui/shell/settings.h"

namespace gatehouse::ui::shell {
namespace {

QString keyOf(const QString& id) {
    return QStringLiteral("shortcuts/") + id;
}

} // namespace

QString plainTitle(const QAction& action) {
    QString title = action.text();
    title.replace(QLatin1String("&&"), QLatin1String("\n"));
    title.remove(u'&');
    return title.replace(u'\n', u'&');
}

QString keysOf(const QAction& action) {
    QStringList all;
    for (const QKeySequence& keys : action.shortcuts()) {
        all.append(keys.toString(QKeySequence::NativeText));
    }
    return all.join(Shortcuts::tr(" or "));
}

Shortcuts::Shortcuts(QObject* parent)
    : QObject(parent) {}

void Shortcuts::add(QAction* action, const QString& group) {
    const QString id = action->objectName();
    if (id.isEmpty() || find(id) != nullptr) {
        return;
    }
    m_entries.push_back({id, plainTitle(*action), group, action->shortcuts(), action});
    const QVariant own = openSettings().value(keyOf(id));
    if (own.isValid()) {
        set(id, QKeySequence(own.toString(), QKeySequence::PortableText));
        return;
    }
    QList<QKeySequence> left = action->shortcuts(); // the user may have given some of them to another action
    left.removeIf([&](const QKeySequence& keys) { return holder(keys, id) != nullptr; });
    if (left != action->shortcuts()) {
        action->setShortcuts(left);
    }
}

const Shortcuts::Entry* Shortcuts::holder(const QKeySequence& keys, const QString& id) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.id != id && entry.action && entry.action->shortcuts().contains(keys);
    });
    return keys.isEmpty() || found == m_entries.end() ? nullptr : &*found;
}

bool Shortcuts::set(const QString& id, const QKeySequence& keys) {
    Entry* entry = find(id);
    if (entry == nullptr || !entry->action || holder(keys, id) != nullptr) {
        return false;
    }
    entry->action->setShortcut(keys);
    openSettings().setValue(keyOf(id), keys.toString(QKeySequence::PortableText));
    emit changed();
    return true;
}

void Shortcuts::reset(const QString& id) {
    Entry* entry = find(id);
    if (entry == nullptr || !entry->action) {
        return;
    }
    const bool taken = std::any_of(entry->standard.begin(), entry->standard.end(),
                                   [&](const QKeySequence& keys) { return holder(keys, id) != nullptr; });
    if (!taken) {
        entry->action->setShortcuts(entry->standard);
        openSettings().remove(keyOf(id));
        emit changed();
    }
}

void Shortcuts::resetAll() {
    for (Entry& entry : m_entries) {
        if (entry.action) {
            entry.action->setShortcuts(entry.standard);
        }
    }
    openSettings().remove(QStringLiteral("shortcuts"));
    emit changed();
}

Shortcuts::Entry* Shortcuts::find(const QString& id) {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

} // namespace gatehouse::ui::shell
