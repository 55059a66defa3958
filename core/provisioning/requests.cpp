// SPDX-License-Identifier: Apache-2.0
#include "provisioning/requests.h"

#include <algorithm>

#include "crypto/random.h"

namespace gatehouse::provisioning {
namespace {

constexpr std::string_view kTable = "scim_requests";
constexpr std::string_view kHidden = "********";

json::Array toJson(const std::vector<scim::Change>& changes) {
    json::Array out;
    for (const scim::Change& change : changes) {
        out.push_back(json::Object{{"path", change.path}, {"before", change.before}, {"after", change.after}});
    }
    return out;
}

std::vector<scim::Change> changesIn(const json::Object& members) {
    std::vector<scim::Change> out;
    if (const json::Array* list = json::arrayMember(members, "changes")) {
        for (const json::Value& each : *list) {
            const json::Object& change = each.as_object();
            out.push_back({std::string(json::stringMember(change, "path").value_or("")), change.at("before"),
                           change.at("after")});
        }
    }
    return out;
}

// Columns: id, status, sealed, client_id, resource_id.
Result<Request> fromRow(const store::Sealer& sealer, const store::Row& row, bool whole) {
    Request request;
    request.id = row.text(0);
    request.status = int(row.integer(1));
    TRY(text, sealer.open({kTable, request.id, "sealed"}, row.blob(2)));
    TRY(members, json::parseObject(text));
    const auto member = [&](std::string_view name) {
        return std::string(json::stringMember(members, name).value_or(""));
    };
    request.clientId = row.text(3);
    request.resourceId = row.text(4);
    request.time = fromMillis(json::integerMember(members, "time").value_or(0));
    request.clientName = member("clientName");
    request.ip = member("ip");
    request.userAgent = member("userAgent");
    request.method = member("method");
    request.path = member("path");
    request.scimType = member("scimType");
    request.detail = member("detail");
    request.resourceType = member("resourceType");
    request.resourceName = member("resourceName");
    request.micros = json::integerMember(members, "micros").value_or(0);
    if (whole) {
        request.body = member("body");
        request.changes = changesIn(members);
    }
    return request;
}

void hidePasswords(json::Value& value) {
    if (json::Object* object = value.if_object()) {
        for (auto& member : *object) {
            if (asciiLower(json::view(member.key())).ends_with("password") && !member.value().is_null()) {
                member.value() = kHidden;
            } else if (asciiLower(json::view(member.key())) == "path" && member.value().is_string() &&
                       asciiLower(json::view(member.value().get_string())).ends_with("password")) {
                if (json::Value* set = object->if_contains("value")) {
                    *set = kHidden;
                }
            } else {
                hidePasswords(member.value());
            }
        }
    } else if (json::Array* array = value.if_array()) {
        for (json::Value& each : *array) {
            hidePasswords(each);
        }
    }
}

bool fits(const RequestFilter& filter, const Request& request) {
    return !filter.onlyChanges || (request.method != "GET" && !request.path.ends_with("/.search"));
}

} // namespace

std::string withoutPasswords(std::string body) {
    if (asciiLower(body).find("password") == std::string::npos) {
        return body;
    }
    auto value = json::parse(body);
    if (!value) {
        return {}; // it cannot be told what in it is one
    }
    hidePasswords(*value);
    return json::write(*value);
}

Status insertRequest(store::Writer& writer, const store::Sealer& sealer, const Request& request) {
    json::Object members{{"time", toMillis(request.time)},
                         {"clientName", request.clientName},
                         {"ip", request.ip},
                         {"userAgent", request.userAgent},
                         {"method", request.method},
                         {"path", request.path},
                         {"scimType", request.scimType},
                         {"detail", request.detail},
                         {"resourceType", request.resourceType},
                         {"resourceName", request.resourceName},
                         {"micros", request.micros}};
    if (!request.body.empty() && request.body.size() <= kMaxKeptBody) {
        members["body"] = request.body;
    }
    if (!request.changes.empty()) {
        members["changes"] = toJson(request.changes);
    }
    return writer
        .execute("INSERT INTO scim_requests (tenant, id, client_id, resource_id, status, sealed)"
                 " VALUES ($1, $2, $3, $4, $5, $6)",
                 {sealer.tenant().text(), request.id, request.clientId, request.resourceId, request.status,
                  store::Arg::blob(sealer.seal({kTable, request.id, "sealed"}, json::write(members)))})
        .map([](std::int64_t) {});
}

Result<Request> findRequest(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    Result<Request> found = fail(Code::NotFound, "scim_request.not_found");
    ENSURE(reader.query("SELECT id, status, sealed, client_id, resource_id FROM scim_requests"
                        " WHERE tenant = $1 AND id = $2",
                        {sealer.tenant().text(), id}, [&](const store::Row& row) {
                            found = fromRow(sealer, row, true);
                            return false;
                        }));
    return found;
}

Result<RequestPage> listRequests(store::Reader& reader, const store::Sealer& sealer, const RequestFilter& filter,
                                 std::string_view cursor, std::size_t limit) {
    RequestPage page;
    Status status;
    const auto onRow = [&](const store::Row& row) {
        auto request = fromRow(sealer, row, false);
        if (!request) {
            status = tl::unexpected<Error>(request.error());
            return false;
        }
        if (!fits(filter, *request)) {
            return true;
        }
        if (page.items.size() == limit) {
            page.nextCursor = page.items.back().id;
            return false;
        }
        page.items.push_back(*std::move(request));
        return true;
    };
    const std::string_view before = cursor.empty() ? std::string_view("~") : cursor; // sorts behind every id
    const int least = filter.onlyFailures ? 400 : 0;
    const std::string_view tenant = sealer.tenant().text();
    if (!filter.resource.empty()) {
        ENSURE(reader.query("SELECT id, status, sealed, client_id, resource_id FROM scim_requests WHERE tenant = $1"
                            " AND resource_id = $2 AND id < $3 AND status >= $4 AND ($5 = '' OR client_id = $5)"
                            " ORDER BY id DESC",
                            {tenant, filter.resource, before, least, filter.client}, onRow));
    } else {
        ENSURE(reader.query("SELECT id, status, sealed, client_id, resource_id FROM scim_requests WHERE tenant = $1"
                            " AND id < $2 AND status >= $3 AND ($4 = '' OR client_id = $4) ORDER BY id DESC",
                            {tenant, before, least, filter.client}, onRow));
    }
    ENSURE(status);
    return page;
}

Result<std::string> requestsToForget(store::Reader& reader, const TenantId& tenant, Time now, Seconds keep,
                                     std::int64_t most) {
    std::string last;
    const auto read = [&](const store::Row& row) {
        last = std::max(last, std::string(row.text(0)));
        return false;
    };
    ENSURE(reader.query("SELECT id FROM scim_requests WHERE tenant = $1 ORDER BY id DESC LIMIT 1 OFFSET $2",
                        {tenant.text(), most}, read));
    const std::string byAge = crypto::newUuid(now - keep).substr(0, 13); // ids begin with their time
    ENSURE(reader.query("SELECT id FROM scim_requests WHERE tenant = $1 AND id < $2 ORDER BY id DESC LIMIT 1",
                        {tenant.text(), byAge}, read));
    return last;
}

Result<std::int64_t> forgetRequests(store::Writer& writer, const TenantId& tenant, std::string_view last) {
    return writer.execute("DELETE FROM scim_requests WHERE tenant = $1 AND id <= $2", {tenant.text(), last});
}

} // namespace gatehouse::provisioning
