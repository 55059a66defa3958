// SPDX-License-Identifier: Apache-2.0
#include "admin/last_sign_in.h"

#include "login/flow.h"

namespace gatehouse::admin {

namespace {

using connections::Stage;

constexpr std::size_t kLookedAt = 20; // attempts that nobody came back from stand before the one that counts

const login::Step* stepNamed(const login::Flow& flow, std::string_view name) {
    for (const login::Step& step : flow.steps) {
        if (step.name == name) {
            return &step;
        }
    }
    return nullptr;
}

std::string levelOf(const login::Flow& flow) {
    const login::Step* token = stepNamed(flow, "token");
    const auto acr = token == nullptr ? std::nullopt : json::stringMember(token->data, "acr");
    return acr && !acr->empty() ? ", level `" + std::string(*acr) + "`" : std::string();
}

std::string spentOn(const login::Flow& flow) {
    const login::Step* left = stepNamed(flow, "redirect");
    const Time from = left == nullptr ? flow.startedAt : left->at;
    const auto tenths = ((flow.finishedAt.value_or(from) - from).count() + 50) / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

Stage stage(std::string name, Check::Status status, std::string detail, std::string cure, connections::Fix fix) {
    return Stage{{std::move(name), status, {}, std::move(detail), std::move(cure), {}}, std::move(fix)};
}

/// The browser left for the provider and is still away: most often because the provider does not know where to send it.
Stage awaited(const login::Flow& flow, const std::string& redirectUri) {
    return stage("sign_in", Check::Status::Warn,
                 "The browser has not come back from the provider since " + toRfc3339(flow.startedAt) +
                     ". If the provider shows an error about the redirect URI, register exactly: " + redirectUri,
                 "Finish the sign-in, or copy the redirect URI", {"copy_redirect_uri", redirectUri});
}

Stage claimsOf(const login::Flow& flow) {
    if (!flow.reason.starts_with("mapping_")) {
        return stage("claims", Check::Status::Ok, "The mapping had all it needs.", {}, {});
    }
    const Check* failed = firstFailure(flow.checks);
    const std::string what = flow.reason == "mapping_missing_email" ? std::string("No `email` claim.")
                             : failed == nullptr                    ? std::string("The mapping does not fit.")
                                                                    : failed->actual;
    return stage("claims", Check::Status::Fail, what + " Sign-in would be refused with " + flow.reason + ".",
                 "Open mapping", {"open_mapping", flow.reference});
}

LastSignIn readFlow(const login::Flow& flow) {
    const bool proven = flow.outcome == login::Outcome::Success || flow.reason.starts_with("mapping_");
    LastSignIn out;
    if (!proven) {
        out.signIn = stage("sign_in", Check::Status::Fail,
                           "The last sign-in failed: " + flow.reason + " (" + flow.reference + ").",
                           "Open the flow " + flow.reference, {"open_flow", flow.reference});
        return out;
    }
    out.signIn =
        stage("sign_in", Check::Status::Ok,
              "Signed in" + (flow.userName.empty() ? std::string() : " as " + flow.userName) + levelOf(flow) + ", in " +
                  spentOn(flow) + ", at " + toRfc3339(flow.finishedAt.value_or(flow.startedAt)) + ".",
              {}, {});
    out.claims = claimsOf(flow);
    return out;
}

} // namespace

Result<LastSignIn> lastSignIn(const Context& context, const Scoped& scoped, const ConnectionId& connection) {
    login::FlowFilter filter;
    filter.connection = connection;
    TRY(page, context.services.store.read([&](store::Reader& reader) {
        return login::listFlows(reader, scoped.sealer, filter, "", kLookedAt);
    }));
    const Time now = context.request.now;
    std::optional<Stage> waiting;
    for (const login::Flow& flow : page.items) {
        if (flow.outcome != login::Outcome::Started) {
            LastSignIn out = readFlow(flow);
            if (waiting) {
                out.signIn = waiting;
            }
            return out;
        }
        if (!waiting && flow.test && now < flow.expiresAt && stepNamed(flow, "redirect") != nullptr) {
            waiting = awaited(flow, context.services.publicUrl.oidcCallback(connection));
        }
    }
    return LastSignIn{waiting, std::nullopt};
}

} // namespace gatehouse::admin
