// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/mapping_draft.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace gatehouse::ui::panels::mapping {
namespace {

const auto kOr = QStringLiteral(" | ");
const auto kThen = QStringLiteral(" then ");

QString valueText(const QJsonValue& value) {
    return value.toVariant().toString();
}

QStringList toList(const QJsonValue& value) {
    QStringList list;
    const QJsonArray elements = value.toArray();
    for (const QJsonValue element : elements) {
        list.append(element.toString());
    }
    return list;
}

QString sourceText(const QJsonValue& source) {
    return source.isArray() ? toList(source).join(kOr) : source.toString();
}

QStringList trimmedParts(const QString& text, const QString& separator) {
    QStringList parts;
    for (const QString& part : text.split(separator, Qt::SkipEmptyParts)) {
        parts.append(part.trimmed());
    }
    return parts;
}

QJsonValue sourceValue(const QString& text) {
    const QStringList parts = trimmedParts(text, kOr);
    return parts.size() > 1 ? QJsonValue(QJsonArray::fromStringList(parts)) : QJsonValue(text.trimmed());
}

/// "trim then split:," keeps its comma; where no transform has an argument, commas and spaces separate too.
QJsonArray transforms(const QString& text) {
    static const QRegularExpression loose(QStringLiteral("(,|\\s+then\\s+|\\s+)"));
    const bool plain = !text.contains(u':');
    // An argument may end in a blank that counts.
    const QStringList parts =
        plain ? text.trimmed().split(loose, Qt::SkipEmptyParts) : text.split(kThen, Qt::SkipEmptyParts);
    return QJsonArray::fromStringList(parts);
}

bool isOperator(const QString& word) {
    static const QStringList known{QStringLiteral("equals"),   QStringLiteral("not-equals"),
                                   QStringLiteral("contains"), QStringLiteral("not-contains"),
                                   QStringLiteral("matches"),  QStringLiteral("exists")};
    return known.contains(word);
}

AttributeRow readAttribute(const QJsonObject& rule) {
    return {rule.value(QStringLiteral("target")).toString(), sourceText(rule.value(QStringLiteral("source"))),
            toList(rule.value(QStringLiteral("transforms"))).join(kThen),
            rule.value(QStringLiteral("required")).toBool()};
}

QJsonObject writeAttribute(const AttributeRow& row) {
    QJsonObject rule{{QStringLiteral("target"), row.target}, {QStringLiteral("source"), sourceValue(row.from)}};
    if (row.required) {
        rule.insert(QStringLiteral("required"), true);
    }
    if (const QJsonArray steps = transforms(row.then); !steps.isEmpty()) {
        rule.insert(QStringLiteral("transforms"), steps);
    }
    return rule;
}

/// The claim that a source reads first: "name" of "name", "org" of "/org/department".
void addNames(const QString& source, QStringList& names) {
    static const QRegularExpression braces(QStringLiteral("\\{([^}]+)\\}"));
    for (const QString& part : trimmedParts(source, kOr)) {
        if (part.startsWith(u'/')) {
            names.append(part.section(u'/', 1, 1));
        } else if (part.contains(u'{')) {
            for (const QRegularExpressionMatch& match : braces.globalMatch(part)) {
                names.append(match.captured(1));
            }
        } else {
            names.append(part);
        }
    }
}

} // namespace

QString conditionText(const QJsonValue& when) {
    if (!when.isObject()) {
        return when.toString();
    }
    const QJsonObject condition = when.toObject();
    const QString head =
        condition.value(QStringLiteral("claim")).toString() + u' ' + condition.value(QStringLiteral("op")).toString();
    return condition.contains(QStringLiteral("value"))
               ? head + u' ' + valueText(condition.value(QStringLiteral("value")))
               : head;
}

QJsonValue parseCondition(const QString& text) {
    const QString plain = text.trimmed();
    const QString claim = plain.section(u' ', 0, 0, QString::SectionSkipEmpty);
    const QString op = plain.section(u' ', 1, 1, QString::SectionSkipEmpty);
    if (!isOperator(op)) {
        return plain;
    }
    QJsonObject condition{{QStringLiteral("claim"), claim}, {QStringLiteral("op"), op}};
    if (op != QLatin1String("exists")) {
        condition.insert(QStringLiteral("value"), plain.section(u' ', 2, -1, QString::SectionSkipEmpty));
    }
    return condition;
}

