// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/broker_text.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

namespace gatehouse::ui::widgets {
namespace {

QJsonObject objectIn(const QString& name) {
    QFile file(QStringLiteral(":/gatehouse/pages/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// A sentence around a value.
struct Around {
    QString before;
    QString after;
};

Around split(const QString& text) {
    const qsizetype begin = text.indexOf(u'{');
    const qsizetype end = text.indexOf(u'}', begin);
    return {text.left(begin), text.mid(end + 1)};
}

struct Words {
    QHash<QString, QString> whole; ///< by the English
    std::vector<std::pair<Around, Around>> around;
    QHash<QString, std::array<QString, 2>> reasons;
};

Words read(const QString& tag) {
    Words words;
    const QJsonObject english = objectIn(QStringLiteral("messages.en"));
    const QJsonObject other = objectIn(QStringLiteral("messages.") + tag);
    for (auto it = english.begin(); it != english.end(); ++it) {
        const QString from = it->toString();
        const QString to = other.value(it.key()).toString();
        if (to.isEmpty()) {
            continue;
        }
        const auto values = from.count(u'{');
        if (values == 0) {
            words.whole.insert(from, to);
        } else if (values == 1 && from.size() > 20) { // shorter ones would fit too much
            words.around.emplace_back(split(from), split(to));
        }
    }
    const QJsonObject reasons = objectIn(QStringLiteral("reasons.") + tag);
    for (auto it = reasons.begin(); it != reasons.end(); ++it) {
        const QJsonArray pair = it->toArray();
        words.reasons.insert(it.key(), {pair.at(0).toString(), pair.at(1).toString()});
    }
    return words;
}

/// Nothing for English, whose words are the broker's.
const Words& words() {
    static std::map<QString, Words> byTag;
    const QString tag = QLocale().name().section(u'_', 0, 0);
    const auto known = byTag.find(tag);
    return known != byTag.end() ? known->second
                                : byTag.emplace(tag, tag == QLatin1String("en") ? Words() : read(tag)).first->second;
}

} // namespace

QString brokerText(const QString& english) {
    const Words& all = words();
    if (const auto found = all.whole.find(english); found != all.whole.end()) {
        return *found;
    }
    for (const auto& [from, to] : all.around) {
        if (english.size() > from.before.size() + from.after.size() && english.startsWith(from.before) &&
            english.endsWith(from.after)) {
            const QString value =
                english.mid(from.before.size(), english.size() - from.before.size() - from.after.size());
            return to.before + value + to.after;
        }
    }
    return english;
}

QString reasonMessage(const QString& reason, const QString& english) {
    const auto found = words().reasons.find(reason);
    return found == words().reasons.end() ? english : found->at(0);
}

QString reasonCure(const QString& reason, const QString& english) {
    const auto found = words().reasons.find(reason);
    return found == words().reasons.end() || english.isEmpty() ? english : found->at(1);
}

} // namespace gatehouse::ui::widgets
