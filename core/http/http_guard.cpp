// SPDX-License-Identifier: Apache-2.0
#include "http/http_guard.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/encoding.h"
#include "http/network_address.h"
#include "http/syntax.h"

namespace gatehouse::http {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kUsualFields = 16;

using Verdict = std::optional<Refusal>;

constexpr Refusal bad(std::string_view reason) {
    return Refusal{400, reason};
}

/// A field that may appear once at most.
struct Single {
    std::string_view value; ///< of the first
    int count = 0;
    void note(std::string_view found) {
        value = count == 0 ? found : value;
        ++count;
    }
};

/// The fields that decide about framing and routing, gathered while the lines are read.
struct Framing {
    Single host, contentLength, transferEncoding, expect;
    std::string_view forwardedHost;
    bool close = false;
    bool contentEncoding = false;
    int authorizations = 0;
    int contentTypes = 0;
    bool http10 = false;
};

bool isHostName(std::string_view host) {
    return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '.' || c == '-' || c == '_';
    });
}

/// uri-host [":" port] (RFC 9112, 3.2), with neither escapes nor an empty port.
bool isHostValue(std::string_view value) {
    std::string_view rest;
    if (!value.empty() && value.front() == '[') {
        const std::size_t close = value.find(']');
        if (close == std::string_view::npos || value.find(':') > close) {
            return false;
        }
        const auto address = parseIpAddress(value.substr(1, close - 1));
        if (!address) {
            return false;
        }
        rest = value.substr(close + 1);
    } else {
        const std::size_t colon = value.find(':');
        if (!isHostName(value.substr(0, colon))) {
            return false;
        }
        rest = colon == std::string_view::npos ? std::string_view() : value.substr(colon);
    }
    if (rest.empty()) {
        return true;
    }
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), port);
    return rest.front() == ':' && error == std::errc() && end == rest.data() + rest.size() && port != 0;
}

std::string_view withoutPort(std::string_view host) {
    const std::size_t colon = host.rfind(':');
    const std::size_t bracket = host.rfind(']');
    return colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)
               ? host
               : host.substr(0, colon);
}

bool isAllowed(std::string_view host, const std::vector<std::string>& allowedHosts) {
    const std::string lower = asciiLower(host);
    return allowedHosts.empty() ||
           std::any_of(allowedHosts.begin(), allowedHosts.end(), [&lower](const std::string& allowed) {
               return allowed == lower || allowed == withoutPort(lower);
           });
}

Verdict checkMethod(std::string_view method) {
    static constexpr std::array<std::string_view, 7> kMethods = {"GET",   "POST",   "HEAD",   "PUT",
                                                                 "PATCH", "DELETE", "OPTIONS"};
    if (!isToken(method)) {
        return bad("http.method");
    }
    if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end()) {
        return Refusal{405, "http.method"};
    }
    return {};
}

/// Splits the target into path and query; gives the authority of an absolute-form target.
Verdict readTarget(std::string_view target, Head& head, std::string_view& authority) {
    const bool clean = std::all_of(target.begin(), target.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x7f && c != '#' && c != '\\' && c != '"' && c != '<' && c != '>';
    });
    if (target.empty() || !clean) {
        return bad("http.target");
    }
    if (target.front() != '/') {
        const std::size_t colon = target.find("://");
        if (colon == std::string_view::npos || (!equalsIgnoringCase(target.substr(0, colon), "http") &&
                                                !equalsIgnoringCase(target.substr(0, colon), "https"))) {
            return bad("http.target");
        }
        target.remove_prefix(colon + 3);
        const std::size_t end = target.find_first_of("/?");
        authority = target.substr(0, end);
        target = end == std::string_view::npos ? std::string_view("/") : target.substr(end);
        if (authority.empty() || target.front() != '/') {
            return bad("http.target");
        }
    }
    const std::size_t question = target.find('?');
    head.path = target.substr(0, question);
    head.query = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
    return {};
}

/// method SP request-target SP HTTP-version (RFC 9112, 3), with single spaces.
Verdict readRequestLine(std::string_view line, const GuardRules& rules, Head& head, Framing& framing,
                        std::string_view& authority) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first) {
        return bad("http.request_line");
    }
    const std::string_view version = line.substr(last + 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return version.substr(0, 5) == "HTTP/" ? Refusal{505, "http.version"} : bad("http.version");
    }
    framing.http10 = version == "HTTP/1.0";
    head.method = line.substr(0, first);
    if (const Verdict verdict = checkMethod(head.method)) {
        return verdict;
    }
    const std::string_view target = line.substr(first + 1, last - first - 1);
    if (target.size() > rules.maxLine) {
        return Refusal{414, "http.target_length"};
    }
    return readTarget(target, head, authority);
}

