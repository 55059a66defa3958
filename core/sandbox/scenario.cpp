// SPDX-License-Identifier: Apache-2.0
#include "sandbox/scenario.h"

#include "http/forms.h"

namespace gatehouse::sandbox {

namespace {

using Steps = std::vector<Scenario::Step>;

const char* const kAsked = "The app asks for a sign-in; Gatehouse makes a state and a nonce and sends the browser on.";

/// A sign-in that ends at the callback.
Steps refusedBecause(const std::string& caption) {
    return {{"authorize", kAsked}, {"callback", caption}};
}

std::vector<Scenario> all() {
    return {
        {"code-flow",
         "Sign-in by code with PKCE",
         "How a sign-in runs when everything is right: two codes, two sets of tokens, and no password at the app.",
         "ana",
         {},
         "",
         "",
         {{"authorize", kAsked},
          {"callback",
           "The provider's code came back; Gatehouse redeemed it, checked the ID token, and makes a code of its own."},
          {"token", "The app redeems that code, and proves with its PKCE verifier that it started this sign-in."},
          {"userinfo", "With the access token the app reads who signed in."}}},
        {"step-up",
         "Step-up that is not met",
         "An app that asks for a stronger sign-in must not be content with a password, whatever the provider says.",
         "ana",
         {Fault::WeakAcr},
         "phr",
         "unmet_authentication_requirements",
         refusedBecause("The app asked for phr and the provider signed in by password alone: the app gets "
                        "unmet_authentication_requirements and no code.")},
        {"missing-email",
         "A missing e-mail address",
         "Without an e-mail address nobody is provisioned: an account that cannot be recognised would be nobody's.",
         "ana",
         {Fault::NoEmail},
         "",
         "mapping_missing_email",
         refusedBecause("The token is genuine, but the mapping finds no e-mail address in it.")},
        {"expired-token",
         "An expired token",
         "A token that was good an hour ago proves nothing now.",
         "ana",
         {Fault::Expired},
         "",
         "id_token.exp",
         refusedBecause("Compare exp with the time of the check: it had passed.")},
        {"replayed-answer",
         "A replayed answer",
         "An answer that somebody copied from a history or a log is worth nothing the second time.",
         "ana",
         {Fault::ReplayedAnswer},
         "",
         "login.state_used",
         {{"authorize", kAsked},
          {"callback", "The first delivery signs in; the second finds its state used up and is refused."}}},
        {"wrong-audience",
         "A token for somebody else",
         "A genuine token that was made for another application must not sign in here.",
         "ana",
         {Fault::WrongAudience},
         "",
         "id_token.aud",
         refusedBecause("Compare aud with our client id at the provider: it names another one.")},
        {"wrong-nonce",
         "A token from another sign-in",
         "The nonce ties a token to the one sign-in that asked for it.",
         "ana",
         {Fault::WrongNonce},
         "",
         "id_token.nonce",
         refusedBecause("Compare the nonce that was sent with the one in the token.")},
        {"clock-off",
         "A clock seven minutes ahead",
         "Clocks may differ a little; beyond the tolerance a token from the future is refused.",
         "ana",
         {Fault::ClockOff},
         "",
         "id_token.iat",
         refusedBecause("Compare iat with the time of the check: it lies ahead by more than the tolerance.")},
        {"cancelled",
         "Cancelled at the provider",
         "When somebody turns back at the provider, the app is told so and nothing else happens.",
         "ana",
         {Fault::AccessDenied},
         "",
         "upstream.cancelled",
         refusedBecause("The provider answered access_denied instead of a code.")},
        {"unknown-key",
         "A key that nobody published",
         "A signature counts only under a key that the provider publishes at its own address.",
         "ana",
         {Fault::UnknownKey},
         "",
         "id_token.key",
         refusedBecause("Look for the token's kid among the provider's keys: it is not there.")},
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
