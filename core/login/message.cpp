// SPDX-License-Identifier: Apache-2.0
#include "login/message.h"

#include "http/forms.h"

namespace gatehouse::login {
namespace {

struct Way {
    std::string_view from;
    std::string_view to;
    bool viaBrowser;
};

Way wayOf(const Message& message) {
    if (message.name == message::kAuthorize) {
        return {"app", "gatehouse", true};
    }
    if (message.name == message::kRedirect) {
        return {"gatehouse", "idp", true};
    }
    if (message.name == message::kCallback) {
        return {"idp", "gatehouse", true};
    }
    if (message.name == message::kAnswer) {
        // A redirect goes on to the app; a page stays with the person.
        return message.address.empty() ? Way{"gatehouse", "browser", false} : Way{"gatehouse", "app", true};
    }
    if (message.name.starts_with("app.")) {
        return message.name == message::kAppTokenAnswer ? Way{"gatehouse", "app", false}
                                                        : Way{"app", "gatehouse", false};
    }
    return message.name.ends_with(".answer") ? Way{"idp", "gatehouse", false} : Way{"gatehouse", "idp", false};
}

json::Array named(const std::vector<std::pair<std::string, std::string>>& pairs) {
    json::Array out;
    for (const auto& [name, value] : pairs) {
        out.push_back(json::Object{{"name", name}, {"value", value}});
    }
    return out;
}

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

} // namespace

void writeKept(json::TextWriter& out, const Message& message) {
    out.beginObject();
    out.member("n", message.name);
    out.member("t", toMillis(message.at));
    out.memberIfAny("m", message.method);
    out.memberIfAny("u", message.address);
    if (message.status != 0) {
        out.member("s", message.status);
    }
    if (!message.headers.empty()) {
        out.key("h");
        out.beginArray();
        for (const auto& [name, value] : message.headers) {
            out.beginArray();
            out.text(name);
            out.text(value);
            out.endArray();
        }
        out.endArray();
    }
    out.memberIfAny("b", message.body);
    if (message.cut) {
        out.member("x", true);
    }
    out.endObject();
}

Message messageFrom(const json::Object& kept) {
    Message message;
    message.name = text(kept, "n");
    message.at = fromMillis(json::integerMember(kept, "t").value_or(0));
    message.method = text(kept, "m");
    message.address = text(kept, "u");
    message.status = int(json::integerMember(kept, "s").value_or(0));
    if (const json::Array* headers = json::arrayMember(kept, "h")) {
        for (const json::Value& item : *headers) {
            if (const auto* pair = item.if_array();
                pair != nullptr && pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string()) {
                message.headers.emplace_back(json::view((*pair)[0].get_string()), json::view((*pair)[1].get_string()));
            }
        }
    }
    message.body = text(kept, "b");
    message.cut = json::boolMember(kept, "x").value_or(false);
    return message;
}

json::Object toJson(const Message& message, Time begin) {
    const Way way = wayOf(message);
    const std::size_t mark = message.address.find('?');
    // What a person filled in comes in the address, what a program sends as a form; both are names and values.
    std::string_view encoded =
        mark == std::string::npos ? std::string_view() : std::string_view(message.address).substr(mark + 1);
    const bool isForm = message.name == message::kTokenRequest || message.name == message::kAppTokenRequest;
    if (isForm) {
        encoded = message.body;
    }
    const auto parameters = http::Parameters::parse(encoded);
    json::Object out;
    out["name"] = message.name;
    out["from"] = way.from;
    out["to"] = way.to;
    out["viaBrowser"] = way.viaBrowser;
    out["at"] = toRfc3339(message.at);
    out["offsetMs"] = (message.at - begin).count();
    out["method"] = message.method;
    out["url"] = message.address.substr(0, mark);
    out["status"] = message.status;
    out["headers"] = named(message.headers);
    out["parameters"] = parameters ? named(parameters->pairs()) : json::Array();
    out["body"] = isForm && parameters ? std::string() : message.body;
    out["cut"] = message.cut;
    return out;
}

} // namespace gatehouse::login
