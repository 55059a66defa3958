// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "oidc/provider/frontchannel_logout.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"
#include "outbox/outbox.h"
#include "web/language.h"

namespace gatehouse::oidc::provider {

/// What is known of an app that took part in a session that ended: it said so itself, it is being told, it was told in
/// vain, or it cannot be told by us (it has no back-channel logout address).
enum class AppEnding { Confirmed, Underway, NoAnswer, Unheard };
struct EndedApp {
    std::string name;
    AppEnding ending = AppEnding::Unheard;
};
/// Each app once, in the order in which they were used.
[[nodiscard]] Result<std::vector<EndedApp>> endedApps(const Parts& parts, const TenantId& tenant,
                                                      const SessionId& session);
/// nullptr: nothing was put into the outbox for it. What has waited for twenty seconds, because the app did not answer
/// others either, counts as not answered.
[[nodiscard]] AppEnding endingOf(const outbox::Receipt* receipt, Time now);

/// What this browser knows of a session of its own that ended: the tenant's id and the session's cookie, which is good
/// for nothing else any more. For ten minutes; nobody else can make it.
constexpr std::string_view kSignedOutCookie = "gh_signed_out";
constexpr Seconds kSignedOutLife{600};
/// Its value, where the request has a session cookie of the tenant.
[[nodiscard]] std::optional<std::string> signedOutProof(const Parts& parts, const http::Request& request,
                                                        const tenants::Tenant& tenant);
/// The session that ended here within those ten minutes, by the proof; nullopt where there is none.
struct EndedHere {
    std::shared_ptr<const tenants::Tenant> tenant;
    sessions::Session session;
};
[[nodiscard]] Result<std::optional<EndedHere>> endedHere(const Parts& parts, const Issuer& issuer,
                                                         std::string_view proof);

/// What the page after a sign-out is made of.
struct Farewell {
    std::optional<EndedHere> ended;  ///< names its apps; nullopt: the page names none
    std::string upstream;            ///< the provider's own logout, to be offered; may be empty
    std::vector<LogoutFrame> frames; ///< opened by the page
    std::string next;                ///< where the browser goes on to; may be empty
    std::string uiLocales;           ///< as the request had them
    web::Language language = web::Language::English;
};
/// The page. While apps are being told, which is twenty seconds at most, it is fetched again every other second from
/// `/oauth2/signed-out`, which tells the browser by its cookie.
[[nodiscard]] http::Response signedOutPage(const Parts& parts, const Issuer& issuer, const Farewell& farewell);

/// Where the provider's own session of this person ends, or empty.
[[nodiscard]] std::string upstreamLogout(const Parts& parts, const store::Sealer& sealer,
                                         const sessions::Session& session);

} // namespace gatehouse::oidc::provider
