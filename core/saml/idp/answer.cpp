// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/answer.h"

#include "audit/audit.h"
#include "crypto/random.h"
#include "directory/directory.h"
#include "http/forms.h"
#include "saml/idp/name_id_of.h"
#include "saml/idp/participants.h"
#include "saml/idp/release.h"
#include "saml/keys/saml_keys.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/response.h"
#include "web/page.h"
#include "xml/encryption.h"
#include "xml/signature.h"

namespace gatehouse::saml::idp {
namespace {

constexpr Seconds kAssertionLife{300}; // standards/03, section 7
constexpr Seconds kClockSlack{30};

struct StatusPair {
    std::string_view first;
    std::string_view second;
};

/// What an error of OpenID Connect is in SAML (SAML V2.0 Core, 3.2.2.2).
StatusPair statusOf(std::string_view error) {
    if (error == "login_required" || error == "interaction_required" || error == "consent_required" ||
        error == "account_selection_required") {
        return {wire::kStatusResponder, wire::kStatusNoPassive};
    }
    if (error == "unmet_authentication_requirements") {
        return {wire::kStatusResponder, wire::kStatusNoAuthnContext};
    }
    if (error == "idp.name_id_policy") {
        return {wire::kStatusRequester, wire::kStatusInvalidNameIdPolicy};
    }
    if (error == "access_denied" || error == "idp.attr.invalid") {
        return {wire::kStatusResponder, wire::kStatusRequestDenied};
    }
    return {error == "invalid_request" ? wire::kStatusRequester : wire::kStatusResponder, {}};
}

/// Where people of this tenant are at home, behind the @ of their identifiers.
std::string hostOf(const web::PublicUrl& publicUrl) {
    const auto url = http::parseUrl(publicUrl.base());
    return url ? url->host : std::string("localhost");
}

/// The Response as the page posts it.
Result<http::Response> posted(const Parts& parts, const AnswerTo& to, wire::IssuedResponse response, bool sign,
                              Time now) {
    const oidc::provider::Parts& provider = parts.provider;
    response.id = wire::newMessageId();
    response.issueInstant = now;
    response.destination = to.ask.acsUrl;
    response.issuer = entityIdOf(provider.publicUrl, to.tenant.slug);
    response.inResponseTo = to.ask.inResponseTo;
    std::string xml = wire::toXml(response);
    if (sign) {
        TRY(ring, saml::keys::ringForSaml(provider.store, provider.keys, to.tenant.id, now));
        const gatehouse::keys::SamlKey& own = ring->samlSigning.front();
        TRY(withSignature,
            xml::sign(std::move(xml), response.id, "Issuer", {*own.key, crypto::Signature::RS256, &own.certificate}));
        xml = std::move(withSignature);
    }
    http::Parameters form;
    form.append("SAMLResponse", base64Encode(xml));
    if (!to.ask.relayState.empty()) {
        form.append("RelayState", to.ask.relayState);
    }
    return web::formPostPage(to.ask.acsUrl, form, to.language);
}

Result<std::string> encrypted(const std::string& assertion, const wire::PublishedSp& sp) {
    TRY(data, xml::encrypt(assertion, sp.encryption.front().key));
    return "<saml:EncryptedAssertion>" + data + "</saml:EncryptedAssertion>";
}

audit::Record recordOf(const apps::App& app, const directory::User& user, const wire::IssuedAssertion& assertion,
                       bool isEncrypted, const std::string& ip, const FlowId& flow) {
    std::vector<std::string> released;
    released.reserve(assertion.attributes.size());
    for (const wire::IssuedAttribute& each : assertion.attributes) {
        released.push_back(each.friendlyName.empty() ? each.name : each.friendlyName);
    }
    audit::Record record;
    record.type = "AssertionIssued";
    record.actor = {audit::ActorType::User, user.id.text(), user.userName};
    record.target = {"app", app.id.text(), app.name};
    record.ip = ip;
    record.flowId = flow;
    record.data = {{"assertion", assertion.id},
                   {"inResponseTo", assertion.inResponseTo},
                   {"nameIdFormat", assertion.nameId.format},
                   {"attributes", json::toArray(released)},
                   {"encrypted", isEncrypted}};
    return record;
}

/// The app's part in the session: what it has is kept, so that what it knows the person and the session by stays good
/// until its end. A grant for the list of sessions comes with the first.
Result<Participant> takePart(store::Writer& writer, const store::Sealer& sealer, const AnswerTo& to,
                             const sessions::Session& session, wire::NameId nameId, Time now) {
    TRY(before, findParticipant(writer, sealer, session.id, to.app.id));
    if (before && before->nameId.format == nameId.format) {
        return *std::move(before);
    }
    Participant participant{session.id, to.app.id, before ? before->sessionIndex : wire::newMessageId(),
                            std::move(nameId)};
    ENSURE(putParticipant(writer, sealer, participant));
    if (!before) {
        sessions::Family family;
        family.id = crypto::newUuid(now);
        family.issuerTenant = to.app.owner;
        family.app = to.app.id;
        family.user = session.user;
        family.session = session.id;
        family.scopes = to.app.scopes;
        family.createdAt = now;
        family.expiresAt = session.expiresAt;
        ENSURE(sessions::putFamily(writer, sealer.tenant(), family));
    }
    return participant;
}

} // namespace

Result<http::Response> grant(const Parts& parts, store::Writer& writer, const store::Sealer& sealer, const AnswerTo& to,
                             const sessions::Session& session, const std::string& ip, const FlowId& flow, Time now) {
    const Ask& ask = to.ask;
    const oidc::provider::Parts& provider = parts.provider;
    TRY(sp, parts.serviceProviders.of(to.app));
    if (!ask.inResponseTo.empty()) {
        TRY(first, sessions::spendOnce(writer, to.tenant.id, "saml_request " + to.app.id.text(), ask.inResponseTo,
                                       now + 4 * kRequestAge));
        if (!first) {
            return fail(Code::FailedPrecondition, "login.state_used");
        }
    }
    TRY(user, directory::findUser(writer, sealer, session.user));
    const std::string issuer = entityIdOf(provider.publicUrl, to.tenant.slug);
    wire::IssuedAssertion assertion;
    TRY(nameId, nameIdOf(user, to.app, *sp, ask.nameIdFormat, issuer, sealer));
    TRY(attributes, releasedTo(to.app, *sp, user, sealer, hostOf(provider.publicUrl), now));
    TRY(part, takePart(writer, sealer, to, session, std::move(nameId), now));
    assertion.id = wire::newMessageId();
    assertion.issueInstant = now;
    assertion.issuer = issuer;
    assertion.nameId = part.nameId;
    assertion.audience = sp->entityId;
    assertion.recipient = ask.acsUrl;
    assertion.inResponseTo = ask.inResponseTo;
    assertion.notBefore = now - kClockSlack;
    assertion.notOnOrAfter = now + kAssertionLife;
    assertion.authnInstant = session.authTime;
    assertion.sessionIndex = part.sessionIndex;
    assertion.sessionNotOnOrAfter = session.expiresAt;
    assertion.authnContext = contextOf(ask, to.tenant.settings.acrOrder, session.acr);
    assertion.attributes = std::move(attributes);

    TRY(ring, saml::keys::ringForSaml(provider.store, provider.keys, to.tenant.id, now));
    const gatehouse::keys::SamlKey& own = ring->samlSigning.front();
    wire::IssuedResponse response;
    response.status = wire::kStatusSuccess;
    TRY(inside, xml::sign(wire::toXml(assertion), assertion.id, "Issuer",
                          {*own.key, crypto::Signature::RS256, &own.certificate}));
    const bool encrypts = to.app.saml.encryptAssertions && !sp->encryption.empty();
    if (encrypts) {
        TRY(sealed, encrypted(inside, *sp));
        inside = std::move(sealed);
    }
    response.assertion = std::move(inside);
    ENSURE(audit::append(writer, sealer, to.tenant.id, recordOf(to.app, user, assertion, encrypts, ip, flow), now));
    return posted(parts, to, std::move(response), to.app.saml.signResponses, now);
}

Result<http::Response> refuse(const Parts& parts, const AnswerTo& to, std::string_view error,
                              std::string_view description, Time now) {
    const StatusPair status = statusOf(error);
    wire::IssuedResponse response;
    response.status = status.first;
    response.secondStatus = status.second;
    response.message = description.empty() ? std::string(error) : std::string(error) + ": " + std::string(description);
    return posted(parts, to, std::move(response), true, now);
}

} // namespace gatehouse::saml::idp
