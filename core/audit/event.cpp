// SPDX-License-Identifier: Apache-2.0
#include "audit/event.h"

#include <algorithm>
#include <iterator>

#include "crypto/hash.h"

namespace gatehouse::audit {

namespace {

constexpr std::size_t kMaxText = 4096;
constexpr int kMaxDepth = 16;
constexpr std::string_view kMark = "$c";
constexpr std::string_view kDataPrefix = "/data/";

/// At most kMaxText bytes of well-formed UTF-8; a byte that does not fit in becomes U+FFFD.
std::string cleanText(std::string_view text) {
    if (text.size() <= kMaxText && isUtf8(text)) {
        return std::string(text);
    }
    std::string clean;
    std::size_t at = 0;
    while (at < text.size() && clean.size() < kMaxText) {
        std::size_t length = 1;
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead >= 0xC2) {
            length = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2);
        }
        const std::string_view piece = text.substr(at, length);
        if (piece.size() == length && isUtf8(piece)) {
            clean.append(piece);
            at += length;
        } else {
            clean.append("\xEF\xBF\xBD");
            ++at;
        }
    }
    return clean;
}

json::Value cleanValue(const json::Value& value, int depth) {
    if (const auto* text = value.if_string()) {
        return json::Value(cleanText(json::view(*text)));
    }
    if (const auto* array = value.if_array()) {
        json::Array clean;
        for (const json::Value& element : *array) {
            clean.push_back(depth < kMaxDepth ? cleanValue(element, depth + 1) : json::Value());
        }
        return clean;
    }
    if (const auto* object = value.if_object()) {
        json::Object clean;
        for (const auto& member : *object) {
            clean[cleanText(member.key())] = depth < kMaxDepth ? cleanValue(member.value(), depth + 1) : json::Value();
        }
        return clean;
    }
    return value;
}

json::Value textOrNull(std::string_view text) {
    return text.empty() ? json::Value() : json::Value(cleanText(text));
}

std::string escaped(std::string_view member) {
    std::string pointer;
    for (const char c : member) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string unescaped(std::string_view token) {
    std::string member;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1')) {
            member += token[++i] == '0' ? '~' : '/';
        } else {
            member += token[i];
        }
    }
    return member;
}

json::Value* memberOf(json::Object& object, std::string_view name) {
    const auto found = object.find(boost::json::string_view(name.data(), name.size()));
    return found == object.end() ? nullptr : &found->value();
}

json::Value* memberInside(json::Object& event, std::string_view outer, std::string_view name) {
    json::Value* value = memberOf(event, outer);
    return value != nullptr && value->is_object() ? memberOf(value->get_object(), name) : nullptr;
}

/// The commitment, if the value is exactly {"$c": "..."}.
const boost::json::string* commitmentOf(const json::Value& value) {
    const auto* object = value.if_object();
    if (object == nullptr || object->size() != 1 || object->begin()->key() != kMark) {
        return nullptr;
    }
    return object->begin()->value().if_string();
}

} // namespace

PublicEvent publicEvent(const Record& record, std::string_view id, Time time) {
    PublicEvent out;
    json::Object data = cleanValue(json::Value(record.data), 0).get_object();
    for (const auto& member : record.personal) {
        const std::string name = cleanText(member.key());
        data[name] = cleanValue(member.value(), 0);
        if (!member.value().is_null()) {
            out.personal.push_back(std::string(kDataPrefix) + escaped(name));
        }
    }
    json::Value target;
    if (!record.target.type.empty()) {
        target = json::Object{{"type", cleanText(record.target.type)},
                              {"id", textOrNull(record.target.id)},
                              {"name", textOrNull(record.target.name)}};
    }
    out.event = {{"id", id},
                 {"time", toRfc3339(time)},
                 {"type", cleanText(record.type)},
                 {"outcome", outcomeName(record.outcome)},
                 {"reason", textOrNull(record.reason)},
                 {"actor", json::Object{{"type", actorTypeName(record.actor.type)},
                                        {"id", textOrNull(record.actor.id)},
                                        {"name", textOrNull(record.actor.name)}}},
                 {"target", std::move(target)},
                 {"ip", textOrNull(record.ip)},
                 {"flowId", textOrNull(record.flowId.text())},
                 {"data", std::move(data)}};
    if (!record.actor.name.empty()) {
        out.personal.emplace_back("/actor/name");
    }
    if (!record.target.type.empty() && !record.target.name.empty()) {
        out.personal.emplace_back("/target/name");
    }
    if (!record.ip.empty()) {
        out.personal.emplace_back("/ip");
    }
    return out;
}

