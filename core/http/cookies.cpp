// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "http/forms.h"
#include "http/syntax.h"

namespace gatehouse::http {

namespace {

/// cookie-octet of RFC 6265, 4.1.1.
bool isCookieOctet(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
}

const char* sameSiteName(SameSite sameSite) {
    switch (sameSite) {
    case SameSite::Lax:
        return "Lax";
    case SameSite::Strict:
        return "Strict";
    case SameSite::None:
        return "None";
    }
    return "Strict";
}

} // namespace

Result<std::optional<std::string>> cookie(const Headers& headers, std::string_view name) {
    std::optional<std::string_view> found;
    for (const auto& [fieldName, line] : headers.fields()) {
        if (!equalsIgnoringCase(fieldName, "cookie")) {
            continue;
        }
        std::string_view rest = line;
        while (!rest.empty()) {
            const std::size_t end = rest.find(';');
            const std::string_view pair = rest.substr(0, end);
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
            const std::size_t equals = pair.find('=');
            // Only SP and HTAB are trimmed: some servers strip more, which lets "<U+00A0>__Host-x" pass for "__Host-x".
            if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name) {
                continue;
            }
            const std::string_view value = trimmed(pair.substr(equals + 1));
            if (found && *found != value) {
                return fail(Code::InvalidArgument, "http.cookie_ambiguous", "one cookie was sent with two values");
            }
            found = value;
        }
    }
    return found ? std::optional<std::string>(*found) : std::nullopt;
}

std::string setCookie(std::string_view name, std::string_view value, const CookieOptions& options) {
    if (!isToken(name) || !std::all_of(value.begin(), value.end(), isCookieOctet) || hasControl(options.path) ||
        options.path.find(';') != std::string::npos) {
        std::fprintf(stderr, "http: a cookie with characters that need encoding was about to be set\n");
        std::abort();
    }
    std::string text(name);
    text += '=';
    text += value;
    text += "; Path=" + options.path;
    if (options.maxAge) {
        text += "; Max-Age=" + std::to_string(options.maxAge->count());
    }
    text += "; HttpOnly";
    if (options.secure) {
        text += "; Secure";
    }
    text += "; SameSite=";
    text += sameSiteName(options.sameSite);
    return text;
}

} // namespace gatehouse::http
