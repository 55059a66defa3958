// SPDX-License-Identifier: Apache-2.0
#include "admin/redemption.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit.h"
#include "login/flow_json.h"
#include "login/message.h"

namespace gatehouse::admin {

namespace {

constexpr int kMostRecords = 100;
constexpr std::int64_t kLookedAt = 5000; ///< records of the log after a login: an app has a minute to come

/// What is checked of a code, in this order (RFC 6749, 4.1.3 and RFC 7636, 4.6). The reason of a refusal says where it
/// ended: what stands before it held.
struct Demand {
    std::string_view check;
    std::string_view refusal;
    std::string_view spec;
    std::string_view cure; ///< for the app's developer
};
constexpr std::array kDemands{
    Demand{"code_app", "oauth.invalid_client", "RFC 6749, 3.2.1",
           "Give the app its client id and secret as they are registered here."},
    Demand{"code_unused", "oauth.invalid_grant.reused", "RFC 6749, 4.1.2",
           "Redeem a code once: the app sends its token request twice, or somebody else had the code."},
    Demand{"code_fresh", "oauth.invalid_grant.expired", "RFC 6749, 4.1.2", "Redeem the code within a minute."},
    Demand{"code_client", "oauth.invalid_grant.client", "RFC 6749, 4.1.3",
           "Redeem the code by the app, and at the issuer, that asked for it."},
    Demand{"code_redirect_uri", "oauth.invalid_grant.redirect_uri", "RFC 6749, 4.1.3",
           "Repeat in the token request the redirect_uri of the app's question."},
    Demand{"code_verifier", "oauth.invalid_grant.pkce", "RFC 7636, 4.6",
           "Send the code_verifier whose challenge was in the app's question."},
    Demand{"code_session", "oauth.invalid_grant.ended", "RFC 9700, 4.14",
           "Sign in again: the session, the person or the app ended meanwhile."}};

bool isRefusal(const audit::Entry& entry) {
    return entry.record.type == "AccessDenied" || entry.record.type == "TokenReuseDetected";
}

bool isOf(const audit::Entry& entry, const login::Flow& flow) {
    return json::stringMember(entry.record.data, "family") == flow.id.text() &&
           json::stringMember(entry.record.data, "grant") == "authorization_code";
}

/// Oldest first.
Result<std::vector<audit::Entry>> attempts(store::Reader& reader, const Scoped& scoped, const login::Flow& flow) {
    audit::Filter ofFlow;
    ofFlow.flowId = flow.id.text();
    TRY(told, audit::list(reader, scoped.sealer, ofFlow, "", kMostRecords));
    std::vector<audit::Entry> found;
    std::int64_t signedIn = 0;
    for (audit::Entry& entry : told.items) {
        if (entry.record.type == "SSOLoginSuccess") {
            signedIn = entry.seq;
        } else if (isRefusal(entry) && isOf(entry, flow)) {
            found.push_back(std::move(entry));
        }
    }
    if (signedIn != 0) {
        audit::Filter issued;
        issued.type = "TokenIssued";
        issued.target = flow.user->text();
        issued.after = signedIn;
        issued.before = signedIn + kLookedAt;
        TRY(later, audit::list(reader, scoped.sealer, issued, "", kMostRecords));
        for (audit::Entry& entry : later.items) {
            if (isOf(entry, flow)) {
                found.push_back(std::move(entry));
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const audit::Entry& a, const audit::Entry& b) { return a.seq < b.seq; });
    return found;
}

json::Array checksOf(const audit::Entry& entry) {
    json::Array out;
    for (const Demand& demand : kDemands) {
        const bool failed = !entry.record.reason.empty() && entry.record.reason.starts_with(demand.refusal);
        Check check{std::string(demand.check), Check::Status::Ok, {}, {}, {}, std::string(demand.spec)};
        if (failed) {
            check.status = Check::Status::Fail;
            check.expected = json::stringMember(entry.record.data, "expected").value_or("");
            check.actual = json::stringMember(entry.record.data, "actual").value_or(entry.record.reason);
            check.cure = demand.cure;
        }
        json::Object shown = login::toJson(check);
        if (failed) {
            shown["cureBy"] = "administrator";
        }
        out.push_back(std::move(shown));
        if (failed) {
            break;
        }
    }
    return out;
}

json::Array messagesOf(const audit::Entry& entry, const login::Flow& flow, const std::string& endpoint) {
    const bool refused = isRefusal(entry);
    login::Message request;
    request.name = login::message::kAppTokenRequest;
    request.at = entry.time;
    request.method = "POST";
    request.address = endpoint;
    request.body = "grant_type=authorization_code&code=[redacted]";
    login::Message answer;
    answer.name = login::message::kAppTokenAnswer;
    answer.at = entry.time;
    const bool unproven = entry.record.reason.starts_with("oauth.invalid_client");
    answer.status = unproven ? 401 : refused ? 400 : 200;
    answer.body = json::write(refused ? json::Object{{"error", unproven ? "invalid_client" : "invalid_grant"}}
                                      : json::Object{{"token_type", "Bearer"}, {"access_token", "[redacted]"}});
    return {login::toJson(request, flow.startedAt), login::toJson(answer, flow.startedAt)};
}

void append(json::Object& shown, std::string_view member, json::Array more) {
    json::Array& list = shown[member].as_array();
    std::move(more.begin(), more.end(), std::back_inserter(list));
}

} // namespace

Status addRedemption(store::Reader& reader, const Scoped& scoped, const login::Flow& flow, json::Object& shown) {
    if (flow.outcome != login::Outcome::Success || flow.test || !flow.user) {
        return {};
    }
    TRY(found, attempts(reader, scoped, flow));
    const std::string endpoint = scoped.context.services.publicUrl.tenantIssuer(flow.tenantSlug) + "/token";
    for (const audit::Entry& entry : found) {
        append(shown, "messages", messagesOf(entry, flow, endpoint));
        append(shown, "checks", checksOf(entry));
    }
    return {};
}

} // namespace gatehouse::admin
