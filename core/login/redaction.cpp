// SPDX-License-Identifier: Apache-2.0
#include "login/redaction.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"

namespace gatehouse::login {
namespace {

constexpr std::size_t kShortestSecret = 8;
constexpr auto kOfTokenAnswer =
    std::to_array<std::string_view>({"token_type", "expires_in", "scope", "error", "error_description", "error_uri"});

bool contains(Names names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void setShown(Message& message, std::string_view body, std::size_t most) {
    message.body = body.substr(0, most);
    message.cut = body.size() > most;
    // Kept as JSON text, which is UTF-8.
    for (char& c : message.body) {
        if (static_cast<unsigned char>(c) >= 0x80 || c == '\0') {
            c = '?';
        }
    }
}

} // namespace

std::string redacted(std::string_view secret) {
    return "[redacted:" + std::to_string(secret.size()) + "]";
}

std::string redactPairs(std::string_view encoded, Names keep) {
    std::string out;
    out.reserve(encoded.size());
    for (std::string_view rest = encoded; !rest.empty();) {
        const std::size_t end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        const std::size_t equals = pair.find('=');
        out.append(out.empty() ? "" : "&");
        if (equals == std::string_view::npos) {
            out.append(contains(keep, pair) ? std::string(pair) : redacted(pair)); // a bare word may be one, too
        } else if (contains(keep, pair.substr(0, equals))) {
            out.append(pair);
        } else {
            out.append(pair.substr(0, equals + 1)).append(redacted(pair.substr(equals + 1)));
        }
    }
    return out;
}

std::string redactAddress(std::string_view address, Names keep) {
    address = address.substr(0, address.find('#'));
    const std::size_t mark = address.find('?');
    if (mark == std::string_view::npos) {
        return std::string(address);
    }
    return std::string(address.substr(0, mark + 1)) + redactPairs(address.substr(mark + 1), keep);
}

std::string withoutSignature(std::string_view token) {
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos) {
        return redacted(token);
    }
    return std::string(token.substr(0, second + 1)) + redacted(token.substr(second + 1));
}

void setTokenAnswer(Message& message, std::string_view body, const json::Object* object) {
    if (object == nullptr || body.size() > kJudgedBytes) {
        // Not what was asked for. A page of an error says something; broken JSON, or a form, may hold the tokens.
        if (object == nullptr && message.status != 200 && body.find("_token") == std::string_view::npos) {
            setShown(message, body, kShownBytes);
        } else {
            message.body = redacted(body);
            message.cut = true;
        }
        return;
    }
    json::Object kept;
    kept.reserve(object->size());
    for (const auto& member : *object) {
        const std::string_view name = member.key();
        const json::Value& value = member.value();
        if (name == "id_token" && value.is_string()) {
            kept[name] = withoutSignature(json::view(value.get_string()));
        } else if (contains(kOfTokenAnswer, name)) {
            kept[name] = value;
        } else {
            kept[name] = value.is_string() ? redacted(json::view(value.get_string())) : redacted(json::write(value));
        }
    }
    message.body = json::write(kept);
}

void setUserinfoAnswer(Message& message, std::string_view body) {
    if (!body.empty() && body.front() != '{' && std::count(body.begin(), body.end(), '.') == 2) {
        message.body = withoutSignature(body);
        return;
    }
    if (const auto object = json::parseObject(body, {.bytes = kJudgedBytes}); object) {
        message.body = body;
        return;
    }
    setShown(message, body, kShownBytes);
}

void setWholeBody(Message& message, std::string_view body) {
    setShown(message, body, kJudgedBytes);
}

void setHeaders(Message& message, const http::Headers& headers) {
    for (const char* name : {"Content-Type", "Date", "Retry-After", "WWW-Authenticate"}) {
        if (const auto value = headers.get(name)) {
            message.headers.emplace_back(name, value->substr(0, 256));
        }
    }
}

std::string redactedCookie(std::string_view setCookie) {
    const std::size_t equals = setCookie.find('=');
    if (equals == std::string_view::npos) {
        return redacted(setCookie);
    }
    const std::size_t end = std::min(setCookie.find(';', equals), setCookie.size());
    return std::string(setCookie.substr(0, equals + 1)) + redacted(setCookie.substr(equals + 1, end - equals - 1)) +
           std::string(setCookie.substr(end));
}

void scrub(Message& message, std::string_view secret) {
    if (secret.size() < kShortestSecret) {
        return;
    }
    const auto from = [secret](std::string& text) {
        for (std::size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
            const std::string mark = redacted(secret);
            text.replace(at, secret.size(), mark);
            at += mark.size();
        }
    };
    from(message.address);
    from(message.body);
    for (auto& [name, value] : message.headers) {
        from(value);
    }
}

} // namespace gatehouse::login
