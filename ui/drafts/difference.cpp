// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/difference.h"

#include <algorithm>
#include <map>

#include <QJsonArray>

namespace gatehouse::ui::drafts {
namespace {

QString step(const QString& pointer, QString member) {
    return pointer + u'/' + member.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
}

QStringList stepsOf(const QString& pointer) {
    QStringList steps = pointer.mid(1).split(u'/');
    for (QString& name : steps) {
        name.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    }
    return steps;
}

bool allWords(const QJsonArray& list) {
    return std::all_of(list.begin(), list.end(),
                       [](const QJsonValue& element) { return !element.isObject() && !element.isArray(); });
}

/// The member that names the elements of a list of objects, each differently; empty where there is none.
QString namingMember(const QJsonArray& one, const QJsonArray& other) {
    for (const char* candidate : {"target", "name", "id"}) {
        const QString member = QLatin1String(candidate);
        const auto names = [&member](const QJsonArray& list) {
            QStringList found;
            for (const QJsonValueConstRef element : list) {
                const QString name = element.toObject().value(member).toString();
                if (name.isEmpty() || found.contains(name)) {
                    return false;
                }
                found.append(name);
            }
            return true;
        };
        if (names(one) && names(other)) {
            return member;
        }
    }
    return {};
}

QJsonObject byName(const QJsonArray& list, const QString& member) {
    QJsonObject named;
    for (const QJsonValueConstRef element : list) {
        named.insert(element.toObject().value(member).toString(), element);
    }
    return named;
}

class Comparison {
public:
    explicit Comparison(const QStringList& secrets)
        : m_secrets(secrets) {}

    void compareObjects(const QString& at, const QJsonObject& before, const QJsonObject& after) {
        QStringList members = before.keys();
        for (const QString& member : after.keys()) {
            if (!before.contains(member)) {
                members.append(member);
            }
        }
        members.sort();
        for (const QString& member : std::as_const(members)) {
            compare(step(at, member), before.value(member), after.value(member));
        }
    }
    std::vector<Line> lines;

private:
    void compare(const QString& at, const QJsonValue& before, const QJsonValue& after) {
        if (before == after) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareObjects(at, before.toObject(), after.toObject());
        } else if (before.isArray() && after.isArray()) {
            compareLists(at, before.toArray(), after.toArray());
        } else {
            add(at, before, after);
        }
    }

    void compareLists(const QString& at, const QJsonArray& before, const QJsonArray& after) {
        if (allWords(before) && allWords(after)) {
            compareWords(at, before, after);
            return;
        }
        const QString naming = namingMember(before, after);
        const std::size_t known = lines.size();
        if (!naming.isEmpty()) {
            compareObjects(at, byName(before, naming), byName(after, naming));
        }
        if (lines.size() == known) { // no names, or only the order differs
            add(at, before, after);
        }
    }

    void compareWords(const QString& at, const QJsonArray& before, const QJsonArray& after) {
        const std::size_t known = lines.size();
        for (const QJsonValueConstRef word : before) {
            if (!after.contains(word)) {
                add(at, word, QJsonValue(QJsonValue::Undefined));
            }
        }
        for (const QJsonValueConstRef word : after) {
            if (!before.contains(word)) {
                add(at, QJsonValue(QJsonValue::Undefined), word);
            }
        }
        if (lines.size() == known) {
            add(at, before, after);
        }
    }

    void add(const QString& at, const QJsonValue& before, const QJsonValue& after) {
        const auto nothing = [](const QJsonValue& value) { return value.isUndefined() || value.isNull(); };
        if (nothing(before) && nothing(after)) {
            return;
        }
        const auto kind = nothing(before)  ? Line::Kind::Added
                          : nothing(after) ? Line::Kind::Removed
                                           : Line::Kind::Changed;
        if (m_secrets.contains(at)) {
            lines.push_back({kind, at, {}, {}, true});
        } else {
            lines.push_back({kind, at, before, after, false});
        }
    }

    const QStringList& m_secrets;
};

void mergeObjects(const QString& at, const QJsonObject& base, const QJsonObject& mine, QJsonObject& theirs,
                  std::vector<Conflict>& conflicts) {
    QStringList members = base.keys();
    for (const QString& member : mine.keys()) {
        if (!base.contains(member)) {
            members.append(member);
        }
    }
    for (const QString& member : std::as_const(members)) {
        const QJsonValue was = base.value(member);
        const QJsonValue wanted = mine.value(member);
        const QJsonValue now = theirs.value(member);
        if (wanted == was || wanted == now) {
            continue;
        }
        if (now == was) {
            wanted.isUndefined() ? theirs.remove(member) : void(theirs.insert(member, wanted));
        } else if (wanted.isObject() && now.isObject()) {
            QJsonObject inner = now.toObject();
            mergeObjects(step(at, member), was.toObject(), wanted.toObject(), inner, conflicts);
            theirs.insert(member, inner);
        } else {
            conflicts.push_back({step(at, member), wanted, now});
        }
    }
}

} // namespace

std::vector<Line> difference(const QJsonObject& before, const QJsonObject& after, const QStringList& secrets) {
    Comparison comparison(secrets);
    comparison.compareObjects({}, before, after);
    return std::move(comparison.lines);
}

QJsonObject patchBetween(const QJsonObject& before, const QJsonObject& after) {
    QJsonObject patch;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue was = before.value(it.key());
        if (was == it.value()) {
            continue;
        }
        patch.insert(it.key(), was.isObject() && it.value().isObject()
                                   ? QJsonValue(patchBetween(was.toObject(), it.value().toObject()))
                                   : it.value());
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key())) {
            patch.insert(it.key(), QJsonValue::Null);
        }
    }
    return patch;
}

Merged merge(const QJsonObject& base, const QJsonObject& mine, const QJsonObject& theirs) {
    Merged merged{theirs, {}};
    mergeObjects({}, base, mine, merged.document, merged.conflicts);
    return merged;
}

void setAt(QJsonObject& document, const QString& pointer, const QJsonValue& value) {
    const QStringList steps = stepsOf(pointer);
    const QString& first = steps.front();
    if (steps.size() == 1) {
        value.isUndefined() ? document.remove(first) : void(document.insert(first, value));
        return;
    }
    QJsonObject inner = document.value(first).toObject();
    setAt(inner, pointer.mid(pointer.indexOf(u'/', 1)), value);
    document.insert(first, inner);
}

QJsonValue valueAt(const QJsonObject& document, const QString& pointer) {
    QJsonValue value = document;
    for (const QString& name : stepsOf(pointer)) {
        value = value.toObject().value(name);
    }
    return value;
}

} // namespace gatehouse::ui::drafts
