// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace gatehouse::ui::connect {

/// A broker that one was connected to: its address and how one came in. No token.
struct RecentBroker {
    QString url;
    bool signIn = false; ///< by signing in rather than by token
    QString issuer = {}; ///< where one signed in
    friend bool operator==(const RecentBroker&, const RecentBroker&) = default;
};

/// Newest first, at most eight, from the settings.
[[nodiscard]] std::vector<RecentBroker> recentBrokers();
void rememberBroker(const RecentBroker& broker);
void forgetBroker(const QString& url);

} // namespace gatehouse::ui::connect
