// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apps/apps.h"
#include "saml/sp/service_provider.h"
#include "store/store.h"
#include "tenants/tenant.h"
#include "web/public_url.h"

namespace gatehouse::broker {

/// The app that a sign-in begun at a tenant's SAML provider is for: the one whose client id or id the RelayState is;
/// where it is neither, the only app of the tenant that can be begun from outside. That is by initiateLoginUri (OpenID
/// Connect Core 1.0, 4), or for an app of type saml by our launch address. An address in the RelayState is never
/// followed. `saml.unsolicited`.
[[nodiscard]] Result<saml::sp::Opened> openedApp(store::Store& store, apps::AppCache& apps,
                                                 const web::PublicUrl& publicUrl, const tenants::Tenant& tenant,
                                                 const std::string& relayState);

} // namespace gatehouse::broker
