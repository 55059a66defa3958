// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "admin/api/app.h"
#include "admin/api/key.h"

namespace gatehouse::ui::widgets {
class DetailGrid;
}

namespace gatehouse::ui::panels::apps {

/// What the administrator of an app that speaks SAML enters there, each with its copy button: our metadata (which is
/// our entity ID), sign-on and logout address, the certificates that we sign with (the active one and the next), and
/// where the app is opened from a portal. `issuer`: of the tenant; `keys`: its ring.
void addSamlValues(widgets::DetailGrid& grid, const admin::api::App& app, const QString& issuer,
                   const std::vector<admin::api::Key>& keys);

} // namespace gatehouse::ui::panels::apps
