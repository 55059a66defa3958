// SPDX-License-Identifier: Apache-2.0
#include "login/explanation.h"

#include "web/texts.h"

namespace gatehouse::login {
namespace {

using web::CureBy;

constexpr Explanation kExplanations[] = {
    // The attempt and the browser.
    {"login.state_unknown", "This sign-in is not known here.", "Go back to the app and sign in again.", CureBy::You,
     400},
    {"login.state_used", "This sign-in was already completed.", "Go back to the app and sign in again.", CureBy::You,
     400},
    {"login.state_expired", "This sign-in took too long.", "Go back to the app and sign in again.", CureBy::You, 400},
    {"login.other_browser", "This sign-in was started in another browser.",
     "Start again in this browser, with cookies allowed.", CureBy::You, 400},
    {"login.other_connection", "The answer came from another identity provider than the one that was asked.",
     "Go back to the app and sign in again; tell your administrator if it happens twice.", CureBy::You, 403},
    {"login.malformed_answer", "The identity provider's answer could not be read.",
     "Go back to the app and sign in again.", CureBy::You, 400},
    // The tenant and its set-up.
    {"login.no_connection", "Sign-in is not set up for this organisation yet.",
     "An administrator has to connect and enable an identity provider.", CureBy::Administrator, 403},
    {"login.connection_unknown", "This identity provider is not connected here.",
     "Check the connection's name in the link.", CureBy::Administrator, 404},
    {"login.connection_disabled", "Sign-in with this identity provider is switched off.",
     "An administrator can enable the connection.", CureBy::Administrator, 403},
    {"login.tenant_suspended", "This organisation's access is suspended.", "Ask the provider of the app.",
     CureBy::Administrator, 403},
    {"tenant_sealed", "This organisation's data is locked.", "Its administrator has to unseal the keys.",
     CureBy::Administrator, 503},
    {"login.organization_unknown", "This organisation is not known here, or the app does not serve it.",
     "Check the organisation in the link.", CureBy::You, 404},
    // The person.
    {"login.user_inactive", "This account is deactivated.", "Ask your administrator to activate it.",
     CureBy::Administrator, 403},
    {"login.not_provisioned", "There is no account for you here yet.",
     "Ask your administrator to create it; just-in-time provisioning is switched off.", CureBy::Administrator, 403},
    {"login.not_admin", "You signed in, and you administer nothing here.",
     "Ask an administrator to appoint you (gatehousectl admin create).", CureBy::Administrator, 403},
    {"login.sign_in_too_old", "You have to sign in anew, and your identity provider did not ask you to.",
     "Sign out there, then sign in again.", CureBy::You, 403},
    {"login.link_conflict", "An account with this e-mail address exists, and it could not be proven to be yours.",
     "An administrator can verify the e-mail domain, or have the identity provider send email_verified.",
     CureBy::Administrator, 403},
    {"mapping_missing_email", "Your identity provider did not send an e-mail address (mapping_missing_email).",
     "Your administrator has to release the email claim, or map another claim to email.", CureBy::Administrator, 403},
    {"mapping_missing_required", "Your identity provider did not send everything that is needed.",
     "Your administrator has to release the missing claim, or change the mapping.", CureBy::Administrator, 403},
    {"mapping_wrong_type", "Your identity provider sent a claim in an unexpected form.",
     "Your administrator has to change the mapping.", CureBy::Administrator, 403},
    {"mapping_invalid_email", "Your identity provider sent something that is no e-mail address.",
     "Your administrator has to correct the address or the mapping.", CureBy::Administrator, 403},
    {"mapping_invalid_value", "Your identity provider sent a value that cannot be stored.",
     "Your administrator has to change the mapping.", CureBy::Administrator, 403},
    {"mapping_too_large", "Your identity provider sent more than can be taken.",
     "Your administrator has to send fewer groups or shorter values.", CureBy::Administrator, 403},
    {"unmet_authentication_requirements", "The app asked for a stronger sign-in than your identity provider gave.",
     "Sign in again with a second factor; your administrator may have to require it.", CureBy::You, 403},
    {"login.address_blocked", "Nobody can sign in from your network.",
     "Use another network, or ask your administrator.", CureBy::Administrator, 403},
    {"account.form", "This form does not count any more.", "Open your account page again.", CureBy::You, 403},
    {"consent.ended", "This question cannot be answered any more.", "Go back to the app and start again.", CureBy::You,
     400},
    // The provider.
    {"upstream.cancelled", "The sign-in was cancelled at your identity provider.", "Go back to the app to try again.",
     CureBy::You, 403},
    {"upstream.error", "Your identity provider refused the sign-in.",
     "Ask your administrator; the reference below leads to the reason.", CureBy::Administrator, 403},
    {"upstream.login_required", "You are not signed in at your identity provider.", "Go back to the app and sign in.",
     CureBy::You, 403},
    {"upstream.unreachable", "Your identity provider did not answer.", "Try again in a minute.", CureBy::Wait, 502},
    {"upstream.busy", "Your identity provider answers too slowly, and too many people are waiting for it.",
     "Try again in a minute.", CureBy::Wait, 503},
    {"upstream.metadata", "Your identity provider's set-up has changed or is broken.",
     "Your administrator should test the connection.", CureBy::Administrator, 502},
    {"upstream.client_rejected", "Your identity provider did not accept our credentials.",
     "Your administrator has to renew the client secret of the connection.", CureBy::Administrator, 502},
    {"upstream.code_rejected", "Your identity provider did not accept the sign-in code.",
     "Go back to the app and sign in again.", CureBy::You, 403},
    {"upstream.token_answer", "Your identity provider's answer could not be read.",
     "Your administrator should test the connection.", CureBy::Administrator, 502, true},
    {"upstream.keys", "Your identity provider's keys cannot be had, so its answer cannot be checked.",
     "Your administrator should test the connection.", CureBy::Administrator, 502, true},
    {"upstream.token_down", "Your identity provider failed just as the sign-in was to be completed.",
     "Try again in a minute.", CureBy::Wait, 502},
    {"upstream.userinfo", "Your identity provider did not say who signed in.",
     "Your administrator should test the connection.", CureBy::Administrator, 502, true},
    {"mixup_suspected", "The answer names another identity provider than the one that was asked.",
     "Do not continue; tell your administrator, with the reference below.", CureBy::Administrator, 403, true},
    {"id_token.format", "The identity provider's token could not be read.",
     "Your administrator should test the connection.", CureBy::Administrator, 403, true},
    {"id_token.alg", "The identity provider signed with an algorithm that is not allowed.",
     "Your administrator has to choose RS256, PS256, ES256 or EdDSA at the provider.", CureBy::Administrator, 403,
     true},
    {"id_token.key", "The identity provider signed with a key that it does not publish.",
     "Your administrator should refresh the connection's keys.", CureBy::Administrator, 403},
    {"id_token.signature", "The identity provider's token has a wrong signature.",
     "Tell your administrator, with the reference below.", CureBy::Administrator, 403, true},
    {"id_token.iss", "The token comes from another issuer than the one that is connected.",
     "Your administrator has to compare the issuer addresses.", CureBy::Administrator, 403},
    {"id_token.aud", "The token was made for another application.", "Your administrator has to compare the client ids.",
     CureBy::Administrator, 403},
    {"id_token.azp", "The token was made for another application.", "Your administrator has to compare the client ids.",
     CureBy::Administrator, 403},
    {"id_token.exp", "The token had expired when it came.", "Your administrator has to compare the clocks.",
     CureBy::Administrator, 403},
    {"id_token.nbf", "The token is not valid yet.", "Your administrator has to compare the clocks.",
     CureBy::Administrator, 403},
    {"id_token.iat", "The token's time of issue is too far off.", "Your administrator has to compare the clocks.",
     CureBy::Administrator, 403},
    {"id_token.nonce", "The token does not belong to this sign-in.", "Go back to the app and sign in again.",
     CureBy::You, 403},
    {"id_token.sub", "The token does not say who signed in.",
     "Your administrator has to correct the provider's set-up.", CureBy::Administrator, 403, true},
    {"id_token.at_hash", "The token does not belong to the access token it came with.",
     "Tell your administrator, with the reference below.", CureBy::Administrator, 403, true},
    {"id_token.tid", "This directory may not sign in here.", "Your administrator has to add it to the connection.",
     CureBy::Administrator, 403},
    {"id_token.auth_time", "Your last sign-in at the identity provider is too old.", "Sign in again.", CureBy::You,
     403},
    {"userinfo.sub", "The identity provider gave the details of someone else.",
     "Tell your administrator, with the reference below.", CureBy::Administrator, 403, true},
    {"saml.status", "Your identity provider refused the sign-in.",
     "Ask your administrator; the reference below leads to what it said.", CureBy::Administrator, 403, true},
    {"saml.signature", "The identity provider's answer could not be proven to come from it.",
     "Your administrator should compare the connection's certificate with the provider's.", CureBy::Administrator, 403},
    {"saml.signature.absent", "The identity provider did not sign its answer.",
     "Your administrator has to let the provider sign its assertions.", CureBy::Administrator, 403, true},
    {"saml.signature.algorithm", "The identity provider signs in a way that is not safe any more.",
     "Your administrator has to let the provider sign with SHA-256.", CureBy::Administrator, 403, true},
    {"saml.signature.digest", "The identity provider's answer was changed after it was signed.",
     "Tell your administrator, with the reference below.", CureBy::Administrator, 403, true},
    {"saml.signature.key", "The identity provider signed with a key that is not known here.",
     "Your administrator should compare the connection's certificate with the provider's.", CureBy::Administrator, 403},
    {"saml.subject_confirmation",
     "The identity provider's answer had expired, or was made for another address or sign-in.",
     "Your administrator has to compare the clocks and the reply URL.", CureBy::Administrator, 403},
    {"saml.audience", "The identity provider's answer was made for another application.",
     "Your administrator has to compare the entity IDs.", CureBy::Administrator, 403},
    {"saml.time", "The identity provider's answer was not valid at the time that it came.",
     "Your administrator has to compare the clocks.", CureBy::Administrator, 403},
    {"saml.replay", "This answer of the identity provider was used before.", "Go back to the app and sign in again.",
     CureBy::You, 403},
    {"saml.unsolicited", "This sign-in was started at the identity provider, which is not allowed here.",
     "Open the app and sign in there.", CureBy::You, 403},
    {"saml.subject", "The identity provider did not say who signed in.",
     "Your administrator has to correct the provider's set-up.", CureBy::Administrator, 403, true},
    {"saml.refused", "The identity provider's answer was not as it has to be.",
     "Ask your administrator; the reference below leads to the check that failed.", CureBy::Administrator, 403, true},
    // Requests of the app.
    {"oauth.client_unknown", "The app that sent you here is not registered.", "Tell the makers of the app.",
     CureBy::Administrator, 400},
    {"oauth.redirect_uri", "The app asked to send you to an address that is not registered for it.",
     "Tell the makers of the app.", CureBy::Administrator, 400},
    {"device.too_many_codes", "Too many wrong codes were tried.", "Wait ten minutes, then enter the code with care.",
     CureBy::Wait, 429},
    {"oauth.request", "The app's request could not be read.", "Tell the makers of the app.", CureBy::Administrator,
     400},
    {"idp.request", "The app's request could not be read.", "Tell the makers of the app.", CureBy::Administrator, 400},
    {"idp.request.sig", "The app's request could not be proven to come from it.", "Tell the makers of the app.",
     CureBy::Administrator, 403},
    {"idp.request.expired", "The app's request is too old, or of a time to come.",
     "Go back to the app and start again.", CureBy::You, 403},
    {"idp.request.destination", "The app's request was meant for another address.", "Tell the makers of the app.",
     CureBy::Administrator, 403},
    {"idp.acs", "The app asked for its answer at an address that is not registered for it.",
     "Tell the makers of the app.", CureBy::Administrator, 400},
    {"idp.launch", "This app cannot be opened from here.", "Open the app itself and sign in there.", CureBy::You, 403},
    {"idp.name_id_policy", "The app asked for a kind of name that you do not have here.", "Tell the makers of the app.",
     CureBy::Administrator, 403},
    {"idp.attr.invalid", "Something that is known about you cannot be told to the app.",
     "Your administrator has to correct your profile.", CureBy::Administrator, 403},
};

// The many checks of a SAML answer, by what can be done about them.
constexpr std::pair<std::string_view, std::string_view> kSamlGroups[] = {
    {"saml.signature", "saml.signature"},  {"saml.audience", "saml.audience"},
    {"saml.conditions.time", "saml.time"}, {"saml.issue_instant", "saml.time"},
    {"saml.session_expiry", "saml.time"},  {"saml.authn_statement.instant", "saml.time"},
    {"saml.authn_instant", "saml.time"},   {"saml.subject", "saml.subject"},
    {"saml.name_id", "saml.subject"},      {"saml.", "saml.refused"},
};

std::string_view groupOf(std::string_view reason) {
    for (const auto& [prefix, group] : kSamlGroups) {
        if (reason.starts_with(prefix)) {
            return group;
        }
    }
    return reason;
}

constexpr Explanation kUnknown{"internal", "Something went wrong on our side.", "Try again in a minute.", CureBy::Wait,
                               500};

} // namespace

std::string_view cureByName(const Explanation& why) {
    if (why.atProvider) {
        return "provider";
    }
    switch (why.cureBy) {
    case CureBy::You:
        return "user";
    case CureBy::Administrator:
        return "administrator";
    case CureBy::Wait:
        return "wait";
    }
    return "administrator";
}

std::string_view cureByOf(const Check& check) {
    if (check.status != Check::Status::Fail) {
        return {};
    }
    // Checks of the mapping and of provisioning are named after what they look at, not after a reason: all of them are
    // the administrator's.
    const Explanation& why = explain(check.name);
    return why.reason == check.name ? cureByName(why) : std::string_view("administrator");
}

const Explanation& explain(std::string_view reason) {
    for (const std::string_view name : {reason, groupOf(reason)}) {
        for (const Explanation& each : kExplanations) {
            if (each.reason == name) {
                return each;
            }
        }
    }
    return kUnknown;
}

Explanation explain(std::string_view reason, web::Language language) {
    Explanation why = explain(reason);
    if (const auto words = web::reasonText(language, why.reason)) {
        why.message = words->message;
        why.cure = words->cure;
    }
    return why;
}

std::vector<std::string_view> explainedReasons() {
    std::vector<std::string_view> reasons{kUnknown.reason};
    for (const Explanation& each : kExplanations) {
        reasons.push_back(each.reason);
    }
    return reasons;
}

} // namespace gatehouse::login
