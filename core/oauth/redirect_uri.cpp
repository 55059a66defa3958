// SPDX-License-Identifier: Apache-2.0
#include "oauth/redirect_uri.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kMaxUriBytes = 2048;

constexpr std::array<std::pair<AppType, std::string_view>, 5> kAppTypes = {{{AppType::Web, "web"},
                                                                            {AppType::Spa, "spa"},
                                                                            {AppType::Native, "native"},
                                                                            {AppType::Service, "service"},
                                                                            {AppType::Saml, "saml"}}};

/// What an authorization or logout response adds: a registered URI that brings its own would let the app misread ours.
constexpr std::array<std::string_view, 11> kReservedParameters = {
    "code",     "state",        "iss",      "error",      "error_description", "error_uri",
    "response", "access_token", "id_token", "token_type", "session_state"};

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isAlpha(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

int hexValue(char c) {
    if (isDigit(c)) {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

tl::unexpected<Error> refuse(std::string_view cause) {
    return fail(Code::InvalidArgument, std::string("oauth.invalid_redirect_uri.").append(cause));
}

/// The characters of RFC 3986, appendix A, each escape complete and none of them a control character or a backslash.
bool hasOnlyUriCharacters(std::string_view uri) {
    for (std::size_t i = 0; i < uri.size(); ++i) {
        const char c = uri[i];
        if (c == '%') {
            if (i + 2 >= uri.size() || hexValue(uri[i + 1]) < 0 || hexValue(uri[i + 2]) < 0) {
                return false;
            }
            const int byte = hexValue(uri[i + 1]) * 16 + hexValue(uri[i + 2]);
            if (byte < 0x20 || byte == 0x7F || byte == '\\') {
                return false;
            }
            i += 2;
        } else if (!isAlpha(c) && !isDigit(c) &&
                   std::string_view("-._~:/?#[]@!$&'()*+,;=").find(c) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// The first piece of `text` up to any of `ends`; `text` keeps the rest after it.
std::string_view takePiece(std::string_view& text, std::string_view ends) {
    const std::size_t end = std::min(text.find_first_of(ends), text.size());
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return piece;
}

/// A browser would resolve "." and ".." (also escaped) before it sends; servers in between read "..;" alike.
bool hasDotSegment(std::string_view path) {
    while (!path.empty()) {
        std::string segment = decoded(takePiece(path, "/"));
        segment = segment.substr(0, segment.find(';'));
        std::string_view inner = segment;
        do {
            const std::string_view part = takePiece(inner, "/");
            if (part == "." || part == "..") {
                return true;
            }
        } while (!inner.empty());
    }
    return false;
}

bool hasReservedParameter(std::string_view query) {
    while (!query.empty()) {
        std::string_view pair = takePiece(query, "&;");
        std::string name = decoded(takePiece(pair, "="));
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        if (std::find(kReservedParameters.begin(), kReservedParameters.end(), name) != kReservedParameters.end()) {
            return true;
        }
    }
    return false;
}

bool isPort(std::string_view port) {
    if (port.empty() || port.size() > 5 || port.front() == '0' || !std::all_of(port.begin(), port.end(), isDigit)) {
        return false;
    }
    int value = 0;
    for (const char c : port) {
        value = value * 10 + (c - '0');
    }
    return value <= 65535;
}

bool isDottedQuad(std::string_view host) {
    int parts = 0;
    while (!host.empty()) {
        const bool more = host.find('.') != std::string_view::npos;
        const std::string_view part = takePiece(host, ".");
        const bool digits = !part.empty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isDigit);
        if (!digits || (part.size() > 1 && part.front() == '0') || (part.size() == 3 && part > "255") ||
            (more && host.empty())) {
            return false;
        }
        ++parts;
    }
    return parts == 4;
}

/// A DNS name in lower case. A last label that is a number would be read as an IPv4 address by browsers, so it has to
/// be one.
bool isHostName(std::string_view host) {
    if (host.empty() || host.size() > 253 || host.back() == '.') {
        return false;
    }
    std::string_view rest = host;
    std::string_view label;
    while (!rest.empty()) {
        label = takePiece(rest, ".");
        const bool ldh = std::all_of(label.begin(), label.end(),
                                     [](char c) { return isLower(c) || isDigit(c) || c == '-' || c == '_'; });
        if (label.empty() || label.size() > 63 || !ldh || label.front() == '-' || label.back() == '-') {
            return false;
        }
    }
    const bool numeric =
        isDigit(label.front()) && (label.substr(0, 2) == "0x" || std::all_of(label.begin(), label.end(), isDigit));
    return !numeric || isDottedQuad(host);
}

/// Enough to know it for an address without a zone; it is never resolved here.
bool isBracketedIpv6(std::string_view host) {
    return host.size() >= 4 && host.front() == '[' && host.back() == ']' &&
           std::count(host.begin(), host.end(), ':') >= 2 && std::all_of(host.begin() + 1, host.end() - 1, [](char c) {
               return (hexValue(c) >= 0 && !(c >= 'A' && c <= 'F')) || c == ':' || c == '.';
           });
}

bool isLoopbackLiteral(std::string_view host) {
    return host == "127.0.0.1" || host == "[::1]";
}

struct Authority {
    std::string_view host;
    std::optional<std::string_view> port;
};

Authority splitAuthority(std::string_view authority) {
    const std::size_t bracket = authority.find(']');
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    if (colon == std::string_view::npos) {
        return {authority, std::nullopt};
    }
    return {authority.substr(0, colon), authority.substr(colon + 1)};
}

Status checkAuthority(std::string_view authority, bool secure) {
    if (authority.find('@') != std::string_view::npos) {
        return refuse("user_info");
    }
    const Authority parts = splitAuthority(authority);
    if (!isHostName(parts.host) && !isBracketedIpv6(parts.host)) {
        return refuse("host");
    }
    if (!secure && !isLoopbackLiteral(parts.host)) {
        return refuse("scheme");
    }
    if (parts.port && !isPort(*parts.port)) {
        return refuse("port");
    }
    return {};
}

/// Lower case, with a period: the reversed name of a domain that the app's maker owns (RFC 8252, 7.1).
bool isPrivateUseScheme(std::string_view scheme) {
    const bool characters = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return isLower(c) || isDigit(c) || c == '.' || c == '-' || c == '+';
    });
    return characters && !scheme.empty() && isLower(scheme.front()) && scheme.find('.') != std::string_view::npos &&
           scheme.back() != '.' && scheme.find("..") == std::string_view::npos;
}

struct Loopback {
    std::string_view host;
    std::string_view rest; ///< path and query, as sent
};

/// `http://` loopback literal, an optional port, then nothing or a path or a query.
std::optional<Loopback> parseLoopback(std::string_view uri) {
    constexpr std::string_view kScheme = "http://";
    if (uri.substr(0, kScheme.size()) != kScheme) {
        return std::nullopt;
    }
    uri.remove_prefix(kScheme.size());
    const std::size_t end = std::min(uri.find_first_of("/?"), uri.size());
    const Authority authority = splitAuthority(uri.substr(0, end));
    if (!isLoopbackLiteral(authority.host) || (authority.port && !isPort(*authority.port))) {
        return std::nullopt;
    }
    return Loopback{authority.host, uri.substr(end)};
}

} // namespace

std::string_view appTypeName(AppType type) {
    for (const auto& [value, name] : kAppTypes) {
        if (value == type) {
            return name;
        }
    }
    return "web";
}

std::optional<AppType> parseAppType(std::string_view name) {
    for (const auto& [value, known] : kAppTypes) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

Status validateRegistration(std::string_view uri, AppType type) {
    if (uri.empty()) {
        return refuse("empty");
    }
    if (uri.size() > kMaxUriBytes) {
        return refuse("too_long");
    }
    if (!hasOnlyUriCharacters(uri)) {
        return refuse("character");
    }
    if (uri.find('*') != std::string_view::npos) {
        return refuse("wildcard");
    }
    if (uri.find('#') != std::string_view::npos) {
        return refuse("fragment");
    }
    const std::size_t colon = uri.find(':');
    const std::string_view scheme = uri.substr(0, colon == std::string_view::npos ? 0 : colon);
    const bool web = scheme == "https" || scheme == "http";
    if (!web && (type != AppType::Native || !isPrivateUseScheme(scheme))) {
        return refuse("scheme");
    }
    std::string_view rest = uri.substr(colon + 1);
    if (web && rest.substr(0, 2) != "//") {
        return refuse("host");
    }
    if (rest.substr(0, 2) == "//") {
        rest.remove_prefix(2);
        const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
        const std::string_view authority = rest.substr(0, end);
        if (web) {
            ENSURE(checkAuthority(authority, scheme == "https"));
        } else if (authority.find('@') != std::string_view::npos) {
            return refuse("user_info");
        }
        rest.remove_prefix(end);
    }
    if (rest.find_first_of("[]") != std::string_view::npos) {
        return refuse("character");
    }
    const std::size_t question = std::min(rest.find('?'), rest.size());
    if (hasDotSegment(rest.substr(0, question))) {
        return refuse("dot_segment");
    }
    if (question < rest.size() && hasReservedParameter(rest.substr(question + 1))) {
        return refuse("reserved_parameter");
    }
    return {};
}

bool matches(const std::vector<std::string>& registered, std::string_view presented, bool native) {
    if (presented.empty()) {
        return false;
    }
    if (std::find(registered.begin(), registered.end(), presented) != registered.end()) {
        return true;
    }
    const std::optional<Loopback> wanted = native ? parseLoopback(presented) : std::nullopt;
    if (!wanted) {
        return false;
    }
    return std::any_of(registered.begin(), registered.end(), [&](const std::string& uri) {
        const std::optional<Loopback> known = parseLoopback(uri);
        return known && known->host == wanted->host && known->rest == wanted->rest;
    });
}

} // namespace gatehouse::oauth
