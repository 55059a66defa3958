// SPDX-License-Identifier: Apache-2.0
#include "sandbox/scenario.h"

#include "http/forms.h"
#include "web/texts.h"

namespace gatehouse::sandbox {

namespace {

/// The words are in resources/pages/messages: scenario.<name>.title and so on.
std::string word(const std::string& scenario, std::string_view which) {
    return std::string(web::text(web::Language::English, "scenario." + scenario + "." + std::string(which)));
}

std::string asked() {
    return std::string(web::text(web::Language::English, "step.asked"));
}

/// One that ends at the callback.
Scenario lesson(const std::string& name, Fault fault, const std::string& acr, const std::string& expects) {
    return {name,
            Protocol::Oidc,
            word(name, "title"),
            word(name, "teaches"),
            "ana",
            {fault},
            acr,
            expects,
            {{"authorize", asked()}, {"callback", word(name, "look")}}};
}

/// The same through SAML.
Scenario samlLesson(const std::string& name, Fault fault, const std::string& expects) {
    Scenario scenario = lesson(name, fault, "", expects);
    scenario.protocol = Protocol::Saml;
    scenario.steps = {{"authorize", std::string(web::text(web::Language::English, "step.askedSaml"))},
                      {"respond", std::string(web::text(web::Language::English, "step.responds"))},
                      {"callback", word(name, "look")}};
    return scenario;
}

Scenario goodSaml() {
    const std::string name = "saml-sp-initiated";
    Scenario scenario = samlLesson(name, Fault::NoEmail, "");
    scenario.faults.clear();
    scenario.steps.push_back({"token", word("code-flow", "token")});
    return scenario;
}

std::vector<Scenario> all() {
    const std::string good = "code-flow";
    return {
        {good,
         Protocol::Oidc,
         word(good, "title"),
         word(good, "teaches"),
         "ana",
         {},
         "",
         "",
         {{"authorize", asked()},
          {"callback", word(good, "callback")},
          {"token", word(good, "token")},
          {"userinfo", word(good, "userinfo")}}},
        lesson("step-up", Fault::WeakAcr, "phr", "unmet_authentication_requirements"),
        lesson("missing-email", Fault::NoEmail, "", "mapping_missing_email"),
        lesson("expired-token", Fault::Expired, "", "id_token.exp"),
        lesson("replayed-answer", Fault::ReplayedAnswer, "", "login.state_used"),
        lesson("wrong-audience", Fault::WrongAudience, "", "id_token.aud"),
        lesson("wrong-nonce", Fault::WrongNonce, "", "id_token.nonce"),
        lesson("clock-off", Fault::ClockOff, "", "id_token.iat"),
        lesson("cancelled", Fault::AccessDenied, "", "upstream.cancelled"),
        lesson("unknown-key", Fault::UnknownKey, "", "id_token.key"),
        goodSaml(),
        samlLesson("saml-wrapped", Fault::WrappedSignature, "saml.shape"),
        samlLesson("saml-comment", Fault::CommentInNameId, "saml.xml"),
        samlLesson("saml-unsigned", Fault::Unsigned, "saml.signature.absent"),
        samlLesson("saml-old-hash", Fault::Sha1Signature, "saml.signature.algorithm"),
        samlLesson("saml-changed", Fault::BadSignature, "saml.signature.digest"),
        samlLesson("saml-audience", Fault::WrongAudience, "saml.audience"),
        samlLesson("saml-expired", Fault::Expired, "saml.subject_confirmation"),
        samlLesson("saml-clock", Fault::ClockOff, "saml.issue_instant"),
        samlLesson("saml-replay", Fault::ReplayedAssertion, "saml.replay"),
    };
}

} // namespace

const std::vector<Scenario>& scenarios() {
    static const std::vector<Scenario> list = all();
    return list;
}

const Scenario* findScenario(std::string_view name) {
    for (const Scenario& scenario : scenarios()) {
        if (scenario.name == name) {
            return &scenario;
        }
    }
    return nullptr;
}

json::Object toJson(const Scenario& scenario) {
    json::Array faults;
    for (const Fault fault : scenario.faults) {
        faults.push_back(json::Value(faultName(fault)));
    }
    json::Array steps;
    for (const Scenario::Step& step : scenario.steps) {
        steps.push_back(json::Object{{"name", step.name}, {"caption", step.caption}});
    }
    return {{"name", scenario.name},       {"title", scenario.title},     {"teaches", scenario.teaches},
            {"persona", scenario.persona}, {"faults", std::move(faults)}, {"acr", scenario.acr},
            {"expects", scenario.expects}, {"steps", std::move(steps)}};
}

std::string startUrl(const Scenario& scenario, std::string_view demoUrl, std::string_view connection) {
    http::Parameters query;
    query.append("login_hint", scenario.persona);
    query.append("connection", std::string(connection));
    query.append("prompt", "login"); // a session from the scenario before would skip the provider
    if (!scenario.acr.empty()) {
        query.append("acr_values", scenario.acr);
    }
    return http::withQuery(std::string(demoUrl) + "/login", query);
}

} // namespace gatehouse::sandbox