MappingDraft MappingDraft::fromJson(const QJsonObject& mapping) {
    MappingDraft draft;
    draft.rest = mapping;
    const QJsonArray attributes = mapping.value(QStringLiteral("attributes")).toArray();
    for (const QJsonValue rule : attributes) {
        draft.attributes.push_back(readAttribute(rule.toObject()));
    }
    const QJsonArray roles = mapping.value(QStringLiteral("roles")).toArray();
    for (const QJsonValue value : roles) {
        const QJsonObject rule = value.toObject();
        const QJsonValue when = rule.value(QStringLiteral("when"));
        draft.roles.push_back({conditionText(when), toList(rule.value(QStringLiteral("assign"))), when});
    }
    draft.defaultRoles = toList(mapping.value(QStringLiteral("defaultRoles")));
    const QJsonObject groups = mapping.value(QStringLiteral("groups")).toObject();
    draft.groupsFrom = sourceText(groups.value(QStringLiteral("source")));
    draft.groupsThen = toList(groups.value(QStringLiteral("transforms"))).join(kThen);
    draft.groupsCreate = groups.value(QStringLiteral("create")).toBool();
    for (const char* known : {"attributes", "roles", "defaultRoles", "groups"}) {
        draft.rest.remove(QLatin1String(known));
    }
    return draft;
}

QJsonObject MappingDraft::toJson() const {
    QJsonObject mapping = rest;
    QJsonArray attributeRules;
    for (const AttributeRow& row : attributes) {
        attributeRules.append(writeAttribute(row));
    }
    QJsonArray roleRules;
    for (const RoleRow& row : roles) {
        const bool same =
            !row.original.isUndefined() && !row.original.isNull() && conditionText(row.original) == row.when;
        roleRules.append(QJsonObject{{QStringLiteral("when"), same ? row.original : parseCondition(row.when)},
                                     {QStringLiteral("assign"), QJsonArray::fromStringList(row.assign)}});
    }
    if (!attributeRules.isEmpty()) {
        mapping.insert(QStringLiteral("attributes"), attributeRules);
    }
    if (!roleRules.isEmpty()) {
        mapping.insert(QStringLiteral("roles"), roleRules);
    }
    if (!defaultRoles.isEmpty()) {
        mapping.insert(QStringLiteral("defaultRoles"), QJsonArray::fromStringList(defaultRoles));
    }
    if (!groupsFrom.trimmed().isEmpty()) {
        QJsonObject groups{{QStringLiteral("source"), sourceValue(groupsFrom)}};
        if (groupsCreate) {
            groups.insert(QStringLiteral("create"), true);
        }
        if (const QJsonArray steps = transforms(groupsThen); !steps.isEmpty()) {
            groups.insert(QStringLiteral("transforms"), steps);
        }
        mapping.insert(QStringLiteral("groups"), groups);
    }
    return mapping;
}

std::vector<AttributeRow> usualRules() {
    return {{QStringLiteral("email"), QStringLiteral("email"), QStringLiteral("trim then lowercase"), true},
            {QStringLiteral("displayName"), QStringLiteral("name | {given_name} {family_name}"), {}, false},
            {QStringLiteral("givenName"), QStringLiteral("given_name"), {}, false},
            {QStringLiteral("familyName"), QStringLiteral("family_name"), {}, false}};
}

QStringList unusedClaims(const QJsonObject& claims, const MappingDraft& draft) {
    QStringList used{QStringLiteral("email_verified")};
    for (const char* name : {"iss", "sub", "aud", "exp", "iat", "nbf", "jti", "nonce", "azp", "at_hash", "c_hash",
                             "s_hash", "auth_time", "acr", "amr", "sid"}) {
        used.append(QLatin1String(name));
    }
    const std::vector<AttributeRow> rules = draft.attributes.empty() ? usualRules() : draft.attributes;
    for (const AttributeRow& row : rules) {
        addNames(row.from, used);
    }
    for (const RoleRow& row : draft.roles) {
        addNames(row.when.section(u' ', 0, 0), used);
    }
    addNames(draft.groupsFrom, used);
    QStringList unused;
    for (const QString& name : claims.keys()) {
        const bool inExpression = std::any_of(draft.roles.begin(), draft.roles.end(), [&](const RoleRow& row) {
            return row.when.contains(QStringLiteral("claims.") + name);
        });
        if (!used.contains(name) && !inExpression) {
            unused.append(name);
        }
    }
    return unused;
}

} // namespace gatehouse::ui::panels::mapping
