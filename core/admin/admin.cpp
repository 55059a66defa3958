// SPDX-License-Identifier: Apache-2.0
#include "admin/admin.h"

#include <unistd.h>

#include "admin/api/codec.h"
#include "admin/change.h"
#include "admin/handlers.h"
#include "admin/person.h"
#include "admin/router.h"
#include "admin/session_view.h"
#include "admin/snapshot.h"
#include "admin/status.h"
#include "admin/tokens.h"
#include "base/encoding.h"
#include "base/log.h"
#include "crypto/random.h"

namespace gatehouse::admin {

namespace {

constexpr Seconds kTouchEvery{60};

tl::unexpected<Refusal> refuse(Code code, std::string_view reason) {
    return tl::unexpected(Refusal(Error{code, std::string(reason), {}}));
}

tl::unexpected<Refusal> notFound() {
    return refuse(Code::NotFound, "not_found");
}

/// True if `name` is a word of the space-separated list.
bool isOneOf(std::string_view list, std::string_view name) {
    while (!list.empty()) {
        const std::size_t space = list.find(' ');
        if (list.substr(0, space) == name) {
            return true;
        }
        list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
    }
    return false;
}

/// Query parameters that the operation does not know, or that come twice, are refused like unknown members.
Outcome<http::Parameters> queryOf(const api::Route& route, const std::string& raw) {
    auto query = http::Parameters::parse(raw);
    if (!query) {
        return badParameter("query", "must be percent-encoded UTF-8");
    }
    for (const auto& [name, value] : query->pairs()) {
        const bool paging = route.shape == api::Shape::Page && isOneOf("limit cursor q", name);
        if (!paging && !isOneOf(route.query, name)) {
            return tl::unexpected(Refusal(Error{Code::InvalidArgument, "parameter_unknown", {}},
                                          {{name, "parameter_unknown", "is not a parameter of this operation"}}));
        }
        if (query->count(name) > 1) {
            return badParameter(name, "must be given once");
        }
    }
    return *std::move(query);
}

/// Whether this caller may know that the operation, or the tenant it is about, exists at all.
bool isVisible(const api::Route& route, const Caller& caller, const std::shared_ptr<const tenants::Tenant>& tenant) {
    switch (route.scope) {
    case api::Scope::Broker:
        return !caller.tenant;
    case api::Scope::Shared:
        return true;
    case api::Scope::Tenant:
        return tenant != nullptr && caller.sees(tenant->id);
    }
    return false;
}

/// A feature that is switched off has no routes at all (security.md AD-06).
bool isOff(const api::Route& route, const Services& services) {
    return route.noun == "sandbox" && !services.sandbox.get;
}

api::Reply toReply(const http::Response& response) {
    return {response.status, response.headers.fields(), response.body};
}

} // namespace

Admin::Admin(Services services)
    : m_services(std::move(services))
    , m_live(std::make_unique<Live>(m_services, [this](const std::optional<TenantId>& tenant) {
        return api::encode(statusOf(m_services, *m_live, tenant));
    })) {}

Admin::~Admin() {
    m_live->stop();
}

Outcome<Caller> Admin::callerOfToken(std::string_view text) const {
    TRY(platform, m_services.keys.sealerFor(platformTenant()));
    const Bytes hash = tokenHash(text);
    TRY(token, m_services.store.read([&](store::Reader& reader) { return findTokenByHash(reader, platform, hash); }));
    const Time now = m_services.clock.now();
    if (!token || token->expiresAt <= now) {
        return refuse(Code::Unauthenticated, "token_invalid");
    }
    if (!token->lastUsed || *token->lastUsed + kTouchEvery <= now) {
        // A note for people: that it could not be written is no reason to refuse.
        (void)m_services.store.write([&](store::Writer& writer) { return touchToken(writer, token->id, now); });
    }
    return Caller{Caller::Kind::Token, token->id, token->name, token->role, token->tenant, token->groups};
}

Outcome<Caller> Admin::authenticate(const http::Request& request, const std::string& requestId) const {
    if (request.peer.uid) {
        if (*request.peer.uid != ::geteuid()) {
            return refuse(Code::PermissionDenied, "peer_refused");
        }
        return Caller{Caller::Kind::Socket, "socket", "", api::AdminRole::Owner, std::nullopt, {}};
    }
    const std::string_view header = request.headers.get("Authorization").value_or("");
    constexpr std::string_view kScheme = "Bearer ";
    if (header.empty()) {
        return refuse(Code::Unauthenticated, "token_missing");
    }
    if (header.size() <= kScheme.size() || asciiLower(header.substr(0, kScheme.size())) != "bearer ") {
        return refuse(Code::Unauthenticated, "token_invalid");
    }
    const std::string_view text = header.substr(kScheme.size());
    return text.starts_with("ghat_") ? callerOfToken(text)
                                     : callerOfAccessToken(m_services, text, request.peer.address, requestId);
}

Answered Admin::dispatch(const http::Request& request, const Caller& caller, const std::string& requestId) {
    TRY(match, findOperation(request.method, request.path));
    const api::Route& route = *match.route;
    const Handle run = findHandler(route.id);
    std::shared_ptr<const tenants::Tenant> tenant;
    if (route.scope == api::Scope::Tenant) {
        tenant = m_services.tenants.byName(match.tenant);
    }
    if (isOff(route, m_services)) {
        return notFound();
    }
    if (run == nullptr || !isVisible(route, caller, tenant)) {
        if (tenant != nullptr || route.scope == api::Scope::Broker) {
            recordDenial(m_services, caller, caller.tenant.value_or(platformTenant()), route.id, "not_visible",
                         requestId, request.peer.address);
        }
        return notFound();
    }
    if (!api::allows(caller.role, route.permission)) {
        return refuse(Code::PermissionDenied, "permission_denied");
    }
    if (route.strength == api::Strength::Privileged) {
        if (const auto fresh = demandFreshSignIn(m_services, caller, m_services.clock.now()); !fresh) {
            return tl::unexpected(fresh.error());
        }
    }
    auto query = queryOf(route, request.query);
    if (!query) {
        return tl::unexpected(query.error());
    }
    const Request found{route,
                        caller,
                        tenant,
                        match.object,
                        *std::move(query),
                        request.headers,
                        request.query.empty() ? request.path : request.path + "?" + request.query,
                        request.body,
                        requestId,
                        request.peer.address,
                        m_services.clock.now()};
    Answered answered = run(Context{m_services, *m_live, found});
    if (answered && route.method != "GET") {
        m_live->onRecord(tenant ? tenant->id : platformTenant());
    }
    return answered;
}

http::Response Admin::answer(const http::Request& request, const Caller& caller, const std::string& requestId) {
    const Answered answered = dispatch(request, caller, requestId);
    if (answered) {
        return toResponse(*answered, requestId);
    }
    const Error& error = answered.error().error;
    if (error.code == Code::PermissionDenied) {
        const auto match = findOperation(request.method, request.path);
        recordDenial(m_services, caller, caller.tenant.value_or(platformTenant()),
                     match ? match->route->id : request.method, error.reason, requestId, request.peer.address);
    }
    if (error.code == Code::Internal) {
        log::error("admin.failed", {{"requestId", requestId}, {"reason", error.reason}, {"detail", error.detail}});
    }
    return toProblem(answered.error(), requestId);
}

http::Response Admin::handle(const http::Request& request) {
    const std::string requestId = crypto::newUuid(m_services.clock.now());
    const Outcome<Caller> caller = authenticate(request, requestId);
    if (!caller) {
        log::warn("admin.unauthenticated", {{"requestId", requestId}, {"reason", caller.error().error.reason}});
        return toProblem(caller.error(), requestId);
    }
    return answer(request, *caller, requestId);
}

api::Dispatcher Admin::dispatcher() {
    return [this](const api::Call& call) {
        http::Request request;
        request.method = call.method;
        const std::size_t mark = call.path.find('?');
        request.path = call.path.substr(0, mark);
        request.query = mark == std::string::npos ? std::string() : call.path.substr(mark + 1);
        request.body = call.body;
        const std::string requestId = crypto::newUuid(m_services.clock.now());
        for (const auto& [name, value] : call.headers) {
            if (!request.headers.trySet(name, value)) {
                return toReply(toProblem(Refusal(Error{Code::InvalidArgument, "parameter_invalid", name}), requestId));
            }
        }
        const Caller console{Caller::Kind::Console, "console", "", api::AdminRole::Owner, std::nullopt, {}};
        return toReply(answer(request, console, requestId));
    };
}

Status Admin::keepSandbox(std::string_view slug, const Renewed& renewed) {
    const auto tenant = m_services.tenants.bySlug(slug);
    if (!tenant || tenant->kind != tenants::Kind::Sandbox) {
        return {}; // made a live one since: nothing is reset there
    }
    TRY(sealer, m_services.keys.sealerFor(tenant->id));
    return m_services.store.write([&](store::Writer& writer) -> Status {
        if (findSnapshot(writer, tenant->id)) {
            const Status done = renewSnapshot(writer, sealer, renewed);
            if (done || done.error().reason != "sandbox.snapshot_broken") {
                return done;
            }
            log::info("sandbox.snapshot", {{"reason", "of an older version: taken anew"}});
        }
        return takeSnapshot(writer, sealer, {}, m_services.clock.now()).map([](const Snapshot&) {});
    });
}

void Admin::onReceipt(const TenantId& tenant, const outbox::Receipt& receipt) {
    std::optional<apps::App> app;
    for (const TenantId& owner : {tenant, platformTenant()}) {
        if (const auto found = m_services.apps.get(owner, AppId(receipt.destination))) {
            app = **found;
            break;
        }
    }
    api::LogoutConfirmation confirmation = confirmationOf(receipt, app);
    if (const auto known = m_services.tenants.byId(tenant)) {
        confirmation.tenant = known->slug;
    }
    m_live->publish(tenant, api::kLogoutEvent, api::encode(confirmation));
}

} // namespace gatehouse::admin
