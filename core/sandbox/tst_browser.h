// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "http/forms.h"
#include "http/message.h"

namespace gatehouse::sandbox::test {

/// As much of a browser as the tests of this folder need: it keeps cookies, whatever their path.
class Browser {
public:
    explicit Browser(http::Handler handler, std::string base)
        : m_handler(std::move(handler))
        , m_base(std::move(base)) {}

    http::Response get(std::string_view url) { return go("GET", url, ""); }
    http::Response post(std::string_view url, std::string body) { return go("POST", url, std::move(body)); }

    static std::string location(const http::Response& response) {
        return std::string(response.headers.get("Location").value_or(""));
    }
    /// A parameter of a redirect's query.
    static std::string answer(const http::Response& response, std::string_view name) {
        const std::string url = location(response);
        const std::size_t question = url.find('?');
        if (question == std::string::npos) {
            return {};
        }
        const auto parameters = http::Parameters::parse(std::string_view(url).substr(question + 1));
        return std::string(parameters->get(name).value_or(""));
    }
    std::map<std::string, std::string> cookies;

private:
    http::Response go(const char* method, std::string_view url, std::string body) {
        if (url.starts_with(m_base)) {
            url.remove_prefix(m_base.size());
        }
        const std::size_t question = url.find('?');
        http::Request request;
        request.method = method;
        request.path = url.substr(0, question);
        request.query = question == std::string_view::npos ? "" : url.substr(question + 1);
        request.body = std::move(body);
        std::string header;
        for (const auto& [name, value] : cookies) {
            header += (header.empty() ? "" : "; ") + name + "=" + value;
        }
        if (!header.empty()) {
            request.headers.set("Cookie", header);
        }
        http::Response response = m_handler(request);
        for (const std::string_view cookie : response.headers.all("Set-Cookie")) {
            const std::size_t equals = cookie.find('=');
            cookies[std::string(cookie.substr(0, equals))] = cookie.substr(equals + 1, cookie.find(';') - equals - 1);
        }
        return response;
    }

    http::Handler m_handler;
    std::string m_base;
};

} // namespace gatehouse::sandbox::test