bool asksToClose(std::string_view connection) {
    while (!connection.empty()) {
        const std::size_t comma = connection.find(',');
        if (equalsIgnoringCase(trimmed(connection.substr(0, comma)), "close")) {
            return true;
        }
        connection = comma == std::string_view::npos ? std::string_view() : connection.substr(comma + 1);
    }
    return false;
}

/// Keeps what the framing rules look at. `raw` is the value with the white space before it.
void note(std::string_view name, std::string_view raw, std::string_view value, Framing& framing) {
    switch (name.size()) {
    case 4:
        if (equalsIgnoringCase(name, "host")) {
            framing.host.note(value);
        }
        break;
    case 6:
        if (equalsIgnoringCase(name, "expect")) {
            framing.expect.note(value);
        }
        break;
    case 10:
        if (equalsIgnoringCase(name, "connection")) {
            framing.close = framing.close || asksToClose(value);
        }
        break;
    case 12:
        framing.contentTypes += equalsIgnoringCase(name, "content-type") ? 1 : 0;
        break;
    case 13:
        framing.authorizations += equalsIgnoringCase(name, "authorization") ? 1 : 0;
        break;
    case 14:
        if (equalsIgnoringCase(name, "content-length")) {
            framing.contentLength.note(raw.substr(!raw.empty() && raw.front() == ' ' ? 1 : 0));
        }
        break;
    case 16:
        if (equalsIgnoringCase(name, "content-encoding")) {
            framing.contentEncoding = true;
        } else if (equalsIgnoringCase(name, "x-forwarded-host")) {
            framing.forwardedHost = value;
        }
        break;
    case 17:
        if (equalsIgnoringCase(name, "transfer-encoding")) {
            framing.transferEncoding.note(value);
        }
        break;
    default:
        break;
    }
}

Verdict readField(std::string_view line, const GuardRules& rules, Head& head, Framing& framing) {
    if (line.size() > rules.maxLine) {
        return Refusal{431, "http.header_length"};
    }
    const std::size_t colon = line.find(':');
    // Also refuses obs-fold and white space before the colon, which are no token.
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
        return bad("http.header_name");
    }
    const std::string_view name = line.substr(0, colon);
    const std::string_view raw = line.substr(colon + 1);
    const std::string_view trimmedValue = trimmed(raw);
    std::string value(trimmedValue);
    std::replace(value.begin(), value.end(), '\t', ' ');
    if (hasControl(value)) {
        return bad("http.header_value");
    }
    // Programs behind CGI-like borders take X_Y for X-Y: such a twin is not looked at.
    if (name.find('_') != std::string_view::npos) {
        return {};
    }
    note(name, raw, trimmedValue, framing);
    head.headers.add(name, std::move(value));
    return {};
}

Verdict checkHost(const Framing& framing, const GuardRules& rules, GuardPeer peer, std::string_view authority,
                  Head& head) {
    if (framing.host.count != 1 || !isHostValue(framing.host.value)) {
        return bad("http.host");
    }
    std::string_view host = framing.host.value;
    if (!authority.empty() && !equalsIgnoringCase(authority, host)) {
        return bad("http.host_mismatch");
    }
    if (peer.trustedForward && !framing.forwardedHost.empty()) {
        host = trimmed(framing.forwardedHost.substr(framing.forwardedHost.rfind(',') + 1));
        if (!isHostValue(host)) {
            return bad("http.host");
        }
        head.headers.set("Host", std::string(host));
    }
    if (!peer.anyHost && !isAllowed(host, rules.allowedHosts)) {
        return Refusal{421, "http.host_unknown"};
    }
    return {};
}

Verdict checkTransferEncoding(const Framing& framing, Head& head) {
    if (framing.transferEncoding.count == 0) {
        return {};
    }
    if (framing.http10 || framing.transferEncoding.count != 1 || framing.contentLength.count != 0 ||
        !equalsIgnoringCase(framing.transferEncoding.value, "chunked")) {
        return bad("http.transfer_encoding");
    }
    head.chunked = true;
    return {};
}

