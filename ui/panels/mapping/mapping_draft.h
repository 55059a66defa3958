// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::ui::panels::mapping {

/// One attribute rule as it is edited: a claim name, a JSON Pointer or a {claim} template; several, first that gives a
/// value, are written with " | " between them. Transforms are written with " then " between them.
struct AttributeRow {
    QString target;
    QString from;
    QString then;
    bool required = false;
    friend bool operator==(const AttributeRow&, const AttributeRow&) = default;
};

/// One role rule: the condition as text ("groups contains eng-admins", or a Cedar expression) and what it assigns.
struct RoleRow {
    QString when;
    QStringList assign;
    QJsonValue original; ///< as stored; kept while `when` still says the same, so that types are not lost
};

/// A connection's mapping in the form in which people edit it, and back. Members that are not known here stay.
struct MappingDraft {
    std::vector<AttributeRow> attributes;
    std::vector<RoleRow> roles;
    QStringList defaultRoles;
    QString groupsFrom;
    QString groupsThen;
    bool groupsCreate = false;
    QJsonObject rest;

    [[nodiscard]] static MappingDraft fromJson(const QJsonObject& mapping);
    [[nodiscard]] QJsonObject toJson() const;
};

/// {"claim","op","value"} as "claim op value"; an expression as it is.
[[nodiscard]] QString conditionText(const QJsonValue& when);
/// The opposite: words with a known operator in second place are a simple condition, all else is an expression.
[[nodiscard]] QJsonValue parseCondition(const QString& text);

/// The rules that an empty mapping stands for, to start from.
[[nodiscard]] std::vector<AttributeRow> usualRules();
/// Names of claims that no rule reads, without those of the protocol.
[[nodiscard]] QStringList unusedClaims(const QJsonObject& claims, const MappingDraft& draft);

} // namespace gatehouse::ui::panels::mapping
