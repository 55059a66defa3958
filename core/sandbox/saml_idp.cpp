// SPDX-License-Identifier: Apache-2.0
#include "sandbox/saml_idp.h"

#include "crypto/random.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/published_idp.h"
#include "saml/wire/redirect_binding.h"
#include "sandbox/page.h"
#include "sandbox/people_page.h"
#include "web/page.h"
#include "web/texts.h"

namespace gatehouse::sandbox {

namespace wire = saml::wire;

namespace {

constexpr Seconds kKeyLife{10 * 365 * 86400};
constexpr Seconds kPatience{600};
constexpr Seconds kRemembered{300}; ///< as long as an assertion is good
constexpr std::string_view kLast = "last";

http::Response refused(const Error& error, web::Language language) {
    return notePage(400,
                    {.title = std::string(web::text(language, "practice.refused")),
                     .problem = web::text(language, "practice.samlRequest", error.reason),
                     .hint = std::string(web::text(language, "practice.nothingSent"))},
                    language);
}

/// The page that brings an answer to the service provider; `twice`: by two buttons, as somebody who copied it would.
http::Response posted(const std::string& acsUrl, const std::string& response, const std::string& relayState, bool twice,
                      web::Language language) {
    http::Parameters form;
    form.append("SAMLResponse", base64Encode(response));
    if (!relayState.empty()) {
        form.append("RelayState", relayState);
    }
    if (!twice) {
        return web::formPostPage(acsUrl, form, language);
    }
    json::Array hidden;
    for (const auto& [name, value] : form.pairs()) {
        hidden.push_back(json::Object{{"name", name}, {"value", value}});
    }
    return htmlPage(
        200, "practice_twice_post",
        {{"title", web::text(language, "practice.twice")}, {"action", acsUrl}, {"hidden", std::move(hidden)}},
        language);
}

} // namespace

Result<std::unique_ptr<SamlIdp>> SamlIdp::create(const IdpOptions& options, const Clock& clock) {
    TRY(key, crypto::PrivateKey::generate(crypto::KeyType::Rsa));
    TRY(certificate, crypto::selfSigned(key, "practice", clock.now(), clock.now() + kKeyLife));
    return std::unique_ptr<SamlIdp>(new SamlIdp(options, clock, {std::move(key), std::move(certificate)}));
}

SamlIdp::SamlIdp(const IdpOptions& options, const Clock& clock, SamlKey key)
    : m_base(options.issuer + "/saml/")
    , m_path(options.path + "/saml/")
    , m_company(options.company)
    , m_serviceProviders(options.publicUrl + "/sso/saml/")
    , m_clock(clock)
    , m_key(std::move(key)) {}

http::Response SamlIdp::handle(const http::Request& request, std::string_view what, const Faults& faults) {
    const bool get = request.method == "GET" || request.method == "HEAD";
    if (what == "metadata") {
        http::Response response = get ? jsonAnswer(200, metadata()) : wrongMethod("GET");
        if (get) {
            response.headers.set("Content-Type", "application/samlmetadata+xml");
        }
        return response;
    }
    if (what != "sso" && what != "slo") {
        return notFound();
    }
    if (!get && request.method != "POST") {
        return wrongMethod("GET, POST");
    }
    if (what == "sso") {
        return signOn(request, faults);
    }
    auto answer = logout(request);
    return answer ? *std::move(answer) : refused(answer.error(), languageOf(request));
}

std::string SamlIdp::metadata() const {
    wire::PublishedIdp metadata;
    metadata.id = wire::newMessageId();
    metadata.entityId = address("metadata");
    metadata.validUntil = m_key.certificate.notAfter;
    metadata.cacheDuration = Seconds(3600);
    metadata.displayName = m_company;
    metadata.signing = {&m_key.certificate};
    metadata.nameIdFormats = {std::string(wire::kPersistent)};
    metadata.ssoUrl = address("sso");
    metadata.sloUrl = address("slo");
    return wire::toXml(metadata);
}

std::string SamlIdp::connectionOf(std::string_view entityId) const {
    return connectionIn(entityId, m_serviceProviders, "/metadata");
}

Result<SamlIdp::Asked> SamlIdp::askedBy(const http::Request& request, const http::Parameters& parameters) const {
    if (const auto ticket = parameters.get("ticket")) {
        auto kept = m_asked.find(std::string(*ticket), m_clock.now());
        return kept ? Result<Asked>(*std::move(kept)) : fail(Code::NotFound, "sandbox.saml_request");
    }
    TRY(received, wire::readReceived(request));
    if (received.kind != wire::MessageKind::Request) {
        return fail(Code::InvalidArgument, "saml.shape");
    }
    TRY(read, wire::readAuthnRequest(received.tree.root()));
    const std::string connection = connectionOf(read.issuer);
    const std::string acsUrl = m_serviceProviders + connection + "/acs";
    // Answers go nowhere else: what is practised here must not become anybody's way to send people off.
    if (connection.empty() || (!read.acsUrl.empty() && read.acsUrl != acsUrl)) {
        return fail(Code::PermissionDenied, "sandbox.saml_request");
    }
    return Asked{{std::move(read), address("metadata"), acsUrl}, received.relayState};
}

http::Response SamlIdp::signOn(const http::Request& request, const Faults& faults) {
    const web::Language language = languageOf(request);
    const auto parameters = http::Parameters::parse(request.method == "POST" ? request.body : request.query);
    if (!parameters || parameters->repeated()) {
        return refused({Code::InvalidArgument, "saml.malformed", ""}, language);
    }
    const auto asked = askedBy(request, *parameters);
    if (!asked) {
        return refused(asked.error(), language);
    }
    const auto refuse = [&](std::string_view second, std::string_view message) {
        return posted(asked->question.acsUrl,
                      samlRefusal(asked->question, wire::kStatusResponder, second, message, m_clock.now()),
                      asked->relayState, false, language);
    };
    if (faults.on(Fault::AccessDenied)) {
        return refuse(wire::kStatusRequestDenied, "the practice provider was told to refuse");
    }
    if (faults.on(Fault::AuthorizeError)) {
        return refuse({}, "the practice provider was told to fail");
    }
    if (asked->question.request.isPassive) {
        return refuse(wire::kStatusNoPassive, "nobody is signed in");
    }
    if (const Persona* persona = findPersona(parameters->get("persona").value_or(""))) {
        auto answer = signIn(*asked, *persona, faults, language);
        return answer ? *std::move(answer) : refused(answer.error(), language);
    }
    http::Parameters brought;
    const std::string ticket = crypto::randomToken();
    m_asked.put(ticket, *asked, m_clock.now() + kPatience);
    brought.append("ticket", ticket);
    return peoplePage({m_company, m_path + "sso", brought, {}, faults.active(Protocol::Saml)}, language);
}

Result<http::Response> SamlIdp::signIn(const Asked& asked, const Persona& persona, const Faults& faults,
                                       web::Language language) {
    TRY(response, samlAnswer(asked.question, persona, assertionId(faults), m_key, faults, m_clock.now()));
    return posted(asked.question.acsUrl, response, asked.relayState, faults.on(Fault::ReplayedAnswer), language);
}

std::string SamlIdp::assertionId(const Faults& faults) {
    const Time now = m_clock.now();
    const std::string key(kLast);
    const auto last = m_last.find(key, now);
    std::string id = faults.on(Fault::ReplayedAssertion) && last ? *last : wire::newMessageId();
    m_last.put(key, id, now + kRemembered);
    return id;
}

Result<http::Response> SamlIdp::logout(const http::Request& request) const {
    TRY(received, wire::readReceived(request));
    if (received.kind != wire::MessageKind::Request) {
        return fail(Code::InvalidArgument, "saml.shape");
    }
    TRY(asked, wire::readLogoutRequest(received.tree.root()));
    const std::string connection = connectionOf(asked.issuer);
    if (connection.empty()) {
        return fail(Code::PermissionDenied, "sandbox.saml_request");
    }
    wire::LogoutResponse response;
    response.id = wire::newMessageId();
    response.issueInstant = m_clock.now();
    response.destination = m_serviceProviders + connection + "/slo";
    response.issuer = address("metadata");
    response.inResponseTo = asked.id;
    response.status = wire::kStatusSuccess;
    TRY(address, wire::redirectAddress(response.destination, wire::MessageKind::Response, wire::toXml(response),
                                       received.relayState, &m_key.key));
    return seeOther(address);
}

} // namespace gatehouse::sandbox
