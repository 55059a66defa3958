// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/expiries.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/client/convert.h"
#include "ui/shell/notifications.h"
#include "ui/shell/settings.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::shell {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

constexpr qint64 kDay = 86'400;
constexpr int kStages[] = {1, 7, 14, 30, 60};
constexpr int kCriticalDays = 7;
constexpr int kHourMs = 3'600'000;
const auto kSaid = QStringLiteral("expiry/said");

QString say(const char* text) {
    return QCoreApplication::translate("ExpiryCard", text);
}

/// Nothing stops on the day when a key is due for rotation, who rotated a secret knows that the old one ends, and a
/// provider's certificate proves nothing here: its keys do.
bool stopsSomething(const admin::api::Expiry& expiry) {
    return expiry.kind == "tls-certificate" || expiry.kind == "token" || expiry.kind == "trusted-authority" ||
           expiry.kind == "app" || expiry.kind == "saml-certificate" || expiry.kind == "provider-metadata" ||
           expiry.kind == "scim-token";
}

QString subjectOf(const admin::api::Expiry& expiry) {
    return QStringLiteral("expiry:") + toQString(expiry.id);
}

} // namespace

QString expiringName(const admin::api::Expiry& expiry) {
    const QString name = toQString(expiry.name);
    if (expiry.kind == "tls-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "TLS certificate %1")).arg(name);
    }
    if (expiry.kind == "app-secret") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The old secret of %1")).arg(name);
    }
    if (expiry.kind == "app") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The service %1")).arg(name);
    }
    if (expiry.kind == "signing-key") {
        return expiry.tenant.empty()
                   ? say(QT_TRANSLATE_NOOP("ExpiryCard", "The signing key of the front door"))
                   : say(QT_TRANSLATE_NOOP("ExpiryCard", "The signing key of %1")).arg(toQString(expiry.tenant));
    }
    if (expiry.kind == "trusted-authority") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The authority %1 trusted by %2"))
            .arg(name, toQString(expiry.connection));
    }
    if (expiry.kind == "provider-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The signing certificate of the identity provider %1")).arg(name);
    }
    if (expiry.kind == "provider-metadata") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The metadata of the identity provider %1")).arg(name);
    }
    if (expiry.kind == "saml-certificate") {
        return (expiry.name == "enc" ? say(QT_TRANSLATE_NOOP("ExpiryCard", "The SAML encryption certificate of %1"))
                                     : say(QT_TRANSLATE_NOOP("ExpiryCard", "The SAML signing certificate of %1")))
            .arg(toQString(expiry.tenant));
    }
    if (expiry.kind == "scim-token") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "The SCIM token “%1” of %2")).arg(name, toQString(expiry.tenant));
    }
    return say(QT_TRANSLATE_NOOP("ExpiryCard", "Admin token “%1”")).arg(name);
}

