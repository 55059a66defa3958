// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/issuer_keys.h"

#include "connections/metadata.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {
namespace {

tl::unexpected<Error> noKeys(std::string_view detail) {
    return fail(Code::InvalidArgument, "oauth.invalid_grant.assertion_keys", detail);
}

/// A bundle as a plain JWK set: its keys say by `use` which kind of SVID they prove.
Result<jose::JwkSet> bundleKeys(const std::string& text) {
    TRY(bundle, json::parseObject(text));
    json::Array keys;
    if (const json::Array* all = json::arrayMember(bundle, "keys")) {
        for (const json::Value& each : *all) {
            if (each.is_object() && json::stringMember(each.get_object(), "use") == "jwt-svid") {
                json::Object key = each.get_object();
                key.erase("use");
                keys.push_back(std::move(key));
            }
        }
    }
    return jose::parseJwkSet(json::write(json::Object{{"keys", std::move(keys)}}));
}

} // namespace

Result<std::shared_ptr<const jose::JwkSet>> IssuerKeys::get(const TenantId& owner, const apps::TrustedIssuer& trusted,
                                                            std::string_view kid) {
    const std::string place = owner.text() + '\n' + trusted.issuer + '\n' + trusted.jwksUri;
    auto set = m_remote.get(place, kid, [&] { return fetch(owner, trusted); });
    return set ? std::move(set) : noKeys(set.error().reason);
}

Result<jose::JwkSet> IssuerKeys::fetch(const TenantId& owner, const apps::TrustedIssuer& trusted) {
    std::string address = trusted.jwksUri;
    if (address.empty()) {
        TRY(text, fetchJson(m_client, owner, connections::discoveryUrl(trusted.issuer)));
        TRY(metadata, json::parseObject(text));
        if (json::stringMember(metadata, "issuer") != trusted.issuer) {
            return fail(Code::FailedPrecondition, "metadata.issuer_mismatch");
        }
        address = json::stringMember(metadata, "jwks_uri").value_or("");
        if (address.empty()) {
            return fail(Code::FailedPrecondition, "metadata.endpoint_missing", "the metadata has no jwks_uri");
        }
    }
    TRY(text, fetchJson(m_client, owner, address));
    return apps::isTrustDomain(trusted.issuer) ? bundleKeys(text) : jose::parseJwkSet(text);
}

} // namespace gatehouse::oidc::provider
