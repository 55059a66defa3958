// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/token_place.h"

#include <algorithm>
#include <array>

#include "tests/flows/assertions.h"

namespace gatehouse::flows {
namespace {

/// What RFCs and drafts call the tokens that somebody might confuse (RFC 8725, 3.11); "" stands for no typ.
constexpr std::array<const char*, 14> kTypes{"",
                                             "JWT",
                                             "at+jwt",
                                             "logout+jwt",
                                             "secevent+jwt",
                                             "dpop+jwt",
                                             "client-authentication+jwt",
                                             "oauth-authz-req+jwt",
                                             "oauth-id-jag+jwt",
                                             "global-token-revocation+jwt",
                                             "token-introspection+jwt",
                                             "entity-statement+jwt",
                                             "vc+sd-jwt",
                                             "passport"};

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

class Trying {
public:
    void expect(bool right, const std::string& what) {
        ++m_trial.tried;
        if (!right && m_trial.wrong.empty()) {
            m_trial.wrong = what;
        }
    }
    [[nodiscard]] Trial done() { return std::move(m_trial); }

private:
    Trial m_trial;
};

} // namespace

bool fitsAHeader(const std::string& token) {
    return token.find('\n') == std::string::npos && !token.starts_with(' ') && token.size() < 8000;
}

Trial tryGenuine(const std::vector<Place>& places) {
    Trying trying;
    for (const Place& place : places) {
        trying.expect(place.accepts(place.genuine()), place.name + ": the genuine one");
    }
    return trying.done();
}

Trial tryForged(const std::vector<Place>& places) {
    Trying trying;
    for (const Place& place : places) {
        const std::string genuine = place.genuine();
        for (const Forged& forged : forgeries(genuine, place.key)) {
            const bool ownProof = place.namesItsKey && forged.name.starts_with("jwk");
            trying.expect(ownProof || !place.accepts(forged.token), place.name + ": " + forged.name);
        }
        trying.expect(place.accepts(genuine), place.name + ": the genuine one, afterwards");
    }
    return trying.done();
}

Trial tryMalformed(const std::vector<Place>& places) {
    Trying trying;
    for (const Place& place : places) {
        if (!place.sign) {
            continue;
        }
        const std::string genuine = place.genuine();
        for (const Forged& forged : malformed(genuine, place.sign)) {
            trying.expect(!place.accepts(forged.token), place.name + ": " + forged.name);
        }
        trying.expect(place.accepts(genuine), place.name + ": the genuine one, afterwards");
    }
    return trying.done();
}

Trial tryOtherTypes(const std::vector<Place>& places) {
    Trying trying;
    for (const Place& place : places) {
        for (const std::string type : kTypes) {
            if (!place.sign) {
                continue;
            }
            const std::string genuine = place.genuine();
            const json::Object header =
                changed(headerOf(genuine), {{"typ", type.empty() ? json::Value() : json::Value(type)}});
            const std::string token = place.sign(json::write(header), json::write(payloadOf(genuine)));
            trying.expect(place.accepts(token) == contains(place.types, type), place.name + ": typ '" + type + "'");
        }
    }
    return trying.done();
}

Trial tryOtherKinds(const std::vector<Place>& places, std::vector<OtherToken> more) {
    Trying trying;
    for (const Place& place : places) {
        more.push_back({place.kinds.front(), place.genuine()});
    }
    for (const Place& place : places) {
        for (const OtherToken& other : more) {
            if (!contains(place.kinds, other.kind)) {
                trying.expect(!place.accepts(other.token), place.name + ": " + other.kind);
            }
        }
    }
    return trying.done();
}

} // namespace gatehouse::flows
