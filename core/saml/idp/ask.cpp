// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/ask.h"

#include <algorithm>

#include "saml/wire/names.h"

namespace gatehouse::saml::idp {
namespace {

using wire::Comparison;

constexpr std::size_t kLongestRelayState = 1024; // 80 by SAML V2.0 Bindings, 3.4.3; many apps put an address in it
constexpr std::string_view kProtocol = "saml";
constexpr std::pair<std::string_view, Comparison> kComparisons[] = {{"exact", Comparison::Exact},
                                                                    {"minimum", Comparison::Minimum},
                                                                    {"better", Comparison::Better},
                                                                    {"maximum", Comparison::Maximum}};

/// Whoever signed in at a provider at all did at least this much.
bool isEveryday(std::string_view context) {
    return context == wire::kUnspecifiedContext || context == wire::kPasswordContext ||
           context == wire::kProtectedTransportContext;
}

bool contains(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

Result<std::string> consumerFor(const wire::ReceivedAuthnRequest& request, const wire::PublishedSp& sp) {
    if (!request.binding.empty() && request.binding != wire::kPostBinding) {
        return fail(Code::PermissionDenied, "idp.acs", "binding " + request.binding.substr(0, 200));
    }
    if (request.acsUrl.empty() && !request.acsIndex) {
        return wire::defaultConsumer(sp).location;
    }
    for (const wire::AssertionConsumer& each : sp.consumers) {
        if (request.acsIndex ? each.index == *request.acsIndex : each.location == request.acsUrl) {
            return each.location;
        }
    }
    return fail(Code::PermissionDenied, "idp.acs",
                request.acsIndex ? "index " + std::to_string(*request.acsIndex) : request.acsUrl.substr(0, 200));
}

std::string textOf(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

} // namespace

Result<Ask> judge(const wire::ReceivedAuthnRequest& request, const std::string& relayState, const wire::PublishedSp& sp,
                  const std::string& ssoUrl, Time now) {
    if (!request.destination.empty() && request.destination != ssoUrl) {
        return fail(Code::PermissionDenied, "idp.request.destination", request.destination.substr(0, 200));
    }
    if (request.issueInstant > now + kRequestAge || request.issueInstant < now - kRequestAge) {
        return fail(Code::PermissionDenied, "idp.request.expired", toRfc3339(request.issueInstant));
    }
    if (relayState.size() > kLongestRelayState) {
        return fail(Code::InvalidArgument, "idp.request", "a RelayState of more than 1024 octets");
    }
    TRY(acsUrl, consumerFor(request, sp));
    Ask ask;
    ask.entityId = sp.entityId;
    ask.acsUrl = std::move(acsUrl);
    ask.inResponseTo = request.id;
    ask.relayState = relayState;
    ask.nameIdFormat = request.nameIdFormat;
    ask.forceAuthn = request.forceAuthn;
    ask.isPassive = request.isPassive;
    ask.comparison = request.comparison;
    ask.authnContext = request.authnContext;
    ask.loginHint = request.subject.find('@') == std::string::npos ? std::string() : request.subject;
    return ask;
}

std::optional<std::vector<std::string>> levelsOf(const Ask& ask, const std::vector<tenants::AcrRule>& order) {
    if (ask.comparison == Comparison::Maximum ||
        (ask.comparison != Comparison::Better &&
         std::any_of(ask.authnContext.begin(), ask.authnContext.end(), isEveryday))) {
        return std::vector<std::string>();
    }
    if (ask.comparison != Comparison::Better || ask.authnContext.empty()) {
        return ask.authnContext;
    }
    std::vector<std::string> stronger = tenants::acrMeeting(order, ask.authnContext);
    std::erase_if(stronger, [&](const std::string& each) { return contains(ask.authnContext, each); });
    return stronger.empty() ? std::nullopt : std::optional(std::move(stronger));
}

std::string contextOf(const Ask& ask, const std::vector<tenants::AcrRule>& order, const std::string& acr) {
    if (ask.comparison == Comparison::Exact || ask.comparison == Comparison::Minimum) {
        for (const std::string& each : ask.authnContext) {
            if (isEveryday(each) || contains(tenants::acrMeeting(order, {each}), acr)) {
                return each;
            }
        }
    }
    return acr.empty() ? std::string(wire::kUnspecifiedContext) : acr;
}

oidc::provider::AuthorizeRequest toSignIn(const Ask& ask, std::vector<std::string> levels) {
    oidc::provider::AuthorizeRequest request;
    request.clientId = ask.entityId;
    request.prompt.login = ask.forceAuthn;
    request.prompt.none = ask.isPassive;
    request.acrValues = std::move(levels);
    request.loginHint = ask.loginHint;
    return request;
}

bool isAsk(const json::Object& request) {
    return json::stringMember(request, "protocol") == kProtocol;
}

json::Object toJson(const Ask& ask, const TenantId& issuer) {
    json::Object out{{"protocol", kProtocol},
                     {"issuer", issuer.text()},
                     {"clientId", ask.entityId},
                     {"acsUrl", ask.acsUrl},
                     {"inResponseTo", ask.inResponseTo},
                     {"relayState", ask.relayState},
                     {"nameIdFormat", ask.nameIdFormat},
                     {"forceAuthn", ask.forceAuthn},
                     {"isPassive", ask.isPassive},
                     {"authnContext", json::toArray(ask.authnContext)},
                     {"loginHint", ask.loginHint}};
    for (const auto& [word, comparison] : kComparisons) {
        if (comparison == ask.comparison) {
            out["comparison"] = word;
        }
    }
    return out;
}

Ask askOf(const json::Object& request) {
    Ask ask;
    ask.entityId = textOf(request, "clientId");
    ask.acsUrl = textOf(request, "acsUrl");
    ask.inResponseTo = textOf(request, "inResponseTo");
    ask.relayState = textOf(request, "relayState");
    ask.nameIdFormat = textOf(request, "nameIdFormat");
    const auto isSet = [&](std::string_view name) {
        const json::Value* value = json::member(request, name);
        return value != nullptr && value->is_bool() && value->get_bool();
    };
    ask.forceAuthn = isSet("forceAuthn");
    ask.isPassive = isSet("isPassive");
    ask.authnContext = json::stringsMember(request, "authnContext").value_or(std::vector<std::string>());
    ask.loginHint = textOf(request, "loginHint");
    for (const auto& [word, comparison] : kComparisons) {
        if (textOf(request, "comparison") == word) {
            ask.comparison = comparison;
        }
    }
    return ask;
}

} // namespace gatehouse::saml::idp
