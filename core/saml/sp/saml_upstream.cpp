// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/saml_upstream.h"

#include <algorithm>

#include "base/words.h"
#include "connections/acr_mapping.h"
#include "login/recording.h"
#include "saml/keys/saml_keys.h"
#include "saml/sp/claims_of.h"
#include "saml/sp/logout_hint.h"
#include "saml/sp/recorded.h"
#include "saml/sp/rules.h"
#include "saml/wire/authn_request.h"
#include "saml/wire/deflate.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/redirect_binding.h"
#include "xml/signature.h"

namespace gatehouse::saml::sp {

/// What a trip, or its recording, demands of the answer.
struct SamlUpstream::Demand {
    std::string nonce;
    std::vector<std::string> acrValues;
    std::vector<std::string> acrMeeting;
    bool acrEssential = false;
    std::optional<Seconds> maxAge;
};

namespace {

using connections::Binding;
using connections::Connection;
using gatehouse::keys::Ring;
using gatehouse::keys::SamlKey;

constexpr std::string_view kUnmet = "unmet_authentication_requirements";
constexpr std::string_view kReplayed = "saml.replay";

// An NCName, whatever the nonce begins with (SAML V2.0 Core, 1.3.4).
std::string requestId(const std::string& nonce) {
    return "_" + nonce;
}

/// The class references to ask for: of the app's levels those that may be demanded, else what the connection says.
/// A level that is only wished for is asked for where the connection knows the provider's name for it: with any other
/// the provider would have to refuse (SAML V2.0 Core, 3.3.2.2.1).
std::vector<std::string> contextsFor(const Connection& connection, const login::Trip& trip) {
    if (trip.acrValues.empty()) {
        return connection.saml.authnContext;
    }
    const auto isMapped = [&](const std::string& name) {
        return std::any_of(connection.acrMapping.begin(), connection.acrMapping.end(),
                           [&](const connections::AcrPair& pair) { return pair.theirs == name; });
    };
    std::vector<std::string> contexts = connections::askFor(connection, trip.acrValues, trip.acrMeeting).acr;
    if (!trip.acrEssential && !std::all_of(contexts.begin(), contexts.end(), isMapped)) {
        contexts.clear();
    }
    return contexts;
}

login::Proof failWith(login::Proof proof, const Error& error) {
    const std::string reason = error.reason.starts_with("outbound.") || error.reason == "metadata.http_status"
                                   ? "upstream.unreachable"
                               : error.reason.starts_with("metadata.") || error.reason.starts_with("xml.") ||
                                       error.reason.starts_with("crypto.")
                                   ? "upstream.metadata"
                                   : error.reason;
    proof.checks.push_back({reason, Check::Status::Fail, "", error.reason, "Test the connection.", ""});
    proof.error = Error{error.code, reason, error.reason + ": " + error.detail};
    return proof;
}

/// What the provider's own refusal is to the app.
std::string_view reasonOfStatus(const std::string& status) {
    return status == wire::kStatusNoAuthnContext  ? kUnmet
           : status == wire::kStatusNoPassive     ? std::string_view("upstream.login_required")
           : status == wire::kStatusRequestDenied ? std::string_view("upstream.cancelled")
                                                  : std::string_view();
}

/// Why a signature did not count: of all that a check named after its place may find, what can be cured each in its own
/// way. Empty: it was no signature that failed.
std::string reasonOfSignature(const Check& failed) {
    constexpr std::string_view kFound = "signature.";
    return failed.name.starts_with("saml.signature.") && failed.actual.starts_with(kFound)
               ? "saml." + failed.actual.substr(0, failed.actual.find(':'))
               : std::string();
}

bool isByUnknownKey(const ResponseVerdict& verdict) {
    return std::any_of(verdict.checks.begin(), verdict.checks.end(), [](const Check& check) {
        return check.status == Check::Status::Fail && check.name.starts_with("saml.signature.") &&
               check.actual.starts_with("signature.key");
    });
}

const login::Message* lastAnswer(const login::Recording& recording) {
    const login::Message* found = nullptr;
    for (const login::Message& message : recording.messages) {
        if (message.name == login::message::kRedirect) {
            found = nullptr;
        } else if (message.name == login::message::kSamlResponse) {
            found = &message;
        }
    }
    return found;
}

} // namespace

Result<login::Departure> SamlUpstream::start(const Connection& connection, const login::Trip& trip) {
    const Time now = m_parts.clock.now();
    TRY(held, m_parts.idps.get(connection));
    const Idp& idp = held->idp;
    wire::AuthnRequest request;
    request.id = requestId(trip.nonce);
    request.issueInstant = now;
    request.destination = idp.ssoUrl;
    request.issuer = m_parts.publicUrl.samlService(connection.id, "metadata");
    request.acsUrl = m_parts.publicUrl.samlService(connection.id, "acs");
    request.forceAuthn = trip.forceLogin;
    request.isPassive = trip.silent;
    request.nameIdFormat = connection.saml.nameIdFormat;
    request.authnContext = contextsFor(connection, trip);
    std::string xml = wire::toXml(request);

    TRY(ring, saml::keys::ringForSaml(m_parts.store, m_parts.keys, connection.tenant, now));
    const SamlKey& own = ring->samlSigning.front();
    const bool isSigned = connection.saml.signRequests || idp.wantsSignedRequests;
    login::Departure departure;
    const bool byPost = idp.ssoBinding == Binding::Post;
    departure.messages.push_back(
        recordedMessage(login::message::kSamlRequest, now, byPost ? "POST" : "GET", idp.ssoUrl, xml));
    if (byPost) {
        if (isSigned) {
            const xml::Signing signing{*own.key, crypto::Signature::RS256, &own.certificate};
            TRY(withSignature, xml::sign(std::move(xml), request.id, "Issuer", signing));
            xml = std::move(withSignature);
        }
        departure.address = idp.ssoUrl;
        departure.form.append("SAMLRequest", base64Encode(xml));
        departure.form.append("RelayState", trip.state);
        return departure;
    }
    TRY(address,
        wire::redirectAddress(idp.ssoUrl, wire::MessageKind::Request, xml, trip.state, isSigned ? &*own.key : nullptr));
    departure.address = std::move(address);
    return departure;
}

ResponseRules SamlUpstream::rulesFor(const Connection& connection, const Idp& idp, const Demand& demand) const {
    ResponseRules rules = rulesOf(connection, idp, m_parts.publicUrl);
    if (demand.nonce.empty()) { // it began there
        rules.answers = Answers::Nothing;
        rules.longestUnderWay = kUnaskedUnderWay;
    } else {
        rules.inResponseTo = requestId(demand.nonce);
    }
    rules.maxAge = demand.maxAge;
    if (!demand.acrValues.empty()) {
        rules.authnContext.clear();
    }
    return rules;
}

login::Proof SamlUpstream::finish(const Connection& connection, const login::Trip& trip,
                                  const http::Parameters& answer) {
    login::Proof proof;
    auto held = m_parts.idps.get(connection);
    if (!held) {
        return failWith(std::move(proof), held.error());
    }
    if (trip.nonce.empty() && !connection.saml.allowIdpInitiated) {
        proof.checks.push_back({"saml.unsolicited", Check::Status::Fail, "a response that was asked for", "no request",
                                "Begin at the app, or allow it in the connection.", "SAML V2.0 Profiles, 4.1.5"});
        return proof;
    }
    const Time now = m_parts.clock.now();
    const auto ring = saml::keys::ringForSaml(m_parts.store, m_parts.keys, connection.tenant, now);
    if (!ring) {
        return failWith(std::move(proof), ring.error());
    }
    const auto text = base64Decode(answer.get("SAMLResponse").value_or(""));
    if (!text || text->empty() || text->size() > wire::kLargestMessage) {
        proof.checks.push_back({"login.malformed_answer", Check::Status::Fail, "a SAMLResponse in base64",
                                text && !text->empty() ? "too large" : "none", "Sign in again.",
                                "SAML V2.0 Bindings, 3.5.4"});
        return proof;
    }
    const Demand demand{trip.nonce, trip.acrValues, trip.acrMeeting, trip.acrEssential,
                        trip.forceLogin ? std::optional(Seconds(0)) : trip.maxAge};
    const auto judge = [&](const Idp& idp) {
        ResponseRules rules = rulesFor(connection, idp, demand);
        for (const SamlKey& key : (*ring)->samlEncryption) {
            rules.decryptionKeys.push_back(*key.key);
        }
        return judgeResponse(*text, rules, now);
    };
    ResponseVerdict verdict = judge((*held)->idp);
    if (isByUnknownKey(verdict)) {
        if (const auto renewed = m_parts.idps.refreshKeys(connection, *held); renewed && *renewed != *held) {
            held = renewed;
            verdict = judge((*held)->idp);
        }
    }
    proof.provider = (*held)->description;
    proof.messages.push_back(recordedMessage(login::message::kSamlResponse, now, "",
                                             m_parts.publicUrl.samlService(connection.id, "acs"), verdict.clear));
    proof.facts.at = now;
    proof.facts.signatureHeld = std::any_of(verdict.checks.begin(), verdict.checks.end(), [](const Check& check) {
        return check.name == "saml.signature" && check.status == Check::Status::Ok;
    });
    proof.checks.clear();
    conclude(connection, demand, std::move(verdict), now, proof);
    if (proof.identity) {
        proof.facts.identityProven = true;
        proof.identity->usedOnce->kind = "saml_assertion " + connection.id.text();
    }
    return proof;
}

void SamlUpstream::conclude(const Connection& connection, const Demand& demand, ResponseVerdict verdict, Time now,
                            login::Proof& proof) {
    proof.checks = std::move(verdict.checks);
    if (!verdict.assertion) {
        const Check* failed = firstFailure(proof.checks);
        const std::string reason = failed == nullptr               ? std::string()
                                   : failed->name == "saml.status" ? std::string(reasonOfStatus(verdict.status))
                                                                   : reasonOfSignature(*failed);
        if (!reason.empty()) {
            proof.error = Error{Code::FailedPrecondition, reason,
                                failed->name == "saml.status" ? verdict.status : failed->actual};
        }
        return;
    }
    const Assertion& assertion = *verdict.assertion;
    login::AssertedIdentity asserted;
    asserted.claims = claimsOf(assertion);
    asserted.issuer = assertion.issuer;
    asserted.subject = subjectOf(assertion);
    asserted.levels = connections::levelsOf(connection.acrMapping, asserted.claims);
    asserted.amr = json::stringsMember(asserted.claims, "amr").value_or(std::vector<std::string>());
    asserted.authTime = std::min(assertion.authnInstant, now);
    asserted.upstreamSid = assertion.sessionIndex;
    asserted.sessionExpiry = assertion.sessionNotOnOrAfter;
    asserted.idToken = assertion.nameId ? logoutHint(*assertion.nameId, assertion.sessionIndex) : std::string();
    asserted.usedOnce = login::UsedOnce{{}, assertion.id, assertion.goodUntil, std::string(kReplayed)};
    proof.checks.push_back(subjectKnown(assertion, asserted.subject));
    if (demand.acrEssential && !demand.acrValues.empty()) {
        const bool met = std::any_of(asserted.levels.begin(), asserted.levels.end(), [&](const std::string& level) {
            return std::find(demand.acrMeeting.begin(), demand.acrMeeting.end(), level) != demand.acrMeeting.end();
        });
        proof.checks.push_back(
            {std::string(kUnmet), met ? Check::Status::Ok : Check::Status::Fail, joinWords(demand.acrValues),
             asserted.levels.empty() ? "no level" : joinWords(asserted.levels),
             met ? ""
                 : "Require the second factor at the identity provider, or correct the connection's mapping of levels.",
             "SAML V2.0 Core, 3.3.2.2.1"});
    }
    if (firstFailure(proof.checks) == nullptr) {
        proof.identity = std::move(asserted);
    }
}

login::Proof SamlUpstream::replay(const Connection& connection, const login::Recording& recording) const {
    login::Proof proof;
    const login::Message* answer = lastAnswer(recording);
    if (answer == nullptr || answer->cut || !recording.proven.at || !recording.proven.signatureHeld) {
        proof.error =
            Error{Code::FailedPrecondition, "flow.not_replayable", "it never came to a response with a good signature"};
        return proof;
    }
    const auto held = m_parts.idps.held(connection);
    if (!held) {
        proof.error = Error{Code::FailedPrecondition, "flow.not_replayable", "the provider's metadata is not there"};
        return proof;
    }
    const Time then = *recording.proven.at;
    const Demand demand{recording.nonce, recording.acrValues, recording.acrMeeting, recording.acrEssential,
                        recording.maxAge};
    ResponseRules rules = rulesFor(connection, held->idp, demand);
    rules.provenBefore = true;
    rules.wantEncrypted = false; // it was opened before it was recorded
    conclude(connection, demand, judgeResponse(answer->body, rules, then), then, proof);
    return proof;
}

std::string SamlUpstream::logoutUrl(const Connection& connection, const std::string& idTokenHint,
                                    const std::string& returnTo) {
    const auto held = m_parts.idps.get(connection);
    const auto hint = readLogoutHint(idTokenHint);
    if (!held || (*held)->idp.sloUrl.empty() || !hint) {
        return {};
    }
    const Time now = m_parts.clock.now();
    const auto ring = saml::keys::ringForSaml(m_parts.store, m_parts.keys, connection.tenant, now);
    if (!ring) {
        return {};
    }
    wire::LogoutRequest request;
    request.id = wire::newMessageId();
    request.issueInstant = now;
    request.notOnOrAfter = now + wire::kLogoutLife;
    request.destination = (*held)->idp.sloUrl;
    request.issuer = m_parts.publicUrl.samlService(connection.id, "metadata");
    request.nameId = hint->nameId;
    if (!hint->sessionIndex.empty()) {
        request.sessionIndexes = {hint->sessionIndex};
    }
    (void)returnTo; // our own page says that it is done: a RelayState is no address
    return wire::redirectAddress((*held)->idp.sloUrl, wire::MessageKind::Request, wire::toXml(request), {},
                                 &*(*ring)->samlSigning.front().key)
        .value_or(std::string());
}

} // namespace gatehouse::saml::sp
