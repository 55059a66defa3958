// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

#include "apps/apps.h"
#include "keys/key_ring.h"
#include "oidc/provider/issuer.h"
#include "outbox/outbox.h"
#include "sessions/sessions.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::oidc::provider {

/// The kind of the outbox's messages that tell apps of a session's end. Their subject is the session's id, their
/// destination the app's.
inline constexpr std::string_view kBackchannelLogout = "backchannel-logout";

/// Tells every app that took part in a session that it ended, if the app has a back-channel logout address (OpenID
/// Connect Back-Channel Logout 1.0). Put in the transaction that ends the session; the token is signed at delivery,
/// afresh for each try.
class BackchannelLogout final : public sessions::Endings, public outbox::Courier {
public:
    struct Parts {
        const Clock& clock;
        const keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        apps::AppCache& apps;
        const web::PublicUrl& publicUrl;
        outbox::Outbox& outbox;
        /// After each try, once it is kept. Unset: nobody listens.
        std::function<void(const TenantId&, const outbox::Receipt&)> onReceipt = {};
    };
    explicit BackchannelLogout(Parts parts)
        : m_parts(std::move(parts)) {}

    [[nodiscard]] Status ended(store::Writer& writer, const TenantId& tenant,
                               const std::vector<sessions::Ended>& sessions) override;
    /// `logout.no_address` once the app has none any more, `apps.not_found`, and those of the keys.
    [[nodiscard]] Result<http::OutboundRequest> request(const outbox::Message& message) override;
    [[nodiscard]] Status kept(store::Writer& writer, const outbox::Message& message,
                              const outbox::Receipt& receipt) override;

private:
    [[nodiscard]] Result<Issuer> issuerOf(const TenantId& issuer) const;
    Parts m_parts;
};

} // namespace gatehouse::oidc::provider
