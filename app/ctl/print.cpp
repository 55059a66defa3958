// SPDX-License-Identifier: Apache-2.0
#include "print.h"

#include <algorithm>
#include <array>

#include "admin/api/codec.h"

namespace gatehouse::ctl {

namespace {

using admin::api::Route;

struct Columns {
    std::string_view noun;
    std::vector<std::string> names;
};

/// What a list shows; everything is in --json.
const std::vector<std::string>& columnsOf(std::string_view noun) {
    static const std::vector<Columns> kColumns = {
        {"tenant", {"slug", "name", "kind", "status", "id"}},
        {"domain", {"name", "status", "txtRecord"}},
        {"connection", {"name", "type", "enabled", "issuer", "domains", "id"}},
        {"app", {"name", "clientId", "type", "redirectUris", "id"}},
        {"shared-app", {"name", "clientId", "type", "tenants", "id"}},
        {"user", {"userName", "displayName", "active", "roles", "lastLogin", "id"}},
        {"group", {"name", "members", "id"}},
        {"role", {"name", "description", "permissions"}},
        {"permission", {"name", "description"}},
        {"admin", {"userName", "tenant", "role", "reach", "lastSeen", "id"}},
        {"session", {"userName", "connection", "createdAt", "lastSeen", "ip", "id"}},
        {"key", {"kid", "use", "alg", "state", "createdAt"}},
        {"audit", {"seq", "time", "type", "outcome", "actor", "target"}},
        {"broker-audit", {"seq", "time", "type", "outcome", "actor", "target"}},
        {"flow", {"reference", "startedAt", "outcome", "user", "connection", "app", "reason"}},
        {"sandbox", {"id", "step", "to", "since", "caption"}},
        {"token", {"name", "role", "tenant", "expiresAt", "lastUsed", "id"}},
        {"registration-token", {"name", "usesLeft", "expiresAt", "lastUsed", "id"}},
    };
    static const std::vector<std::string> kDefault = {"name", "id"};
    const auto found =
        std::find_if(kColumns.begin(), kColumns.end(), [&](const Columns& one) { return one.noun == noun; });
    return found == kColumns.end() ? kDefault : found->names;
}

std::string renderList(const Route& route, const json::Object& page) {
    const json::Array* items = json::arrayMember(page, "items");
    const std::vector<std::string>& columns = columnsOf(route.noun);
    std::vector<std::vector<std::string>> rows;
    for (const json::Value& item : items == nullptr ? json::Array() : *items) {
        std::vector<std::string> row;
        for (const std::string& column : columns) {
            const json::Value* value = item.is_object() ? json::member(item.get_object(), column) : nullptr;
            row.push_back(value == nullptr ? "-" : cell(*value));
        }
        rows.push_back(std::move(row));
    }
    std::string out = table(columns, rows);
    if (const auto cursor = json::stringMember(page, "nextCursor")) {
        out += "more: --cursor " + printable(*cursor) + "\n";
    }
    return out;
}

std::string renderOne(const json::Object& object) {
    std::size_t width = 0;
    for (const auto& member : object) {
        width = std::max(width, member.key().size());
    }
    std::string out;
    for (const auto& member : object) {
        const std::string name(member.key().data(), member.key().size());
        out += name + std::string(width - name.size() + 2, ' ') + cell(member.value()) + "\n";
    }
    return out;
}

std::string_view cureFor(int status) {
    switch (status) {
    case 400:
    case 422:
        return "correct what is named";
    case 401:
        return "use a token that is valid now";
    case 403:
        return "ask an owner for a role that may do this";
    case 404:
        return "check the name, and that your role may see it";
    case 409:
        return "read it again and see docs/errors.md";
    case 412:
        return "it was changed meanwhile: read it again";
    case 503:
        return "try again";
    default:
        return "see docs/errors.md and the broker's log";
    }
}

} // namespace

std::string printable(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            c = '?';
        }
    }
    return out;
}

std::string cell(const json::Value& value) {
    if (value.is_null()) {
        return "-";
    }
    if (value.is_string()) {
        return value.get_string().empty() ? "-" : printable(json::view(value.get_string()));
    }
    if (value.is_object()) {
        const json::Object& object = value.get_object();
        if (const auto name = json::stringMember(object, "name"); name && !name->empty()) {
            return printable(*name);
        }
        if (const auto id = json::stringMember(object, "id"); id && !id->empty()) {
            return printable(*id);
        }
        return object.empty() ? "-" : printable(json::write(object));
    }
    if (value.is_array()) {
        std::string out;
        for (const json::Value& element : value.get_array()) {
            out += (out.empty() ? "" : ",") + cell(element);
        }
        return out.empty() ? "-" : out;
    }
    return json::write(value);
}

std::string table(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        widths.push_back(columns[i].size());
        for (const auto& row : rows) {
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += cells[i];
            out += i + 1 == cells.size() ? std::string("\n") : std::string(widths[i] - cells[i].size() + 2, ' ');
        }
        return out;
    };
    std::vector<std::string> heads = columns;
    for (std::string& head : heads) {
        std::transform(head.begin(), head.end(), head.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    }
    std::string out = line(heads);
    for (const auto& row : rows) {
        out += line(row);
    }
    return out;
}

std::string render(const Route& route, const admin::api::Reply& reply, Format format) {
    if (reply.body.empty()) {
        return {};
    }
    const Result<json::Value> body = json::parse(reply.body, json::Limits{.bytes = 256UL * 1024 * 1024, .depth = 64});
    if (!body) {
        return reply.body;
    }
    if (format == Format::Json || !body->is_object() || route.shape == admin::api::Shape::Other) {
        return json::writePretty(*body) + "\n";
    }
    if (route.shape == admin::api::Shape::Page) {
        return renderList(route, body->get_object());
    }
    if (const json::Array* steps = json::arrayMember(body->get_object(), "steps");
        steps != nullptr && route.noun != "flow") {
        std::vector<std::vector<std::string>> rows;
        const std::vector<std::string> columns = {"status", "name", "detail", "hint"};
        for (const json::Value& step : *steps) {
            std::vector<std::string> row;
            for (const std::string& column : columns) {
                const json::Value* value = step.is_object() ? json::member(step.get_object(), column) : nullptr;
                row.push_back(value == nullptr ? "-" : cell(*value));
            }
            rows.push_back(std::move(row));
        }
        return table(columns, rows);
    }
    if (route.noun == "flow" || route.verb == "preview" || route.verb == "check-response") {
        return json::writePretty(*body) + "\n";
    }
    return renderOne(body->get_object());
}

bool foundFault(const admin::api::Reply& reply) {
    const Result<json::Object> body = json::parseObject(reply.body);
    return body && json::boolMember(*body, "ok") == false;
}

Failure refusal(std::string what, const admin::api::Reply& reply) {
    const auto problem = admin::api::decode<admin::api::ProblemDetails>(reply.body, admin::api::Side::Reply);
    if (!problem) {
        return {std::move(what), "the broker answered " + std::to_string(reply.status),
                std::string(cureFor(reply.status))};
    }
    const std::string request = " (request " + printable(problem->requestId) + ")";
    std::string why = problem->code;
    for (const auto& error : problem->errors) {
        why += "; " + printable(error.pointer.empty() ? "the body" : error.pointer) + " " + printable(error.message);
    }
    if (problem->errors.empty() && !problem->detail.empty()) {
        return {std::move(what), std::move(why), printable(problem->detail) + request};
    }
    return {std::move(what), std::move(why), std::string(cureFor(reply.status)) + request};
}

} // namespace gatehouse::ctl
