// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/recent_brokers.h"

#include <algorithm>

#include "ui/shell/settings.h"

namespace gatehouse::ui::connect {
namespace {

constexpr std::size_t kMost = 8;
const auto kArray = QStringLiteral("brokers");

void write(const std::vector<RecentBroker>& brokers) {
    QSettings settings = shell::openSettings();
    settings.remove(kArray);
    settings.beginWriteArray(kArray);
    int at = 0;
    for (const RecentBroker& broker : brokers) {
        settings.setArrayIndex(at++);
        settings.setValue(QStringLiteral("url"), broker.url);
        settings.setValue(QStringLiteral("signIn"), broker.signIn);
        settings.setValue(QStringLiteral("issuer"), broker.issuer);
    }
    settings.endArray();
}

} // namespace

std::vector<RecentBroker> recentBrokers() {
    QSettings settings = shell::openSettings();
    std::vector<RecentBroker> brokers;
    const int count = settings.beginReadArray(kArray);
    for (int at = 0; at < count; ++at) {
        settings.setArrayIndex(at);
        RecentBroker broker{settings.value(QStringLiteral("url")).toString(),
                            settings.value(QStringLiteral("signIn")).toBool(),
                            settings.value(QStringLiteral("issuer")).toString()};
        if (!broker.url.isEmpty()) {
            brokers.push_back(std::move(broker));
        }
    }
    return brokers;
}

void rememberBroker(const RecentBroker& broker) {
    std::vector<RecentBroker> brokers = recentBrokers();
    std::erase_if(brokers, [&](const RecentBroker& one) { return one.url == broker.url; });
    brokers.insert(brokers.begin(), broker);
    if (brokers.size() > kMost) {
        brokers.resize(kMost);
    }
    write(brokers);
}

void forgetBroker(const QString& url) {
    std::vector<RecentBroker> brokers = recentBrokers();
    std::erase_if(brokers, [&](const RecentBroker& one) { return one.url == url; });
    write(brokers);
}

} // namespace gatehouse::ui::connect
