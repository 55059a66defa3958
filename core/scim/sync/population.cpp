// SPDX-License-Identifier: Apache-2.0
#include "scim/sync/population.h"

#include <functional>
#include <unordered_set>

#include "http/forms.h"
#include "scim/patch.h"
#include "scim/resource.h"
#include "scim/text.h"

namespace gatehouse::scim::sync {
namespace {

/// What another service adds to a list's elements on its own account would look like a difference.
void dropAdditions(json::Object& resource) {
    for (auto& member : resource) {
        json::Array* list = member.value().if_array();
        if (list == nullptr) {
            continue;
        }
        for (json::Value& element : *list) {
            json::Object* parts = element.if_object();
            if (parts == nullptr || !parts->contains("value")) {
                continue;
            }
            parts->erase("$ref");
            parts->erase("display");
            if (const auto primary = json::boolMember(*parts, "primary"); primary && !*primary) {
                parts->erase("primary");
            }
        }
    }
}

/// Ids of a group's members, each once. However many: what is left out here would look like somebody who left.
Result<std::vector<std::string>> memberIds(const json::Value& value) {
    std::vector<std::string> out;
    std::unordered_set<std::string> seen;
    const json::Array* list = value.if_array();
    if (list == nullptr && !value.is_null()) {
        return fail(Code::InvalidArgument, "scim.value", "members");
    }
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const json::Object* member = (*list)[i].if_object();
        const auto id = member == nullptr ? std::nullopt : json::stringMember(*member, "value");
        if (!id || id->empty()) {
            return fail(Code::InvalidArgument, "scim.value", "members");
        }
        if (seen.emplace(*id).second) {
            out.emplace_back(*id);
        }
    }
    return out;
}

class Reader {
public:
    Reader(Service& service, const ResourceType& type, const Limits& limits, Population& into)
        : m_service(service)
        , m_type(type)
        , m_limits(limits)
        , m_into(into)
        , m_list(type.endpoint == "/Users" ? into.people : into.groups) {}

    Status run() {
        std::string query = "?startIndex=1&count=" + std::to_string(m_limits.page);
        for (std::int64_t index = 1;;) {
            TRY(reply, m_service.get(m_type.endpoint + query));
            if (m_type.endpoint == "/Groups" && (reply.status == 404 || reply.status == 501)) {
                return {};
            }
            if (!reply.succeeded()) {
                return fail(Code::Unavailable, "scim_sync.refused",
                            "GET " + m_type.endpoint + " is answered with " + reply.said());
            }
            const json::Object* page = reply.body.if_object();
            const auto total = page == nullptr ? std::nullopt : json::integerMember(*page, "totalResults");
            const json::Array* resources = page == nullptr ? nullptr : json::arrayMember(*page, "Resources");
            if (page == nullptr || (resources == nullptr && total != 0)) {
                return fail(Code::Unavailable, "scim_sync.answer", m_type.endpoint + " is no ListResponse");
            }
            const std::size_t count = resources == nullptr ? 0 : resources->size();
            for (std::size_t i = 0; i < count; ++i) {
                ENSURE(take((*resources)[i]));
            }
            const auto cursor = json::stringMember(*page, "nextCursor");
            index += static_cast<std::int64_t>(count);
            if (cursor && !cursor->empty()) {
                query = "?count=" + std::to_string(m_limits.page) + "&cursor=" + http::percentEncode(*cursor);
                if (!m_cursors.emplace(*cursor).second) {
                    return fail(Code::Unavailable, "scim_sync.answer", "the same cursor came twice");
                }
                continue;
            }
            if (count == 0 || !total || index > *total || !m_cursors.empty()) {
                return {};
            }
            query = "?startIndex=" + std::to_string(index) + "&count=" + std::to_string(m_limits.page);
        }
    }

private:
    Status take(const json::Value& value) {
        const json::Object* body = value.if_object();
        const std::string id(body == nullptr ? "" : json::stringMember(*body, "id").value_or(""));
        if (id.empty()) {
            m_into.unreadable.push_back({{}, "it has no id"});
            return {};
        }
        if (!m_seen.emplace(id).second) {
            return {}; // the list moved while it was read
        }
        if (m_list.size() >= m_limits.resources) {
            return fail(Code::FailedPrecondition, "scim_sync.too_many",
                        "more than " + std::to_string(m_limits.resources));
        }
        Reply alone;
        if (m_type.endpoint == "/Groups" && !body->contains("members")) {
            TRY(reply, m_service.get(m_type.endpoint + "/" + http::percentEncode(id)));
            if (!reply.succeeded() || !reply.body.is_object()) {
                m_into.unreadable.push_back({id, reply.said()});
                return {};
            }
            alone = std::move(reply);
            body = &alone.body.get_object();
        }
        auto record = readRecord(*body, m_type);
        if (record) {
            m_list.push_back(*std::move(record));
        } else {
            m_into.unreadable.push_back({id, record.error().reason + " " + record.error().detail});
        }
        return {};
    }

    Service& m_service;
    const ResourceType& m_type;
    const Limits& m_limits;
    Population& m_into;
    std::vector<Record>& m_list;
    std::unordered_set<std::string> m_seen;
    std::unordered_set<std::string> m_cursors;
};

} // namespace

std::string Record::name() const {
    const auto user = json::stringMember(resource, "userName");
    return std::string(user ? *user : json::stringMember(resource, "displayName").value_or(""));
}

std::string Record::externalId() const {
    return std::string(json::stringMember(resource, "externalId").value_or(""));
}

bool Record::active() const {
    return json::boolMember(resource, "active").value_or(true);
}

Result<Record> readRecord(const json::Object& body, const ResourceType& type) {
    Record record;
    record.id = json::stringMember(body, "id").value_or("");
    std::vector<Operation> operations;
    for (const auto& member : body) {
        const std::string_view name(member.key().data(), member.key().size());
        if (name == "schemas" || name == "id" || name == "meta" || sameName(name, "groups") ||
            sameName(name, "password")) {
            continue;
        }
        if (type.endpoint == "/Groups" && sameName(name, "members")) {
            TRY(members, memberIds(member.value()));
            record.members = std::move(members);
            continue;
        }
        const auto path = parseAttributePath(name);
        if (findExtension(type, name) == nullptr && (!path || !resolve(type, *path))) {
            continue; // of a schema that we do not know
        }
        auto read = readBody(json::Object{{name, member.value()}}, type);
        if (!read) {
            record.leftOut.emplace_back(name);
            continue;
        }
        operations.insert(operations.end(), std::make_move_iterator(read->begin()),
                          std::make_move_iterator(read->end()));
    }
    TRY(resource, buildResource(operations, type));
    record.resource = std::move(resource);
    dropAdditions(record.resource);
    if (record.id.empty() || record.name().empty()) {
        return fail(Code::InvalidArgument, "scim.required", record.id.empty() ? "id" : "name");
    }
    return record;
}

Result<Population> readPopulation(Service& service, const ResourceType& users, const ResourceType& groups,
                                  const Limits& limits) {
    Population out;
    ENSURE(Reader(service, users, limits, out).run());
    ENSURE(Reader(service, groups, limits, out).run());
    return out;
}

} // namespace gatehouse::scim::sync
