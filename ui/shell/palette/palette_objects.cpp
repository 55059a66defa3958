// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/palette_objects.h"

#include "ui/client/admin_client.h"
#include "ui/client/convert.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kMostOfAKind = 8;
/// The broker has chosen them already: what it matched on may not be in the title.
constexpr int kFoundByBroker = 6;

template <class T>
std::vector<T> itemsOf(const client::Outcome<client::api::Page<T>>& outcome) {
    return outcome ? outcome->items : std::vector<T>();
}

} // namespace

PaletteObjects::PaletteObjects(client::AdminClient& client, Go go, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_go(std::move(go)) {}

void PaletteObjects::drop() {
    for (client::Latest& asked : m_asked) {
        asked.drop();
    }
    for (auto& items : m_items) {
        items.clear();
    }
    m_pending = 0;
}

void PaletteObjects::search(const QString& tenant, const QString& tenantName, const QString& typed) {
    drop();
    if (tenant.isEmpty() || typed.size() < 2) {
        emit changed();
        return;
    }
    const client::ListQuery query{typed, {}, kMostOfAKind};
    if (m_panels.contains(QLatin1String("connections"))) {
        ++m_pending;
        m_asked[Connections].run(m_client.connections(tenant, query), this, [=, this](const auto& outcome) {
            for (const auto& one : itemsOf(outcome)) {
                const QString title = client::toQString(one.displayName.empty() ? one.name : one.displayName);
                add(Connections, title, tr("Identity provider in %1").arg(tenantName),
                    {QStringLiteral("connections"), tenant, client::toQString(one.id)});
            }
            answered();
        });
    }
    if (m_panels.contains(QLatin1String("apps"))) {
        ++m_pending;
        m_asked[Apps].run(m_client.apps(tenant, query), this, [=, this](const auto& outcome) {
            for (const auto& one : itemsOf(outcome)) {
                add(Apps, client::toQString(one.name), tr("App of %1").arg(tenantName),
                    {QStringLiteral("apps"), tenant, client::toQString(one.id)});
            }
            answered();
        });
    }
    if (m_panels.contains(QLatin1String("users"))) {
        ++m_pending;
        m_asked[Users].run(m_client.users(tenant, query), this, [=, this](const auto& outcome) {
            for (const auto& one : itemsOf(outcome)) {
                const QString email = client::toQString(one.email);
                const QString name = client::toQString(one.displayName);
                add(Users, name.isEmpty() ? email : name,
                    (name.isEmpty() ? QString() : email + QStringLiteral("  ")) + tr("User in %1").arg(tenantName),
                    {QStringLiteral("users"), tenant, client::toQString(one.id)});
            }
            answered();
        });
    }
}

void PaletteObjects::add(Kind kind, const QString& title, const QString& detail, const Place& place) {
    PaletteItem item;
    item.title = title;
    item.detail = detail;
    item.icon = kind == Users  ? QStringLiteral("user")
                : kind == Apps ? QStringLiteral("app")
                               : QStringLiteral("connections");
    item.bonus = kFoundByBroker;
    item.run = [go = m_go, place] { go(place); };
    m_items[kind].push_back(std::move(item));
}

void PaletteObjects::answered() {
    --m_pending;
    emit changed();
}

std::vector<PaletteItem> PaletteObjects::items() const {
    std::vector<PaletteItem> all;
    for (const auto& items : m_items) {
        all.insert(all.end(), items.begin(), items.end());
    }
    return all;
}

} // namespace gatehouse::ui::shell
