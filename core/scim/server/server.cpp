// SPDX-License-Identifier: Apache-2.0
#include "scim/server/server.h"

#include "base/log.h"
#include "crypto/random.h"
#include "http/forms.h"
#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/etag.h"
#include "scim/server/place.h"
#include "scim/server/respond.h"
#include "scim/server/search.h"

namespace gatehouse::scim::server {
namespace {

constexpr std::string_view kService = "/scim/v2";
constexpr std::size_t kMaxBody = std::size_t{1} << 20;

Result<std::map<std::string, std::string>> parametersOf(const http::Request& request) {
    auto parsed = http::Parameters::parse(request.query);
    if (!parsed) {
        return fail(Code::InvalidArgument, "scim.parameter", "the query is not encoded as a form");
    }
    std::map<std::string, std::string> out;
    for (const auto& [name, value] : parsed->pairs()) {
        out.emplace(name, value);
    }
    return out;
}

Result<Projection> projectionOf(const http::Request& request) {
    TRY(parameters, parametersOf(request));
    return parseProjection(parameters["attributes"], parameters["excludedAttributes"]);
}

/// SCIM's own type or plain JSON, in UTF-8 (RFC 7644, 3.1 and 8.1).
Status checkMediaType(const http::Request& request) {
    const std::string type = asciiLower(request.headers.get("Content-Type").value_or("application/scim+json"));
    const std::string name = type.substr(0, type.find_first_of("; "));
    const std::size_t charset = type.find("charset=");
    const bool utf8 = charset == std::string::npos || type.find("utf-8", charset) != std::string::npos;
    return utf8 && (name == "application/scim+json" || name == "application/json")
               ? Status()
               : fail(Code::InvalidArgument, "scim.media_type");
}

Result<json::Value> bodyOf(const http::Request& request) {
    ENSURE(checkMediaType(request));
    auto body = json::parse(request.body, {.bytes = kMaxBody});
    if (!body && body.error().reason != "json.too_large") {
        return fail(Code::InvalidArgument, "scim.syntax", "the body is no JSON that everybody reads alike");
    }
    return body;
}

std::optional<Method> methodOf(std::string_view method) {
    return method == "POST"     ? std::optional(Method::Create)
           : method == "PUT"    ? std::optional(Method::Replace)
           : method == "PATCH"  ? std::optional(Method::Patch)
           : method == "DELETE" ? std::optional(Method::Remove)
                                : std::nullopt;
}

void describeIn(provisioning::Request& row, const Result<Answer>& answer) {
    if (!answer) {
        const ScimError said = describe(answer.error());
        row.status = said.status;
        row.scimType = said.scimType;
        row.detail = said.detail;
        return;
    }
    row.status = answer->status;
    row.resourceType = answer->resourceType;
    row.resourceId = answer->resourceId;
    row.resourceName = answer->resourceName;
    row.changes = answer->changes;
}

std::int64_t microsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

Server::Server(Parts parts)
    : m_parts(std::move(parts))
    , m_engine{m_parts.endings, m_parts.alsoEnd, m_parts.administers, {}, {}}
    , m_plain(std::make_shared<const Types>(Types{{userType(), groupType()}}))
    , m_log(m_parts.store) {}

std::string Server::addressFor(const tenants::Tenant& tenant) const {
    return m_parts.publicUrl.tenantIssuer(tenant.slug) + std::string(kService);
}

void Server::mount(web::Router& router) {
    for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        router.add(method, "/t/{tenant}/scim/v2/*", [this](const web::Context& context) { return handle(context); });
    }
}

Result<std::shared_ptr<const Types>> Server::typesOf(const TenantId& tenant) {
    if (!m_parts.extensionOf) {
        return m_plain;
    }
    TRY(extension, m_parts.extensionOf(tenant));
    if (extension == nullptr) {
        return m_plain;
    }
    const std::lock_guard lock(m_mutex);
    Extended& known = m_extended[tenant];
    if (known.extension != extension) {
        known = {extension, std::make_shared<const Types>(Types{{userType({*extension}), groupType()}})};
    }
    return known.types;
}

Result<Call> Server::callOf(const tenants::Tenant& tenant, Client client, std::string ip) {
    TRY(sealer, m_parts.keys.sealerFor(tenant.id));
    TRY(types, typesOf(tenant.id));
    const Time now = m_parts.clock.now();
    return Call{m_engine,
                std::move(types),
                tenant.id,
                std::move(sealer),
                std::move(client),
                addressFor(tenant),
                std::move(ip),
                crypto::newUuid(now),
                now,
                tenant.settings.scim.deactivationPercent};
}

http::Response Server::handle(const web::Context& context) {
    const tenants::Tenant& tenant = *context.tenant;
    const http::Request& request = context.request;
    const auto sealer = m_parts.keys.sealerFor(tenant.id);
    if (!sealer || tenant.status != tenants::TenantStatus::Active) {
        return toResponse(sealer ? Error{Code::PermissionDenied, "scim.tenant_suspended", {}} : sealer.error());
    }
    const Time now = m_parts.clock.now();
    const auto client = authenticate(context, *sealer, now);
    if (!client) {
        const bool known =
            client.error().code == Code::Unauthenticated || client.error().code == Code::PermissionDenied;
        if (known) {
            noteRefusal(tenant, *sealer, request, client.error(), now);
        }
        return known ? challenge(client.error()) : toResponse(client.error());
    }
    if (const Seconds wait = m_rate.take(tenant.id, tenant.settings.scim.requestsPerSecond, now); wait.count() > 0) {
        http::Response response = toResponse(Error{Code::RateLimited, "scim.rate", {}});
        response.headers.set("Retry-After", std::to_string(wait.count()));
        return response;
    }
    const auto call = callOf(tenant, *client, request.peer.address);
    return call ? answerCall(*call, request, request.path.substr(request.path.find(kService) + kService.size()), true)
                : toResponse(call.error());
}

http::Response Server::serve(const tenants::Tenant& tenant, const Client& client, const http::Request& request) {
    const auto call = callOf(tenant, client, {});
    return call ? answerCall(*call, request, request.path, false) : toResponse(call.error());
}

http::Response Server::answerCall(const Call& call, const http::Request& request, const std::string& path,
                                  bool keepReads) {
    const auto begin = std::chrono::steady_clock::now();
    const Place place = Place::of(path, *call.types);
    provisioning::Request row;
    row.id = call.requestId;
    row.time = call.now;
    row.clientId = call.client.id;
    row.clientName = call.client.name;
    row.ip = call.ip;
    row.userAgent = std::string(request.headers.get("User-Agent").value_or("")).substr(0, 300);
    row.method = request.method;
    row.path = path + (request.query.empty() ? "" : "?" + request.query);
    if (request.body.size() <= provisioning::kMaxKeptBody) {
        row.body = provisioning::withoutPasswords(request.body);
    }
    row.micros = -1; // nobody has kept it yet
    const Result<Answer> answer = dispatch(call, request, place, row, false);
    if (row.micros < 0 && (keepReads || request.method != "GET")) {
        describeIn(row, answer);
        row.micros = microsSince(begin);
        m_log.keep(call.sealer, std::move(row));
    }
    http::Response response = answer ? toResponse(*answer) : toResponse(answer.error());
    if (response.status == 405) {
        response.headers.set("Allow", std::string(place.methods()));
    }
    return response;
}

Result<Answer> Server::dispatch(const Call& call, const http::Request& request, const Place& place,
                                provisioning::Request& row, bool rehearsal) {
    if (place.kind == Place::Kind::None) {
        return fail(Code::NotFound, "scim.not_found");
    }
    if (place.kind == Place::Kind::Me) {
        return fail(Code::InvalidArgument, "scim.not_offered");
    }
    const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
    if (place.methods().find(method) == std::string_view::npos) {
        return fail(Code::InvalidArgument, "scim.method");
    }
    if (method == "GET" || place.kind == Place::Kind::Search || place.kind == Place::Kind::SearchAll) {
        return read(call, request, place);
    }
    if (place.kind == Place::Kind::Bulk) {
        ENSURE(checkMediaType(request));
        return bulk(call, request.body, rehearsal);
    }
    Operation operation;
    operation.method = *methodOf(method);
    operation.type = place.type;
    operation.id = place.id;
    operation.ifMatch = request.headers.get("If-Match").value_or("");
    TRY(projection, projectionOf(request));
    operation.projection = std::move(projection);
    if (operation.method != Method::Remove) {
        TRY(body, bodyOf(request));
        operation.body = std::move(body);
    }
    return changeOne(call, operation, row, rehearsal);
}

Result<Answer> Server::changeOne(const Call& call, const Operation& operation, provisioning::Request& row,
                                 bool rehearsal) {
    const auto begin = std::chrono::steady_clock::now();
    Result<Answer> rehearsed = fail(Code::Internal, "scim.rehearsal");
    auto answer = m_parts.store.write([&](store::Writer& writer) -> Result<Answer> {
        TRY(done, change(writer, call, operation));
        if (rehearsal) {
            rehearsed = std::move(done);
            return fail(Code::FailedPrecondition, "scim.rehearsal");
        }
        provisioning::Request kept = row;
        describeIn(kept, done);
        kept.micros = microsSince(begin);
        ENSURE(provisioning::insertRequest(writer, call.sealer, kept));
        return done;
    });
    if (answer) {
        row.micros = 0; // kept with what it changed
    }
    return !answer && answer.error().reason == "scim.rehearsal" ? std::move(rehearsed) : std::move(answer);
}

Result<Answer> Server::read(const Call& call, const http::Request& request, const Place& place) {
    switch (place.kind) {
    case Place::Kind::Config:
    case Place::Kind::Types:
    case Place::Kind::Schemas: {
        TRY(parameters, parametersOf(request));
        if (parameters.contains("filter")) { // RFC 7644, 4
            return fail(Code::PermissionDenied, "scim.discovery_filter");
        }
        return describeService(call, place);
    }
    case Place::Kind::One: {
        TRY(projection, projectionOf(request));
        TRY(answer, m_parts.store.read([&](store::Reader& reader) {
            return place.type == &call.types->users() ? showUser(reader, call, UserId(place.id), projection)
                                                      : showGroup(reader, call, GroupId(place.id), projection);
        }));
        if (namesETag(request.headers.get("If-None-Match").value_or(""), answer.etag)) {
            answer.status = 304;
            answer.body = nullptr;
        }
        return answer;
    }
    default:
        break;
    }
    const auto asked = [&]() -> Result<ListQuery> {
        if (place.kind == Place::Kind::Resources) {
            TRY(parameters, parametersOf(request));
            return readListQuery(parameters);
        }
        TRY(body, bodyOf(request));
        const json::Object* object = body.if_object();
        return object == nullptr ? fail(Code::InvalidArgument, "scim.syntax", "the body is no object")
                                 : readSearchRequest(*object);
    }();
    ENSURE(asked);
    std::vector<const ResourceType*> types;
    for (const ResourceType& type : call.types->all) {
        if (place.type == nullptr || place.type == &type) {
            types.push_back(&type);
        }
    }
    TRY(found, m_parts.store.read([&](store::Reader& reader) { return search(reader, call, types, *asked); }));
    Answer answer;
    answer.body = std::move(found);
    return answer;
}

Result<Answer> Server::rehearse(const tenants::Tenant& tenant, const provisioning::Request& request) {
    TRY(call, callOf(tenant, {request.clientId, request.clientName, {}, true}, request.ip));
    call.deactivationPercent = 100; // nobody leaves
    http::Request again;
    again.method = request.method;
    const std::size_t question = request.path.find('?');
    again.path = request.path.substr(0, question);
    again.query = question == std::string::npos ? std::string() : request.path.substr(question + 1);
    again.body = request.body;
    if (again.body.empty() && again.method != "GET" && again.method != "DELETE") {
        return fail(Code::FailedPrecondition, "scim_request.no_body");
    }
    provisioning::Request row;
    return dispatch(call, again, Place::of(again.path, *call.types), row, true);
}

} // namespace gatehouse::scim::server
