// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/metadata_policies.h"

#include <algorithm>
#include <array>
#include <functional>

#include "jose/jws.h"
#include "oauth/app_signatures.h"
#include "oidc/provider/submitted.h"

namespace gatehouse::oidc::provider {
namespace {

using apps::Use;
using Word = std::string_view;

/// What an answer is signed with.
struct AlgorithmMember {
    Word singular;
    Word plural; ///< what the app can verify
    std::optional<crypto::Signature> apps::ResponseAlgorithms::* field;
    bool mayBePlain; ///< the answer is not signed unless an algorithm is named
};
constexpr std::array<AlgorithmMember, 4> kAnswers{
    {{"id_token_signed_response_alg", "id_token_signing_alg_values_supported", &apps::ResponseAlgorithms::idToken,
      false},
     {"authorization_signed_response_alg", "authorization_signing_alg_values_supported",
      &apps::ResponseAlgorithms::authorization, false},
     {"introspection_signed_response_alg", "introspection_signing_alg_values_supported",
      &apps::ResponseAlgorithms::introspection, false},
     {"userinfo_signed_response_alg", {}, &apps::ResponseAlgorithms::userinfo, true}}};

/// What the app signs its own messages with: any of these by the key that it registers.
constexpr std::array<Word, 2> kOwnSignatures{"request_object_signing_alg", "token_endpoint_auth_signing_alg"};

/// Nothing is encrypted here, and an app that asks for it must not believe that it were.
constexpr std::array<Word, 10> kEncryption{
    "id_token_encrypted_response_alg",      "id_token_encrypted_response_enc",
    "userinfo_encrypted_response_alg",      "userinfo_encrypted_response_enc",
    "authorization_encrypted_response_alg", "authorization_encrypted_response_enc",
    "introspection_encrypted_response_alg", "introspection_encrypted_response_enc",
    "request_object_encryption_alg",        "request_object_encryption_enc"};

/// Done always: an app that says no gets more than it needs.
constexpr std::array<Word, 3> kAlways{"require_auth_time", "backchannel_logout_session_required",
                                      "frontchannel_logout_session_required"};

constexpr std::int64_t kLongestMaxAge = 31536000; // as of a session
constexpr std::size_t kMostLevels = 20;

/// The name of what this answer is signed with; empty: it is not.
std::string algorithmOf(const apps::App& app, const AlgorithmMember& member, const Abilities& abilities) {
    if (const auto& algorithm = app.signedWith.*member.field) {
        return std::string(jose::signatureName(*algorithm));
    }
    return member.mayBePlain ? std::string() : abilities.signingAlgorithms.front();
}

Status readAlgorithms(const json::Object& submitted, const Abilities& abilities, const apps::App& before,
                      apps::App& app) {
    for (const AlgorithmMember& each : kAnswers) {
        auto& algorithm = app.signedWith.*each.field;
        const std::string was = algorithmOf(before, each, abilities);
        if (!was.empty() && json::stringMember(submitted, each.singular) == was) {
            continue; // a default stays one
        }
        TRY(name, submittedChoice(submitted, each.singular, each.plural, abilities.signingAlgorithms));
        algorithm.reset();
        if (name && (each.mayBePlain || *name != abilities.signingAlgorithms.front())) {
            TRY(parsed, jose::parseSignature(*name));
            algorithm = parsed;
        }
    }
    for (const Word member : kOwnSignatures) {
        ENSURE(submittedChoice(submitted, member, {}, oauth::appSignatureNames()));
    }
    for (const Word member : kEncryption) {
        TRY(wanted, submittedText(submitted, member));
        if (wanted) {
            return wrongMember(member, "nothing is encrypted here");
        }
    }
    return {};
}

Status readSubjectType(const json::Object& submitted, apps::App& app) {
    TRY(type, submittedChoice(submitted, "subject_type", "subject_types_supported", {"public", "pairwise"}));
    if (type == "public" && app.subjectType == apps::SubjectType::Pairwise) {
        return forbiddenMember("subject_type"); // it would learn who its people are elsewhere
    }
    if (type == "pairwise") {
        app.subjectType = apps::SubjectType::Pairwise;
    }
    return {};
}

// Off may become on, and not the other way.
Status tighten(const json::Object& submitted, Word name, bool isOn, const std::function<void()>& turnOn) {
    TRY(wanted, submittedFlag(submitted, name));
    if (wanted == false && isOn) {
        return forbiddenMember(name);
    }
    if (wanted == true && !isOn) {
        turnOn();
    }
    return {};
}

Status readProtection(const json::Object& submitted, const Abilities& abilities, apps::App& app) {
    constexpr Word kByCertificate = "tls_client_certificate_bound_access_tokens";
    ENSURE(tighten(submitted, "require_pushed_authorization_requests", app.requirePar, [&] { app.requirePar = true; }));
    ENSURE(tighten(submitted, "require_signed_request_object", app.requireSignedRequestObject,
                   [&] { app.requireSignedRequestObject = true; }));
    ENSURE(
        tighten(submitted, "dpop_bound_access_tokens", app.dpop == Use::Required, [&] { app.dpop = Use::Required; }));
    const Use before = app.tlsClientCertificateBoundAccessTokens;
    ENSURE(tighten(submitted, kByCertificate, before == Use::Required,
                   [&] { app.tlsClientCertificateBoundAccessTokens = Use::Required; }));
    if (app.tlsClientCertificateBoundAccessTokens != before && !abilities.mutualTls) {
        return wrongMember(kByCertificate, "no client certificates are taken here");
    }
    for (const Word member : kAlways) {
        ENSURE(submittedFlag(submitted, member));
    }
    return {};
}

Status readDefaults(const json::Object& submitted, apps::App& app) {
    TRY(maxAge, submittedNumber(submitted, "default_max_age", kLongestMaxAge));
    app.defaultMaxAge = maxAge ? std::optional(Seconds(*maxAge)) : std::nullopt;
    TRY(levels, submittedTexts(submitted, "default_acr_values"));
    app.defaultAcrValues = std::move(levels).value_or(std::vector<std::string>());
    return app.defaultAcrValues.size() > kMostLevels ? Status(wrongMember("default_acr_values")) : Status();
}

// Of the types that it has, or that its token gives; fewer than before are a tightening.
Status readDetailsTypes(const json::Object& submitted, const apps::RegistrationRules& rules, const apps::App& before,
                        apps::App& app) {
    constexpr Word kMember = "authorization_details_types";
    TRY(types, submittedTexts(submitted, kMember));
    if (!types) {
        return {};
    }
    app.authorizationDetails.clear();
    for (const std::string& type : *types) {
        const auto named = [&](const apps::DetailsType& each) { return each.type == type; };
        const auto& kept = app.authorizationDetails;
        if (std::any_of(kept.begin(), kept.end(), named)) {
            continue;
        }
        auto found = std::find_if(before.authorizationDetails.begin(), before.authorizationDetails.end(), named);
        if (found == before.authorizationDetails.end()) {
            found = std::find_if(rules.authorizationDetails.begin(), rules.authorizationDetails.end(), named);
            if (found == rules.authorizationDetails.end()) {
                return forbiddenMember(kMember);
            }
        }
        app.authorizationDetails.push_back(*found);
    }
    return {};
}

} // namespace

Status readPolicies(const json::Object& submitted, const Abilities& abilities, const apps::RegistrationRules& rules,
                    const apps::App& before, apps::App& app) {
    ENSURE(readAlgorithms(submitted, abilities, before, app));
    ENSURE(readSubjectType(submitted, app));
    ENSURE(readProtection(submitted, abilities, app));
    ENSURE(readDefaults(submitted, app));
    return readDetailsTypes(submitted, rules, before, app);
}

void writePolicies(const apps::App& app, const Abilities& abilities, json::Object& out) {
    for (const AlgorithmMember& each : kAnswers) {
        if (const std::string name = algorithmOf(app, each, abilities); !name.empty()) {
            out[each.singular] = name;
        }
    }
    out["subject_type"] = app.subjectType == apps::SubjectType::Pairwise ? "pairwise" : "public";
    out["require_pushed_authorization_requests"] = app.requirePar;
    out["require_signed_request_object"] = app.requireSignedRequestObject;
    out["dpop_bound_access_tokens"] = app.dpop == Use::Required;
    out["tls_client_certificate_bound_access_tokens"] = app.tlsClientCertificateBoundAccessTokens == Use::Required;
    out["require_auth_time"] = true;
    if (!app.backchannelLogoutUri.empty()) {
        out["backchannel_logout_session_required"] = true;
    }
    if (!app.frontchannelLogoutUri.empty()) {
        out["frontchannel_logout_session_required"] = true;
    }
    if (app.defaultMaxAge) {
        out["default_max_age"] = app.defaultMaxAge->count();
    }
    if (!app.defaultAcrValues.empty()) {
        out["default_acr_values"] = json::toArray(app.defaultAcrValues);
    }
    if (!app.authorizationDetails.empty()) {
        json::Array types;
        for (const apps::DetailsType& each : app.authorizationDetails) {
            types.emplace_back(each.type);
        }
        out["authorization_details_types"] = std::move(types);
    }
}

} // namespace gatehouse::oidc::provider