Verdict checkContentLength(const Framing& framing, const GuardRules& rules, Head& head) {
    if (framing.contentLength.count == 0) {
        return {};
    }
    const std::string_view digits = framing.contentLength.value;
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (framing.contentLength.count != 1 || digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit) ||
        error != std::errc() || end != digits.data() + digits.size()) {
        return bad("http.content_length");
    }
    if (length > maxBodyBytes(rules, head.path)) {
        return Refusal{413, "http.body_size"};
    }
    head.contentLength = length;
    return {};
}

Verdict checkBody(const Framing& framing, const Head& head) {
    const bool hasBody = head.chunked || head.contentLength.value_or(0) > 0;
    if (hasBody && head.method != "POST" && head.method != "PUT" && head.method != "PATCH") {
        return bad("http.body_unexpected");
    }
    if (framing.contentEncoding) {
        return Refusal{415, "http.content_encoding"};
    }
    return {};
}

Verdict checkExpect(const Framing& framing, Head& head) {
    if (framing.expect.count == 0) {
        return {};
    }
    if (framing.expect.count != 1 || !equalsIgnoringCase(framing.expect.value, "100-continue")) {
        return Refusal{417, "http.expect"};
    }
    head.expectContinue = !framing.http10 && (head.chunked || head.contentLength.value_or(0) > 0);
    return {};
}

Verdict checkMeaning(const Framing& framing, const GuardRules& rules, GuardPeer peer, std::string_view authority,
                     Head& head) {
    if (framing.authorizations > 1 || framing.contentTypes > 1) {
        return bad("http.header_repeated");
    }
    if (const Verdict verdict = checkHost(framing, rules, peer, authority, head)) {
        return verdict;
    }
    if (const Verdict verdict = checkTransferEncoding(framing, head)) {
        return verdict;
    }
    if (const Verdict verdict = checkContentLength(framing, rules, head)) {
        return verdict;
    }
    if (const Verdict verdict = checkBody(framing, head)) {
        return verdict;
    }
    return checkExpect(framing, head);
}

} // namespace

std::size_t maxBodyBytes(const GuardRules& rules, std::string_view path) {
    const auto found = std::find_if(rules.bodyLimits.begin(), rules.bodyLimits.end(), [&](const BodyLimit& limit) {
        return path.find(limit.within) != std::string_view::npos;
    });
    return found == rules.bodyLimits.end() ? rules.maxBodyBytes : found->octets;
}

HeadScan scanHead(std::string_view input, std::size_t resumeAt) {
    HeadScan scan;
    if (!input.empty() && (input.front() < 'A' || input.front() > 'Z')) {
        scan.refusal = bad("http.request_line");
        return scan;
    }
    for (std::size_t at = input.find('\n', resumeAt); at != std::string_view::npos; at = input.find('\n', at + 1)) {
        if (at == 0 || input[at - 1] != '\r') {
            scan.refusal = bad("http.line_end");
            return scan;
        }
        if (at >= 3 && input[at - 2] == '\n' && input[at - 3] == '\r') {
            scan.end = at + 1;
            return scan;
        }
    }
    scan.resumeAt = input.size();
    return scan;
}

tl::expected<Head, Refusal> inspectHead(std::string_view input, const GuardRules& rules, GuardPeer peer) {
    Head head;
    Framing framing;
    std::string_view authority;
    std::size_t lines = 0;
    head.headers.reserve(kUsualFields);
    for (std::string_view rest = input;; ++lines) {
        const std::size_t end = rest.find(kLineEnd);
        if (end == std::string_view::npos) {
            return tl::unexpected(bad("http.line_end"));
        }
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + kLineEnd.size());
        if (lines > 0 && line.empty()) {
            if (!rest.empty()) {
                return tl::unexpected(bad("http.line_end"));
            }
            break;
        }
        if (lines > rules.maxHeaders) {
            return tl::unexpected(Refusal{431, "http.header_count"});
        }
        const Verdict verdict =
            lines == 0 ? readRequestLine(line, rules, head, framing, authority) : readField(line, rules, head, framing);
        if (verdict) {
            return tl::unexpected(*verdict);
        }
    }
    if (const Verdict verdict = checkMeaning(framing, rules, peer, authority, head)) {
        return tl::unexpected(*verdict);
    }
    head.keepAlive = !framing.http10 && !framing.close;
    return head;
}

} // namespace gatehouse::http
