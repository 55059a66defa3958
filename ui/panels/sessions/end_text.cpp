// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/end_text.h"

#include <array>
#include <utility>

#include <QCoreApplication>

namespace gatehouse::ui::panels::sessions {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 9> kReasons{
    {{"logout", QT_TRANSLATE_NOOP("Sessions", "The person signed out")},
     {"admin_revoked", QT_TRANSLATE_NOOP("Sessions", "An administrator ended it")},
     {"everything_revoked", QT_TRANSLATE_NOOP("Sessions", "An administrator ended all sessions")},
     {"user_deactivated", QT_TRANSLATE_NOOP("Sessions", "The person was deactivated")},
     {"user_deleted", QT_TRANSLATE_NOOP("Sessions", "The person was deleted")},
     {"connection_disabled", QT_TRANSLATE_NOOP("Sessions", "The identity provider was switched off")},
     {"connection_deleted", QT_TRANSLATE_NOOP("Sessions", "The identity provider was deleted")},
     {"tenant_suspended", QT_TRANSLATE_NOOP("Sessions", "The tenant was suspended")},
     {"upstream_logout", QT_TRANSLATE_NOOP("Sessions", "The person signed out at the identity provider")}}};

} // namespace

QString endText(const QString& reason) {
    for (const auto& [slug, text] : kReasons) {
        if (reason == QLatin1String(slug)) {
            return QCoreApplication::translate("Sessions", text);
        }
    }
    return reason;
}

} // namespace gatehouse::ui::panels::sessions
