// SPDX-License-Identifier: Apache-2.0
#include "apps/app_grants.h"

#include <algorithm>

#include "apps/app.h"
#include "apps/read_list.h"
#include "http/forms.h"
#include "oauth/scope.h"
#include "json/reader.h"

namespace gatehouse::apps {
namespace {

constexpr std::string_view kSpiffe = "spiffe://";
constexpr std::pair<std::string_view, RefreshPolicy> kPolicies[] = {{"rotate", RefreshPolicy::Rotate},
                                                                    {"static_bound", RefreshPolicy::StaticBound}};

bool isAddress(std::string_view text) {
    const auto url = http::parseUrl(text);
    const bool here = url && (url->host == "127.0.0.1" || url->host == "::1" || url->host == "localhost");
    return url && (url->scheme == "https" || (url->scheme == "http" && here));
}

bool isToken(std::string_view text) {
    return !text.empty() && text.size() <= 200 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

void readTrustedIssuer(json::ObjectReader& reader, TrustedIssuer& trusted) {
    reader.string("issuer", trusted.issuer);
    reader.string("subject", trusted.subject);
    reader.string("audience", trusted.audience);
    reader.string("jwksUri", trusted.jwksUri);
    reader.boolean("reusable", trusted.reusable);
    const auto refuse = [&](std::string_view member, std::string_view why) {
        reader.problem(member, "trusted_issuer_invalid", why);
    };
    const bool spiffe = isTrustDomain(trusted.issuer);
    if (!spiffe && !isAddress(trusted.issuer)) {
        refuse("issuer", "must be an https address, or spiffe:// and a trust domain");
    }
    // A pattern that begins with anything at all trusts whoever can get a token there.
    if (trusted.subject.empty() || trusted.subject.front() == '*' || trusted.subject.find("**") != std::string::npos) {
        refuse("subject", "must be a subject, in which single * may stand for a part but not begin it");
    }
    if (spiffe && !trusted.subject.starts_with(trusted.issuer + "/")) {
        refuse("subject", "must be an identity of the trust domain");
    }
    if (!trusted.jwksUri.empty() && !isAddress(trusted.jwksUri)) {
        refuse("jwksUri", "must be an https address");
    }
    if (spiffe && trusted.jwksUri.empty()) {
        refuse("jwksUri", "must be the trust domain's bundle endpoint: it has no discovery");
    }
}

void readResourceServer(json::ObjectReader& reader, ResourceServer& server) {
    reader.string("issuer", server.issuer);
    reader.string("clientId", server.clientId, 200);
    reader.strings("scopes", server.scopes);
    reader.strings("resources", server.resources);
    if (!isAddress(server.issuer)) {
        reader.problem("issuer", "resource_server_invalid", "must be the https address of an authorization server");
    }
    if (!isToken(server.clientId)) {
        reader.problem("clientId", "resource_server_invalid", "must be the app's client_id at that server");
    }
    if (!oauth::ScopeSet::fromTokens(server.scopes)) {
        reader.problem("scopes", "resource_server_invalid", "holds something that is no scope");
    }
}

void readDetailsType(json::ObjectReader& reader, DetailsType& details) {
    reader.string("type", details.type, 200);
    reader.strings("members", details.members, 50);
    if (!isToken(details.type)) {
        reader.problem("type", "authorization_details_invalid", "must be a name without spaces");
    }
    for (const std::string& member : details.members) {
        if (!isToken(member) || member == "type") {
            reader.problem("members", "authorization_details_invalid", "\"" + member + "\" is no member's name");
        }
    }
}

template <class T, class Write>
json::Array listOf(const std::vector<T>& all, const Write& write) {
    json::Array out;
    for (const T& each : all) {
        out.push_back(write(each));
    }
    return out;
}

void readExpiry(json::ObjectReader& reader, std::optional<Time>& field) {
    const json::Value* value = reader.take("expiresAt");
    if (value == nullptr) {
        return;
    }
    const auto time = value->is_string() ? parseRfc3339(json::view(value->get_string()))
                                         : Result<Time>(fail(Code::InvalidArgument, "time.malformed"));
    if (time) {
        field = *time;
    } else if (value->is_null()) {
        field.reset();
    } else {
        reader.problem("expiresAt", "wrong_type", "must be an RFC 3339 time");
    }
}

} // namespace

bool isTrustDomain(std::string_view issuer) {
    return issuer.starts_with(kSpiffe) && issuer.size() > kSpiffe.size() &&
           issuer.find_first_of("/?#*", kSpiffe.size()) == std::string_view::npos;
}

bool subjectMatches(std::string_view pattern, std::string_view subject) {
    const auto endsPart = [](char c) { return c == '/' || c == ':'; };
    std::size_t at = 0;
    std::size_t here = 0;
    std::size_t star = std::string_view::npos; // the last one, and where what follows it is tried
    std::size_t tried = 0;
    while (here < subject.size()) {
        if (at < pattern.size() && pattern[at] == '*' && !endsPart(subject[here])) {
            star = at++;
            tried = ++here;
        } else if (at < pattern.size() && pattern[at] != '*' && pattern[at] == subject[here]) {
            ++at;
            ++here;
        } else if (star != std::string_view::npos && !endsPart(subject[tried])) {
            // One longer. An earlier star needs no second try: whatever it could take, this one can.
            at = star + 1;
            here = ++tried;
        } else {
            return false;
        }
    }
    return at == pattern.size();
}

void writeGrants(const App& app, json::Object& out) {
    out["trustedIssuers"] = listOf(app.trustedIssuers, [](const TrustedIssuer& each) {
        return json::Object{{"issuer", each.issuer},
                            {"subject", each.subject},
                            {"audience", each.audience},
                            {"jwksUri", each.jwksUri},
                            {"reusable", each.reusable}};
    });
    out["resourceServers"] = listOf(app.resourceServers, [](const ResourceServer& each) {
        return json::Object{{"issuer", each.issuer},
                            {"clientId", each.clientId},
                            {"scopes", json::toArray(each.scopes)},
                            {"resources", json::toArray(each.resources)}};
    });
    out["authorizationDetails"] = listOf(app.authorizationDetails, [](const DetailsType& each) {
        return json::Object{{"type", each.type}, {"members", json::toArray(each.members)}};
    });
    out["actors"] = json::toArray(app.actors);
    out["impersonation"] = app.impersonation;
    for (const auto& [word, policy] : kPolicies) {
        if (policy == app.refreshPolicy) {
            out["refreshPolicy"] = word;
        }
    }
    out["owner"] = app.person;
    out["expiresAt"] = app.expiresAt ? json::Value(toRfc3339(*app.expiresAt)) : json::Value(nullptr);
}

void readGrants(json::ObjectReader& reader, App& app, Problems& problems) {
    readList(reader, "trustedIssuers", app.trustedIssuers, problems, readTrustedIssuer);
    readList(reader, "resourceServers", app.resourceServers, problems, readResourceServer);
    readList(reader, "authorizationDetails", app.authorizationDetails, problems, readDetailsType);
    reader.strings("actors", app.actors, 50);
    reader.boolean("impersonation", app.impersonation);
    reader.choice("refreshPolicy", app.refreshPolicy, kPolicies);
    reader.string("owner", app.person, 320);
    readExpiry(reader, app.expiresAt);
}

void checkGrants(const App& app, json::ObjectReader& reader) {
    if (app.type != Type::Service) {
        for (const auto& [member, given] :
             {std::pair("trustedIssuers", !app.trustedIssuers.empty()), std::pair("owner", !app.person.empty()),
              std::pair("expiresAt", app.expiresAt.has_value())}) {
            if (given) {
                reader.problem(member, "not_for_type", "belongs to services");
            }
        }
    }
    if (app.refreshPolicy == RefreshPolicy::StaticBound &&
        (app.auth == Auth::None ||
         (app.dpop != Use::Required && app.tlsClientCertificateBoundAccessTokens != Use::Required))) {
        reader.problem("refreshPolicy", "refresh_policy_unbound",
                       "static_bound is for apps that prove themselves and have to bind their tokens");
    }
}

} // namespace gatehouse::apps