QString expirySentence(const admin::api::Expiry& expiry, const QDateTime& now) {
    const QDateTime end = toDateTime(expiry.expiresAt);
    const QString date = QLocale().toString(widgets::onClock(end).date(), QStringLiteral("d MMM yyyy"));
    const qint64 days = now.secsTo(end) / kDay;
    const bool key = expiry.kind == "signing-key";
    if (end <= now) {
        return (key ? say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 is overdue for rotation (since %2)"))
                    : say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 has expired (%2)")))
            .arg(expiringName(expiry), date);
    }
    if (days < 1) {
        return (key ? say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 is due for rotation within a day (%2)"))
                    : say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 expires within a day (%2)")))
            .arg(expiringName(expiry), date);
    }
    if (days == 1) {
        return (key ? say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 is due for rotation in one day (%2)"))
                    : say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 expires in one day (%2)")))
            .arg(expiringName(expiry), date);
    }
    return (key ? say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 is due for rotation in %2 days (%3)"))
                : say(QT_TRANSLATE_NOOP("ExpiryCard", "%1 expires in %2 days (%3)")))
        .arg(expiringName(expiry), QString::number(days), date);
}

QString expiryCure(const admin::api::Expiry& expiry) {
    if (expiry.kind == "tls-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Put a new one in its file; the broker reads it by itself."));
    }
    if (expiry.kind == "app-secret") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Give the app its new secret before then."));
    }
    if (expiry.kind == "app") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Ask its owner whether it is still needed; then set a later "
                                                   "expiresAt."));
    }
    if (expiry.kind == "signing-key") {
        return expiry.tenant.empty() ? say(QT_TRANSLATE_NOOP("ExpiryCard", "It is rotated by the people who run the "
                                                                           "broker."))
                                     : say(QT_TRANSLATE_NOOP("ExpiryCard", "Rotate it: gatehousectl key rotate "
                                                                           "--tenant %1"))
                                           .arg(toQString(expiry.tenant));
    }
    if (expiry.kind == "trusted-authority") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Add its successor to the connection, or sign-ins through it "
                                                   "stop."));
    }
    if (expiry.kind == "provider-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Have its administrators publish the next key; Gatehouse reads "
                                                   "it by itself."));
    }
    if (expiry.kind == "provider-metadata") {
        return say(
            QT_TRANSLATE_NOOP("ExpiryCard", "Paste its current one, or give the address where it is published."));
    }
    if (expiry.kind == "saml-certificate") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard", "Rotate the key, once every provider and app has read the next one "
                                                   "from our metadata."));
    }
    if (expiry.kind == "scim-token") {
        return say(QT_TRANSLATE_NOOP("ExpiryCard",
                                     "Rotate it with gatehousectl scim-token rotate, and enter the new one "
                                     "at the directory."));
    }
    return say(QT_TRANSLATE_NOOP("ExpiryCard", "Make a new one with gatehousectl token create."));
}

int expiryStage(const QDateTime& expiresAt, const QDateTime& now) {
    const qint64 left = now.secsTo(expiresAt);
    if (left <= 0) {
        return 0;
    }
    const auto* const stage =
        std::find_if(std::begin(kStages), std::end(kStages), [&](int days) { return left <= days * kDay; });
    return stage == std::end(kStages) ? -1 : *stage;
}

Status urgencyOf(const QDateTime& expiresAt, const QDateTime& now) {
    const int stage = expiryStage(expiresAt, now);
    return stage < 0                ? Status::Ok
           : stage <= kCriticalDays ? Status::Failed
           : stage <= 30            ? Status::Warning
                                    : Status::Info;
}

ExpiryWatch::ExpiryWatch(client::AdminClient& client, Notifications& notifications, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_notifications(notifications) {
    m_hourly.setInterval(kHourMs);
    connect(&m_hourly, &QTimer::timeout, this, &ExpiryWatch::look);
}

void ExpiryWatch::watch(const QString& broker) {
    if (m_broker == broker) {
        return;
    }
    m_broker = broker;
    m_hourly.start();
    look();
}

void ExpiryWatch::look() {
    m_asking.run(m_client.expiries(), this, [this](const auto& outcome) {
        if (outcome) { // else Home says why
            take(outcome->items, QDateTime::currentDateTimeUtc());
        }
    });
}

void ExpiryWatch::take(const std::vector<admin::api::Expiry>& expiries, const QDateTime& now) {
    QSettings settings = openSettings();
    const QStringList before = settings.value(kSaid).toStringList();
    QStringList said;
    const QString mine = m_broker + u' ';
    for (const QString& one : before) {
        if (!one.startsWith(mine)) {
            said.append(one);
        }
    }
    for (const admin::api::Expiry& expiry : expiries) {
        const QDateTime end = toDateTime(expiry.expiresAt);
        const int stage = expiryStage(end, now);
        if (stage < 0) {
            m_notifications.resolve(subjectOf(expiry)); // it was renewed
            continue;
        }
        const QString entry =
            mine + toQString(expiry.id) + QStringLiteral(" %1 %2").arg(stage).arg(end.toMSecsSinceEpoch());
        said.append(entry);
        if (before.contains(entry)) {
            continue;
        }
        using Level = Notifications::Level;
        const bool critical = stage <= kCriticalDays && stopsSomething(expiry);
        m_notifications.add(critical      ? Level::Critical
                            : stage <= 30 ? Level::Warning
                                          : Level::Info,
                            subjectOf(expiry), expirySentence(expiry, now) + QStringLiteral(". ") + expiryCure(expiry),
                            {QStringLiteral("home")});
    }
    settings.setValue(kSaid, said);
}

} // namespace gatehouse::ui::shell
