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

// Into a place that is there already, so that all of an event lies in one storage.
void putText(json::Value& place, std::string_view text) {
    boost::json::string& into = place.emplace_string();
    if (text.size() <= kMaxText && isUtf8(text)) {
        into.assign(text);
    } else {
        into.assign(cleanText(text));
    }
}

void putClean(json::Value& place, const json::Value& value, int depth);

void putMembers(json::Object& clean, const json::Object& members, int depth) {
    for (const auto& member : members) {
        json::Value& place = clean[cleanText(member.key())];
        place.emplace_null();
        if (depth < kMaxDepth) {
            putClean(place, member.value(), depth + 1);
        }
    }
}

void putClean(json::Value& place, const json::Value& value, int depth) {
    if (const auto* text = value.if_string()) {
        putText(place, json::view(*text));
    } else if (const auto* array = value.if_array()) {
        json::Array& clean = place.emplace_array();
        clean.reserve(array->size());
        for (const json::Value& element : *array) {
            json::Value& put = clean.emplace_back(nullptr);
            if (depth < kMaxDepth) {
                putClean(put, element, depth + 1);
            }
        }
    } else if (const auto* object = value.if_object()) {
        putMembers(place.emplace_object(), *object, depth);
    } else {
        place = value;
    }
}

void putTextOrNull(json::Object& object, std::string_view name, std::string_view text) {
    json::Value& place = object[name];
    if (!text.empty()) {
        putText(place, text);
    }
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

PublicEvent publicEvent(const Record& record, std::string_view id, Time time, json::Storage storage) {
    PublicEvent out{json::Object(std::move(storage)), {}};
    json::Object& event = out.event;
    event.reserve(10);
    event["id"] = id;
    event["time"] = toRfc3339(time);
    putText(event["type"], record.type);
    event["outcome"] = outcomeName(record.outcome);
    putTextOrNull(event, "reason", record.reason);
    json::Object& actor = event["actor"].emplace_object();
    actor["type"] = actorTypeName(record.actor.type);
    putTextOrNull(actor, "id", record.actor.id);
    putTextOrNull(actor, "name", record.actor.name);
    json::Value& place = event["target"];
    if (!record.target.type.empty()) {
        json::Object& target = place.emplace_object();
        putText(target["type"], record.target.type);
        putTextOrNull(target, "id", record.target.id);
        putTextOrNull(target, "name", record.target.name);
    }
    putTextOrNull(event, "ip", record.ip);
    putTextOrNull(event, "flowId", record.flowId.text());
    json::Object& data = event["data"].emplace_object();
    putMembers(data, record.data, 0);
    for (const auto& member : record.personal) {
        const std::string name = cleanText(member.key());
        putClean(data[name], member.value(), 0);
        if (!member.value().is_null()) {
            out.personal.push_back(std::string(kDataPrefix) + escaped(name));
        }
    }
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

bool commitAt(json::Object& event, std::string_view pointer, std::string_view commitmentText) {
    json::Value* place = personalAt(event, pointer);
    if (place == nullptr) {
        return false;
    }
    place->emplace_object().emplace(kMark, commitmentText);
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
        commitAt(publicEvent, member.key(), text);
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
