// SPDX-License-Identifier: Apache-2.0
#include "sandbox/saml_answer.h"

#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/response.h"
#include "sandbox/saml_tampering.h"
#include "xml/signature.h"
#include "json/json.h"

namespace gatehouse::sandbox {

namespace wire = saml::wire;

namespace {

constexpr Seconds kAssertionLife{300};

/// An attribute of inetOrgPerson or eduMember, and the persona's claim that it says.
struct Said {
    std::string_view claim;
    std::string_view name;
    std::string_view friendlyName;
};
constexpr Said kSaid[] = {{"email", "urn:oid:0.9.2342.19200300.100.1.3", "mail"},
                          {"name", "urn:oid:2.16.840.1.113730.3.1.241", "displayName"},
                          {"given_name", "urn:oid:2.5.4.42", "givenName"},
                          {"family_name", "urn:oid:2.5.4.4", "sn"},
                          {"preferred_username", "urn:oid:0.9.2342.19200300.100.1.1", "uid"},
                          {"groups", "urn:oid:1.3.6.1.4.1.5923.1.5.1.1", "isMemberOf"}};

std::vector<std::string> valuesOf(const json::Object& claims, std::string_view name) {
    if (auto several = json::stringsMember(claims, name)) {
        return *std::move(several);
    }
    const auto one = json::stringMember(claims, name);
    return one ? std::vector{std::string(*one)} : std::vector<std::string>();
}

std::vector<wire::IssuedAttribute> attributesOf(const Persona& persona, const Faults& faults) {
    std::vector<wire::IssuedAttribute> attributes;
    for (const Said& each : kSaid) {
        auto values = valuesOf(persona.claims, each.claim);
        if (!values.empty() && !(each.claim == "email" && faults.on(Fault::NoEmail))) {
            attributes.push_back({std::string(each.name), std::string(wire::kUriNames), std::string(each.friendlyName),
                                  std::move(values)});
        }
    }
    return attributes;
}

std::string contextOf(const SamlQuestion& question, const Faults& faults) {
    if (faults.on(Fault::WeakAcr)) {
        return std::string(wire::kPasswordContext);
    }
    const auto& wanted = question.request.authnContext;
    return wanted.empty() ? std::string(kMfaContext) : wanted.front();
}

/// Signs it, and does to it what is done after signing.
Result<std::string> proven(const wire::IssuedAssertion& assertion, const SamlKey& own, const Faults& faults) {
    std::string text = wire::toXml(assertion);
    if (!faults.on(Fault::Unsigned)) {
        TRY(key, faults.on(Fault::UnknownKey) ? crypto::PrivateKey::generate(crypto::KeyType::Rsa)
                                              : Result<crypto::PrivateKey>(own.key));
        TRY(withSignature,
            xml::sign(std::move(text), assertion.id, "Issuer", {key, crypto::Signature::RS256, &own.certificate}));
        text = std::move(withSignature);
        if (faults.on(Fault::Sha1Signature)) {
            TRY(again, signedWithSha1(std::move(text), key));
            text = std::move(again);
        }
    }
    if (faults.on(Fault::BadSignature)) {
        text = changed(std::move(text));
    }
    if (faults.on(Fault::CommentInNameId)) {
        text = withComment(std::move(text));
    }
    if (faults.on(Fault::WrappedSignature)) {
        wire::IssuedAssertion forged = assertion;
        forged.id = wire::newMessageId();
        forged.nameId.value = "practice-somebody-else";
        text = wrapped(text, wire::toXml(forged));
    }
    return text;
}

} // namespace

Result<std::string> samlAnswer(const SamlQuestion& question, const Persona& persona, const std::string& assertionId,
                               const SamlKey& key, const Faults& faults, Time clock) {
    const Time now = clock + (faults.on(Fault::ClockOff) ? kClockOffBy : Seconds(0));
    const Time then = now - (faults.on(Fault::Expired) ? kExpiredBy : Seconds(0));
    wire::IssuedAssertion assertion;
    assertion.id = assertionId;
    assertion.issueInstant = assertion.notBefore = assertion.authnInstant = then;
    assertion.notOnOrAfter = then + kAssertionLife;
    assertion.issuer = question.issuer + (faults.on(Fault::WrongIssuer) ? "/other" : "");
    assertion.nameId = {persona.subject, std::string(wire::kPersistent), {}, {}};
    assertion.audience = faults.on(Fault::WrongAudience) ? "https://somebody-else.example" : question.request.issuer;
    assertion.recipient = question.acsUrl;
    assertion.inResponseTo = question.request.id + (faults.on(Fault::WrongNonce) ? "-other" : "");
    assertion.sessionIndex = wire::newMessageId();
    assertion.authnContext = contextOf(question, faults);
    assertion.attributes = attributesOf(persona, faults);

    wire::IssuedResponse response;
    response.id = wire::newMessageId();
    response.issueInstant = now;
    response.destination = question.acsUrl;
    response.issuer = assertion.issuer;
    response.inResponseTo = assertion.inResponseTo;
    response.status = wire::kStatusSuccess;
    TRY(inside, proven(assertion, key, faults));
    response.assertion = std::move(inside);
    return wire::toXml(response);
}

std::string samlRefusal(const SamlQuestion& question, std::string_view first, std::string_view second,
                        std::string_view message, Time now) {
    wire::IssuedResponse response;
    response.id = wire::newMessageId();
    response.issueInstant = now;
    response.destination = question.acsUrl;
    response.issuer = question.issuer;
    response.inResponseTo = question.request.id;
    response.status = first;
    response.secondStatus = second;
    response.message = message;
    return wire::toXml(response);
}

} // namespace gatehouse::sandbox
