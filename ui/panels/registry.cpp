// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/registry.h"

#include <QCoreApplication>

#include "ui/panels/apps/apps_panel.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/connections/connections_panel.h"
#include "ui/panels/groups/groups_panel.h"
#include "ui/panels/history/history_panel.h"
#include "ui/panels/home/home_panel.h"
#include "ui/panels/keys/keys_panel.h"
#include "ui/panels/logins/logins_panel.h"
#include "ui/panels/mapping/mapping_panel.h"
#include "ui/panels/sandbox/sandbox_panel.h"
#include "ui/panels/scim/scim_panel.h"
#include "ui/panels/sessions/sessions_panel.h"
#include "ui/panels/syncs/syncs_panel.h"
#include "ui/panels/tenants/tenants_panel.h"
#include "ui/panels/users/users_panel.h"

namespace gatehouse::ui::panels {
namespace {

enum class Of { Broker, Tenant };

template <class T>
shell::PanelEntry entry(const char* id, const char* icon, const QString& title, Of of) {
    return {QLatin1String(id), title, QLatin1String(icon), of == Of::Tenant,
            [](shell::Services services, QWidget* parent) -> shell::Panel* { return new T(services, parent); }};
}

QString say(const char* text) {
    return QCoreApplication::translate("Panels", text);
}

} // namespace

std::vector<shell::PanelEntry> standardPanels() {
    return {
        entry<home::HomePanel>("home", "home", say(QT_TRANSLATE_NOOP("Panels", "Home")), Of::Broker),
        entry<tenants::TenantsPanel>("tenants", "tenants", say(QT_TRANSLATE_NOOP("Panels", "Tenants")), Of::Broker),
        entry<connections::ConnectionsPanel>("connections", "connections",
                                             say(QT_TRANSLATE_NOOP("Panels", "Identity providers")), Of::Tenant),
        entry<mapping::MappingPanel>("mapping", "mapping", say(QT_TRANSLATE_NOOP("Panels", "Claim mapping")),
                                     Of::Tenant),
        entry<apps::AppsPanel>("apps", "app", say(QT_TRANSLATE_NOOP("Panels", "Apps")), Of::Tenant),
        entry<users::UsersPanel>("users", "users", say(QT_TRANSLATE_NOOP("Panels", "Users")), Of::Tenant),
        entry<groups::GroupsPanel>("groups", "group", say(QT_TRANSLATE_NOOP("Panels", "Groups")), Of::Tenant),
        entry<scim::ScimPanel>("scim", "server", say(QT_TRANSLATE_NOOP("Panels", "Provisioning")), Of::Tenant),
        entry<syncs::SyncsPanel>("syncs", "refresh", say(QT_TRANSLATE_NOOP("Panels", "Synchronisation")), Of::Tenant),
        entry<sessions::SessionsPanel>("sessions", "session", say(QT_TRANSLATE_NOOP("Panels", "Sessions")), Of::Tenant),
        entry<logins::LoginsPanel>("logins", "logins", say(QT_TRANSLATE_NOOP("Panels", "Logins")), Of::Tenant),
        entry<audit::AuditPanel>("audit", "activity", say(QT_TRANSLATE_NOOP("Panels", "Audit log")), Of::Tenant),
        entry<sandbox::SandboxPanel>("sandbox", "sandbox", say(QT_TRANSLATE_NOOP("Panels", "Sandbox")), Of::Tenant),
        entry<keys::KeysPanel>("keys", "key", say(QT_TRANSLATE_NOOP("Panels", "Keys")), Of::Tenant),
        entry<history::HistoryPanel>("history", "clock", say(QT_TRANSLATE_NOOP("Panels", "History")), Of::Tenant)};
}

} // namespace gatehouse::ui::panels
