// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::ui::drafts {

enum class Act { Create, Update, Delete };

/// Which object of the Admin API a draft is about: `kind` is the noun of gatehousectl ("connection", "tenant").
struct Subject {
    QString tenant; ///< slug; empty for what belongs to the whole broker
    QString kind;
    QString
        key; ///< the object's id (name or slug where that is its identity); of one to be created, the id it asks for
    friend bool operator==(const Subject&, const Subject&) = default;
};

/// An edit that is not applied yet: one create, update or delete of one object, as the Admin API takes it.
struct Draft {
    Subject subject;
    Act act = Act::Update;
    QString title;       ///< for people: "Contoso (Entra)"
    QString panel;       ///< id of the panel where it is edited
    QString etag;        ///< of `base`; empty for Create
    QJsonObject base;    ///< as it was read, members of a request only; empty for Create
    QJsonObject wanted;  ///< as edited; empty for Delete
    QStringList secrets; ///< JSON Pointers of members of `wanted` that are secrets: in memory only
    QJsonObject notes;   ///< what the panel wants to find again, such as the page of a wizard
    QDateTime changedAt;
    bool ready = true;       ///< false: cannot be applied yet, such as a wizard half way; kept all the same
    bool lostSecret = false; ///< read back after a restart: its secrets have to be entered again
};

/// "/admin/v1/tenants/acme/connections", and for what exists "/<key>" after it. Percent-encoded.
[[nodiscard]] QString collectionPath(const Subject& subject);
[[nodiscard]] QString objectPath(const Subject& subject);

/// The draft that takes `draft` back, once it was applied: `result` is what the broker answered, `etag` its version.
[[nodiscard]] Draft inverse(const Draft& draft, const QJsonObject& result, const QString& etag);

/// False for a new or deleted tenant: nobody deletes a company by Ctrl+Z, and a deleted one is gone.
[[nodiscard]] bool canBeTakenBack(const Draft& draft);

/// Changes nothing but words that people read: needs no review.
[[nodiscard]] bool isCosmetic(const Draft& draft);

/// On disk: without the values of secrets.
[[nodiscard]] QJsonObject toJson(const Draft& draft);
/// nullopt for what is no draft.
[[nodiscard]] std::optional<Draft> draftFrom(const QJsonObject& json);

} // namespace gatehouse::ui::drafts