std::string commitment(BytesView salt, const json::Value& value) {
    return base64UrlEncode(crypto::sha256(Bytes(salt) + json::canonical(value)));
}

json::Value* personalAt(json::Object& event, std::string_view pointer) {
    if (pointer == "/ip") {
        return memberOf(event, "ip");
    }
    if (pointer == "/actor/name") {
        return memberInside(event, "actor", "name");
    }
    if (pointer == "/target/name") {
        return memberInside(event, "target", "name");
    }
    if (pointer.starts_with(kDataPrefix)) {
        return memberInside(event, "data", unescaped(pointer.substr(kDataPrefix.size())));
    }
    return nullptr;
}

bool commitAt(json::Object& event, std::string_view pointer, std::string commitmentText) {
    json::Value* place = personalAt(event, pointer);
    if (place == nullptr) {
        return false;
    }
    *place = json::Object{{kMark, std::move(commitmentText)}};
    return true;
}

std::vector<std::pair<std::string, std::string>> commitmentsIn(const json::Object& event) {
    std::vector<std::pair<std::string, std::string>> found;
    const auto look = [&](std::string pointer, const json::Value* value) {
        if (value != nullptr) {
            if (const auto* text = commitmentOf(*value)) {
                found.emplace_back(std::move(pointer), std::string(json::view(*text)));
            }
        }
    };
    look("/ip", json::member(event, "ip"));
    for (const std::string_view outer : {"actor", "target"}) {
        if (const json::Object* object = json::objectMember(event, outer)) {
            look("/" + std::string(outer) + "/name", json::member(*object, "name"));
        }
    }
    if (const json::Object* data = json::objectMember(event, "data")) {
        for (const auto& member : *data) {
            look(std::string(kDataPrefix) + escaped(member.key()), &member.value());
        }
    }
    return found;
}

Result<json::Object> hashedForm(json::Object publicEvent, const json::Object& commitments) {
    for (const auto& member : commitments) {
        const json::Value* place = personalAt(publicEvent, member.key());
        const json::Object* how = member.value().if_object();
        if (place == nullptr || how == nullptr || how->size() != 1) {
            return fail(Code::InvalidArgument, "audit.commitment");
        }
        std::string text;
        if (const auto salt = json::stringMember(*how, "salt")) {
            TRY(bytes, base64UrlDecode(*salt));
            text = commitment(bytes, *place);
        } else if (const auto erased = json::stringMember(*how, "commitment"); erased && place->is_null()) {
            text = *erased;
        } else {
            return fail(Code::InvalidArgument, "audit.commitment");
        }
        commitAt(publicEvent, member.key(), std::move(text));
    }
    return publicEvent;
}

Bytes genesisHash(const TenantId& tenant, Time tenantCreatedAt) {
    return crypto::sha256("gatehouse-audit-v1\n" + tenant.text() + toRfc3339(tenantCreatedAt));
}

Bytes chainHash(std::int64_t seq, BytesView previous, BytesView eventHash) {
    Bytes input(1, '\x02');
    for (int shift = 56; shift >= 0; shift -= 8) {
        input.push_back(char(static_cast<unsigned char>(std::uint64_t(seq) >> shift)));
    }
    return crypto::sha256(input.append(previous).append(eventHash));
}

bool isRoutine(std::string_view type) {
    constexpr std::string_view kRoutine[] = {"SSOLoginAttempt", "SSOLoginSuccess", "SessionStarted", "TokenIssued",
                                             "TokenRefreshed"};
    return std::find(std::begin(kRoutine), std::end(kRoutine), type) != std::end(kRoutine);
}

} // namespace gatehouse::audit
