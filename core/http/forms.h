// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace gatehouse::http {

/// Decoded application/x-www-form-urlencoded pairs, in order. One decoder for queries and bodies.
class Parameters {
public:
    /// `http.form_encoding` for a broken percent escape, NUL or text that is not UTF-8; `http.form_too_many` beyond 200
    /// pairs.
    static Result<Parameters> parse(std::string_view encoded);
    [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const; ///< the first
    [[nodiscard]] std::size_t count(std::string_view name) const;
    /// The name of a parameter that appears more than once, if any (RFC 6749, 3.1), but for those listed.
    [[nodiscard]] std::optional<std::string_view> repeated(std::initializer_list<std::string_view> except = {}) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& pairs() const { return m_pairs; }
    void append(std::string name, std::string value) { m_pairs.emplace_back(std::move(name), std::move(value)); }
    /// Encodes again.
    [[nodiscard]] std::string encode() const;

private:
    std::vector<std::pair<std::string, std::string>> m_pairs;
};

/// RFC 3986 percent-encoding of everything but unreserved characters.
[[nodiscard]] std::string percentEncode(std::string_view text);
[[nodiscard]] Result<std::string> percentDecode(std::string_view text);
/// `url` with the pairs added to its query.
[[nodiscard]] std::string withQuery(std::string_view url, const Parameters& parameters);

/// The value of one cookie, by raw byte-exact name; `http.cookie_ambiguous` if it was sent twice with different values
/// (security.md SE-03). nullopt if absent.
[[nodiscard]] Result<std::optional<std::string>> cookie(const Headers& headers, std::string_view name);

enum class SameSite { Lax, Strict, None };
struct CookieOptions {
    SameSite sameSite = SameSite::Lax;
    std::optional<std::chrono::seconds> maxAge; ///< none: until the browser closes; zero deletes
    bool secure = true;
    std::string path = "/";
};
/// A Set-Cookie value; always HttpOnly, never Domain.
[[nodiscard]] std::string setCookie(std::string_view name, std::string_view value, const CookieOptions& options);

/// The parts of an absolute http(s) URL. For display and outbound calls only: redirect URIs are compared as bytes.
struct Url {
    std::string scheme, host, path, query; ///< host in lower case without brackets; path at least "/"
    std::uint16_t port = 0;
};
/// `http.url` for anything that is not an absolute http or https URL with a host, or that has user information or a
/// fragment.
[[nodiscard]] Result<Url> parseUrl(std::string_view text);

} // namespace gatehouse::http
