// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/client.h"
#include "http/forms.h"
#include "json/json.h"

namespace gatehouse::flows {

/// What came back from one request, read the way the tests ask for it.
struct Answer {
    int status = 0;
    std::string location;
    std::string body;
    http::Headers headers;

    /// A parameter of the address that this redirects to, or empty.
    [[nodiscard]] std::string at(std::string_view name) const;
    /// The body as JSON; empty if it is none.
    [[nodiscard]] json::Object object() const;
    /// A text member of the body, or empty.
    [[nodiscard]] std::string text(std::string_view member) const;
    /// Of an error page: the slug that it shows.
    [[nodiscard]] std::string reason() const;
    /// Of an error page: GH-XXXX-XXXX.
    [[nodiscard]] std::string reference() const;
    /// Where the links of a class ("account", "button") on this page lead.
    [[nodiscard]] std::vector<std::string> links(std::string_view cssClass) const;
    /// The hidden fields of the page's form.
    [[nodiscard]] http::Parameters hidden() const;
};

/// The value of a parameter in a URL's query, or empty.
[[nodiscard]] std::string parameterOf(std::string_view url, std::string_view name);
/// `url` with one query parameter set to another value (or added).
[[nodiscard]] std::string withParameter(std::string_view url, std::string_view name, std::string value);
/// `url` without a query parameter.
[[nodiscard]] std::string withoutParameter(std::string_view url, std::string_view name);

/// An HTTP client with a cookie jar that a test can look into. Follows nothing by itself.
class Browser {
public:
    /// Sends its cookies to addresses that begin with `home` alone.
    Browser(http::Client& client, std::string home)
        : m_client(client)
        , m_home(std::move(home)) {}
    Answer get(const std::string& url) { return send("GET", url, {}); }
    Answer post(const std::string& url, const http::Parameters& form) { return send("POST", url, form.encode()); }
    /// Follows redirects until one leads below `stop`, or there is none; that last answer.
    Answer follow(const std::string& url, std::string_view stop);

    std::map<std::string, std::string> cookies;
    std::string acceptLanguage; ///< the header; none while it is empty
    std::string from;           ///< the address that it seems to be at; this machine's own while it is empty

private:
    Answer send(const std::string& method, const std::string& url, const std::string& body);
    http::Client& m_client;
    std::string m_home;
};

/// One request without any cookie. Aborts if nobody answers.
[[nodiscard]] Answer exchange(http::Client& client, const http::OutboundRequest& request);

} // namespace gatehouse::flows
