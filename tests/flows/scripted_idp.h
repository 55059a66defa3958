// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "http/forms.h"
#include "http/server.h"
#include "tests/support/test_idp.h"

namespace gatehouse::flows {

/// A provider on loopback that asks nobody, checks PKCE and the redirect URI like a real one, and does what the test
/// says: who signs in, and what is bent on the way. Thread safe.
class ScriptedIdp {
public:
    /// What a test may change. Everything is read anew at each request.
    struct Script {
        json::Object person; ///< claims of the ID token beyond the protocol's own
        /// Changes the finished claims of the ID token.
        std::function<void(json::Object&)> bendClaims;
        /// Makes the token of the claims, instead of the published key.
        std::function<std::string(const json::Object&)> sign;
        /// Changes the answer at the callback.
        std::function<void(http::Parameters&)> bendAnswer;
        json::Object userinfo; ///< by default the person
        int tokenStatus = 0;   ///< instead of an answer, this status with `tokenBody`
        std::string tokenBody;
        /// Changes the metadata document.
        std::function<void(json::Object&)> bendMetadata;
        /// Instead of the document at "/jwks" or "/.well-known/openid-configuration": what the test says.
        std::function<http::Response(const http::Request&)> serve;
        std::optional<json::Array> keys; ///< published instead of the key that signs
        /// Since when the person is signed in there: answers by that, unless `prompt` or `max_age` demand more; then it
        /// is now. Unset: signs everybody in anew.
        std::optional<Time> session;
        bool saysWhenAsked = false; ///< auth_time only where `max_age` was given
        /// Instead of an answer at "/authorize".
        std::function<http::Response(const http::Request&)> authorize;
    };

    explicit ScriptedIdp(const Clock& clock);
    ~ScriptedIdp() { m_server->stop(); }
    ScriptedIdp(const ScriptedIdp&) = delete;
    ScriptedIdp& operator=(const ScriptedIdp&) = delete;

    [[nodiscard]] const std::string& issuer() const { return m_issuer; }
    /// Starts again with a script that knows this person only.
    void person(json::Object claims);
    void change(const std::function<void(Script&)>& by);
    /// From now on signs with a new key and publishes that one alone.
    void rotateKeys();
    /// The published key, to sign by hand.
    [[nodiscard]] std::shared_ptr<const test::ProviderKey> key() const;
    /// Requests to a path so far ("/token").
    [[nodiscard]] int calls(const std::string& path) const;
    /// The Authorization header of the last request to /token, or empty.
    [[nodiscard]] std::string lastProof() const;
    /// The parameters of the last request to /authorize.
    [[nodiscard]] http::Parameters lastAsked() const;

private:
    struct Grant {
        std::string clientId, redirectUri, challenge, nonce;
        bool saysWhen = true;
    };
    http::Response handle(const http::Request& request);
    http::Response discovery() const;
    http::Response authorize(const http::Request& request);
    void signIn();
    http::Response token(const http::Request& request);

    const Clock& m_clock;
    mutable std::mutex m_mutex;
    std::string m_issuer;
    Script m_script;
    int m_keys = 0;
    std::shared_ptr<const test::ProviderKey> m_key;
    std::map<std::string, Grant> m_codes;
    std::map<std::string, int> m_calls;
    http::Parameters m_asked;
    std::string m_proof;
    std::unique_ptr<http::Server> m_server;
};

} // namespace gatehouse::flows
