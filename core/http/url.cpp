// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include <boost/url.hpp>

#include "base/encoding.h"
#include "http/forms.h"

namespace gatehouse::http {

namespace {

constexpr std::size_t kMaxUrl = 8192;

tl::unexpected<Error> refuse(std::string_view why) {
    return fail(Code::InvalidArgument, "http.url", why);
}

} // namespace

Result<Url> parseUrl(std::string_view text) {
    if (text.size() > kMaxUrl) {
        return refuse("the URL is longer than 8192 characters");
    }
    const auto parsed = boost::urls::parse_uri(boost::urls::string_view(text.data(), text.size()));
    if (!parsed) {
        return refuse("not an absolute URL");
    }
    const boost::urls::url_view& view = *parsed;
    Url url;
    url.scheme = asciiLower(view.scheme());
    if (url.scheme != "http" && url.scheme != "https") {
        return refuse("the scheme is neither http nor https");
    }
    if (view.has_userinfo()) {
        return refuse("the URL holds user information");
    }
    if (view.has_fragment()) {
        return refuse("the URL holds a fragment");
    }
    const auto kind = view.host_type();
    if (!view.has_authority() || kind == boost::urls::host_type::none || kind == boost::urls::host_type::ipvfuture) {
        return refuse("the URL has no host");
    }
    const auto encodedHost = view.encoded_host();
    url.host = asciiLower(std::string_view(encodedHost.data(), encodedHost.size()));
    if (kind == boost::urls::host_type::ipv6) {
        url.host = url.host.substr(1, url.host.size() - 2);
    }
    // No escapes in a name and no zone in an address: they only serve to look like something else.
    if (url.host.empty() || url.host.find('%') != std::string::npos) {
        return refuse("the URL has no plain host");
    }
    url.port = url.scheme == "https" ? 443 : 80;
    if (const auto port = view.port(); !port.empty()) {
        // Boost's port_number() wraps around beyond 65535.
        const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), url.port);
        if (error != std::errc() || end != port.data() + port.size() || url.port == 0) {
            return refuse("the port is not between 1 and 65535");
        }
    }
    const auto path = view.encoded_path();
    if (!path.empty() && path.front() != '/') { // Boost 1.81 takes "https://a:x/" for the port "" and the path "x/"
        return refuse("characters after the host that are no port");
    }
    url.path = path.empty() ? std::string("/") : std::string(path.data(), path.size());
    const auto query = view.encoded_query();
    url.query = std::string(query.data(), query.size());
    return url;
}

} // namespace gatehouse::http
