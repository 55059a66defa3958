// SPDX-License-Identifier: Apache-2.0
#include "resource_command.h"

#include "files.h"
#include "http/forms.h"

namespace gatehouse::ctl {

namespace {

using admin::api::Call;
using admin::api::Route;

std::string commandName(const Route& route) {
    return std::string(route.noun) + " " + std::string(route.verb);
}

Outcome<std::string> fillPath(const ResourceCommand& command, const Route& route) {
    std::string out;
    std::size_t next = 0;
    std::string_view rest = route.path;
    while (!rest.empty()) {
        const std::size_t open = rest.find('{');
        out.append(rest.substr(0, open));
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = rest.find('}', open);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        if (name == "tenant" && command.tenant.empty()) {
            return failure(commandName(route), "it needs a tenant", "add --tenant SLUG", kUsage);
        }
        if (name != "tenant" && next == command.ids.size()) {
            return failure(commandName(route), "it needs " + std::string(name), "add it after the verb", kUsage);
        }
        out += http::percentEncode(name == "tenant" ? command.tenant : command.ids[next++]);
        rest.remove_prefix(close + 1);
    }
    if (next != command.ids.size()) {
        return failure(commandName(route), "unexpected argument " + command.ids[next], "see --help", kUsage);
    }
    return out;
}

Outcome<std::string> makeBody(const ResourceCommand& command, const Route& route) {
    if (route.request.empty()) {
        if (!command.bodyFile.empty() || !command.settings.empty()) {
            return failure(commandName(route), "it takes no body", "leave -f and --set out", kUsage);
        }
        return std::string();
    }
    json::Object body;
    if (!command.bodyFile.empty()) {
        Outcome<json::Object> read = readJsonFile(command.bodyFile);
        if (!read) {
            return tl::unexpected(read.error());
        }
        body = *std::move(read);
    }
    for (const std::string& setting : command.settings) {
        if (const Outcome<void> set = setMember(body, setting); !set) {
            return tl::unexpected(set.error());
        }
    }
    return json::write(body);
}

} // namespace

std::vector<std::string> pathParameters(std::string_view path) {
    std::vector<std::string> out;
    for (std::size_t open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
        const std::string_view name = path.substr(open + 1, path.find('}', open) - open - 1);
        if (name != "tenant") {
            out.emplace_back(name);
        }
    }
    return out;
}

const Route& routeFor(const Route& route, const std::string& tenant) {
    if (route.scope != admin::api::Scope::Tenant || !tenant.empty()) {
        return route;
    }
    const Route* twin = admin::api::findRoute("shared-" + std::string(route.id));
    return twin == nullptr ? route : *twin;
}

Outcome<void> setMember(json::Object& object, std::string_view setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return failure("--set " + std::string(setting), "it is no member=value", "write for example --set name=Acme",
                       kUsage);
    }
    std::string_view name = setting.substr(0, equals);
    const std::string_view text = setting.substr(equals + 1);
    const Result<json::Value> value = json::parse(text);
    json::Object* inside = &object;
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        json::Value& next = (*inside)[name.substr(0, dot)];
        if (!next.is_object()) {
            next = json::Object();
        }
        inside = &next.get_object();
        name.remove_prefix(dot + 1);
    }
    (*inside)[name] = value ? *value : json::Value(boost::json::string(text));
    return {};
}

Outcome<Call> toCall(const ResourceCommand& command) {
    const Route& route = routeFor(*command.route, command.tenant);
    const Outcome<std::string> path = fillPath(command, route);
    if (!path) {
        return tl::unexpected(path.error());
    }
    Outcome<std::string> body = makeBody(command, route);
    if (!body) {
        return tl::unexpected(body.error());
    }
    http::Parameters query;
    for (const auto& [name, value] : command.query) {
        query.append(name, value);
    }
    Call call{
        std::string(route.method), query.pairs().empty() ? *path : http::withQuery(*path, query), {}, *std::move(body)};
    if (!route.request.empty()) {
        call.headers.emplace_back("Content-Type",
                                  route.method == "PATCH" ? "application/merge-patch+json" : "application/json");
    }
    if (!command.ifMatch.empty()) {
        call.headers.emplace_back("If-Match", command.ifMatch);
    }
    return call;
}

} // namespace gatehouse::ctl
