// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>
#include <QTimer>

#include "admin/api/statistics.h"
#include "ui/client/admin_client.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {

class Notifications;

/// "TLS certificate acme.example.com expires in 12 days (12 Mar 2026)"; a signing key "is due for rotation".
[[nodiscard]] QString expirySentence(const admin::api::Expiry& expiry, const QDateTime& now);
/// "TLS certificate acme.example.com"
[[nodiscard]] QString expiringName(const admin::api::Expiry& expiry);
/// What to do about it.
[[nodiscard]] QString expiryCure(const admin::api::Expiry& expiry);

/// The narrowest of the thresholds 60, 30, 14, 7 and 1 days that it has come to; 0 where it has ended, -1 where it is
/// further away.
[[nodiscard]] int expiryStage(const QDateTime& expiresAt, const QDateTime& now);
/// How urgent it is: nothing, from 60 days on a note, from 30 a warning, from 7 a failure.
[[nodiscard]] widgets::Status urgencyOf(const QDateTime& expiresAt, const QDateTime& now);

/// Looks every hour for what ends by itself, and says so once at each threshold in the list of notifications: in the
/// last seven days as critical, which the desktop hears of. What was said is remembered, so that nothing dismissed
/// comes back with the next start.
class ExpiryWatch final : public QObject {
    Q_OBJECT
public:
    ExpiryWatch(client::AdminClient& client, Notifications& notifications, QObject* parent = nullptr);

    /// Of the broker at that address. Looks now, and from then on.
    void watch(const QString& broker);
    void take(const std::vector<admin::api::Expiry>& expiries, const QDateTime& now);

private:
    void look();

    client::AdminClient& m_client;
    Notifications& m_notifications;
    client::Latest m_asking;
    QTimer m_hourly;
    QString m_broker;
};

} // namespace gatehouse::ui::shell
