// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_keys.h"

#include <QDateTime>

namespace gatehouse::tests {
namespace {

const QString kKeys = QStringLiteral("tenants/acme/keys/");
const QString kDoorKeys = QStringLiteral("keys/");
constexpr qint64 kDay = 86400;

QString in(qint64 seconds) {
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

QJsonObject key(const QString& kid, const char* state, qint64 createdAgo) {
    return {{QStringLiteral("kid"), kid},
            {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("alg"), QStringLiteral("ES256")},
            {QStringLiteral("state"), QLatin1String(state)},
            {QStringLiteral("createdAt"), in(-createdAgo)},
            {QStringLiteral("jwk"), QJsonObject{{QStringLiteral("kty"), QStringLiteral("EC")}}}};
}

QJsonObject evidence(const char* id, const char* name, const char* holds, const char* knownBy, qint64 fetchedAgo) {
    QJsonObject object{{QStringLiteral("appId"), QLatin1String(id)},
                       {QStringLiteral("name"), QLatin1String(name)},
                       {QStringLiteral("clientId"), QLatin1String(id)},
                       {QStringLiteral("holds"), QLatin1String(holds)},
                       {QStringLiteral("knownBy"), QLatin1String(knownBy)},
                       {QStringLiteral("fetches"), fetchedAgo > 0 ? 12 : 0},
                       {QStringLiteral("userAgent"), QStringLiteral("jose/5.9")}};
    if (fetchedAgo > 0) {
        object.insert(QStringLiteral("lastFetch"), in(-fetchedAgo));
    }
    return object;
}

} // namespace

void putRecordedKeys(std::map<QString, QJsonObject>& objects) {
    QJsonObject next = key(kNextKey, "next", 240);
    next.insert(QStringLiteral("earliestActivation"), in(360));
    QJsonObject current = key(kCurrentKey, "active", 3 * kDay);
    current.insert(QStringLiteral("activatedAt"), in(-120));
    QJsonObject previous = key(kPreviousKey, "retiring", 90 * kDay);
    previous.insert(QStringLiteral("activatedAt"), in(-89 * kDay));
    previous.insert(QStringLiteral("replacedAt"), in(-120));
    previous.insert(QStringLiteral("retiresAt"), in(180));
    QJsonObject audit = key(kAuditKey, "active", 90 * kDay);
    audit.insert(QStringLiteral("use"), QStringLiteral("audit"));
    audit.insert(QStringLiteral("alg"), QStringLiteral("EdDSA"));
    audit.insert(QStringLiteral("activatedAt"), in(-90 * kDay));
    for (const QJsonObject& each : {next, current, previous, audit}) {
        const QString path = kKeys + each.value(QStringLiteral("kid")).toString();
        objects[path] = each;
        objects[path + QStringLiteral("/impact")] = {{QStringLiteral("kid"), each.value(QStringLiteral("kid"))},
                                                     {QStringLiteral("tokens"), 41},
                                                     {QStringLiteral("grants"), 7},
                                                     {QStringLiteral("sessions"), 5},
                                                     {QStringLiteral("apps"), 3},
                                                     {QStringLiteral("fetches"), 9},
                                                     {QStringLiteral("successor"), kNextKey}};
    }
    QJsonObject doorKey = key(kDoorKey, "active", 5 * kDay);
    doorKey.insert(QStringLiteral("activatedAt"), in(-5 * kDay));
    objects[kDoorKeys + kDoorKey] = doorKey;
    objects[kDoorKeys + kDoorNextKey] = key(kDoorNextKey, "next", 5 * kDay);
    for (const QString& kid : {kNextKey, kCurrentKey}) {
        const QString below = kKeys + kid + QStringLiteral("/evidence/");
        objects[below + QStringLiteral("a-1")] = evidence("a-1", "Invoices", "yes", "address", 70);
        objects[below + QStringLiteral("a-2")] = evidence("a-2", "Warehouse", "stale", "shared-address", 4000);
        objects[below + QStringLiteral("a-3")] = evidence("a-3", "Phone app", "unknown", "nobody", 0);
    }
}

QJsonObject actOnRecordedKey(std::map<QString, QJsonObject>& objects, const QString& ring, const QString& kid,
                             const QString& verb) {
    if (verb == QLatin1String("rotate")) {
        QJsonObject& next = objects[ring + (ring == kDoorKeys ? kDoorNextKey : kNextKey)];
        next.insert(QStringLiteral("activatesAt"), next.value(QStringLiteral("earliestActivation")));
        return next;
    }
    const auto found = objects.find(ring + kid);
    if (found == objects.end()) {
        return {};
    }
    QJsonObject& changed = found->second;
    if (verb == QLatin1String("activate")) {
        objects[kKeys + kCurrentKey].insert(QStringLiteral("state"), QStringLiteral("retiring"));
        objects[kKeys + kCurrentKey].insert(QStringLiteral("replacedAt"), in(0));
        changed.insert(QStringLiteral("state"), QStringLiteral("active"));
        changed.insert(QStringLiteral("activatedAt"), in(0));
        changed.remove(QStringLiteral("earliestActivation"));
        return changed;
    }
    changed.insert(QStringLiteral("state"),
                   verb == QLatin1String("retire") ? QStringLiteral("retired") : QStringLiteral("revoked"));
    changed.insert(QStringLiteral("retiredAt"), in(0));
    return changed;
}

} // namespace gatehouse::tests
