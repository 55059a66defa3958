// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/secret.h"
#include "base/time.h"
#include "http/client.h"
#include "http/forms.h"
#include "http/message.h"
#include "jose/jwk.h"
#include "sandbox/expiring_map.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::sandbox {

/// How the demo app calls its issuer.
using Send = std::function<Result<http::OutboundResponse>(const http::OutboundRequest&)>;
/// Answers calls below `publicUrl` by the broker's own handler, without a socket; refuses all others with
/// `outbound.url`.
[[nodiscard]] Send inProcess(http::Handler handler, std::string publicUrl);

struct DemoAppOptions {
    std::string url;      ///< "<public-url>/demo", where it is reached
    std::string path;     ///< "/demo": how the paths of its requests begin
    std::string issuer;   ///< whose app it is: "<public-url>/t/acme"
    std::string domain{}; ///< whose people it is for, told as domain_hint; empty: it does not say
    std::string clientId;
    Secret clientSecret;
    std::string scope = "openid profile email groups offline_access";
};

/// A small confidential web app as a customer of the broker would write it: signs in by code with PKCE, proves the ID
/// token, shows its tokens and userinfo, refreshes, logs out (RP-initiated), and honours back-channel logout. To be
/// registered with redirectUri(), postLogoutRedirectUri() and backchannelLogoutUri(). Thread safe.
class DemoApp {
public:
    DemoApp(DemoAppOptions options, Send send, const Clock& clock);
    /// Answers any request whose path is `options.path` or below.
    [[nodiscard]] http::Response handle(const http::Request& request);

    [[nodiscard]] static std::string redirectUri(std::string_view url) { return std::string(url) + "/callback"; }
    [[nodiscard]] static std::string postLogoutRedirectUri(std::string_view url) {
        return std::string(url) + "/signed-out";
    }
    [[nodiscard]] static std::string backchannelLogoutUri(std::string_view url) {
        return std::string(url) + "/backchannel-logout";
    }

private:
    /// A trip to the issuer.
    struct Trip {
        std::string browser;
        std::string nonce;
        std::string verifier;
    };
    struct Session {
        std::string subject;
        std::string sid;
        std::string idToken;
        std::string accessToken;
        std::string refreshToken;
        json::Object claims;
        json::Object userinfo;
        std::string userinfoError;
        int refreshes = 0;
    };
    struct Provider {
        std::string authorization, token, jwks, userinfo, endSession;
        std::vector<std::string> algorithms;
    };

    [[nodiscard]] http::Response home(const http::Request& request);
    [[nodiscard]] http::Response begin(const http::Request& request);
    [[nodiscard]] http::Response callback(const http::Request& request);
    [[nodiscard]] http::Response refresh(const http::Request& request);
    [[nodiscard]] http::Response logout(const http::Request& request);
    [[nodiscard]] http::Response backchannelLogout(const http::Request& request);
    enum class Left { Now, Before };
    [[nodiscard]] http::Response signedInPage(const Session& session, web::Language language) const;
    [[nodiscard]] http::Response signedOutPage(Left left, web::Language language) const;
    [[nodiscard]] http::Response failed(const Error& error, web::Language language) const;

    [[nodiscard]] Result<Session> finish(const http::Parameters& answer, const std::string& browser);
    [[nodiscard]] Result<json::Object> askToken(const Provider& provider, const http::Parameters& form) const;
    [[nodiscard]] Result<json::Object> proveJwt(const Provider& provider, const std::string& token,
                                                std::string_view type, const std::optional<std::string>& nonce) const;
    void fetchUserinfo(const Provider& provider, Session& session) const;
    [[nodiscard]] Result<Provider> provider();
    [[nodiscard]] Result<json::Object> getJson(const std::string& url, const std::string& bearer) const;
    [[nodiscard]] std::string cookieName() const;
    [[nodiscard]] std::string browserOf(const http::Request& request) const;
    [[nodiscard]] std::string setBrowser(const std::string& value) const;

    const DemoAppOptions m_options;
    const Send m_send;
    const Clock& m_clock;
    ExpiringMap<Trip> m_trips;
    ExpiringMap<Session> m_sessions; ///< by the browser's cookie
    std::mutex m_mutex;
    std::optional<Provider> m_provider;
};

} // namespace gatehouse::sandbox
