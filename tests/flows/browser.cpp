// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/browser.h"

#include <algorithm>

#include <QtCore>

namespace gatehouse::flows {
namespace {

http::Parameters queryOf(std::string_view url) {
    const std::size_t mark = url.find('?');
    return http::Parameters::parse(mark == std::string_view::npos ? std::string_view() : url.substr(mark + 1))
        .value_or(http::Parameters());
}

std::string between(std::string_view text, std::string_view before, std::string_view after) {
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(at + before.size());
    return std::string(text.substr(0, text.find(after)));
}

std::string plain(std::string text) {
    constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}, {"&amp;", "&"}};
    for (const auto& [entity, character] : kEntities) {
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

// Each text between `before` and `after`, as it stands.
std::vector<std::string> all(std::string_view text, std::string_view before, std::string_view after) {
    std::vector<std::string> found;
    for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before)) {
        text.remove_prefix(at + before.size());
        found.emplace_back(text.substr(0, text.find(after)));
    }
    return found;
}

} // namespace

std::string parameterOf(std::string_view url, std::string_view name) {
    return std::string(queryOf(url).get(name).value_or(""));
}

std::string withoutParameter(std::string_view url, std::string_view name) {
    http::Parameters kept;
    const http::Parameters query = queryOf(url);
    for (const auto& [key, value] : query.pairs()) {
        if (key != name) {
            kept.append(key, value);
        }
    }
    return http::withQuery(url.substr(0, url.find('?')), kept);
}

std::string withParameter(std::string_view url, std::string_view name, std::string value) {
    http::Parameters more;
    more.append(std::string(name), std::move(value));
    return http::withQuery(withoutParameter(url, name), more);
}

std::string Answer::at(std::string_view name) const {
    return parameterOf(location, name);
}

json::Object Answer::object() const {
    return json::parseObject(body).value_or(json::Object());
}

std::string Answer::text(std::string_view member) const {
    return std::string(json::stringMember(object(), member).value_or(""));
}

std::string Answer::reason() const {
    return between(body, "<code>", "</code>");
}

std::string Answer::reference() const {
    return between(body, "<bdi class=\"reference\" dir=\"ltr\">", "</bdi>");
}

std::vector<std::string> Answer::links(std::string_view cssClass) const {
    std::vector<std::string> found = all(body, "<a class=\"" + std::string(cssClass) + "\" href=\"", "\"");
    std::transform(found.begin(), found.end(), found.begin(), plain);
    return found;
}

http::Parameters Answer::hidden() const {
    http::Parameters out;
    for (const std::string& input : all(body, "<input type=\"hidden\" ", ">")) {
        out.append(plain(between(input, "name=\"", "\"")), plain(between(input, "value=\"", "\"")));
    }
    return out;
}

Answer exchange(http::Client& client, const http::OutboundRequest& request) {
    auto response = client.send("browser", request);
    if (!response) {
        qFatal("%s %s: %s %s", request.method.c_str(), request.url.c_str(), response.error().reason.c_str(),
               response.error().detail.c_str());
    }
    Answer answer;
    answer.status = response->status;
    answer.location = response->headers.get("Location").value_or("");
    answer.body = std::move(response->body);
    answer.headers = std::move(response->headers);
    return answer;
}

Answer Browser::follow(const std::string& url, std::string_view stop) {
    Answer answer = get(url);
    for (int hops = 0; hops < 10 && answer.status == 303 && !answer.location.starts_with(stop); ++hops) {
        answer = get(answer.location);
    }
    return answer;
}

Answer Browser::send(const std::string& method, const std::string& url, const std::string& body) {
    http::OutboundRequest request;
    request.method = method;
    request.url = url;
    request.body = body;
    request.deadline = Seconds(60);
    if (method == "POST") {
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    }
    if (url.starts_with(m_home) && !cookies.empty()) {
        std::string header;
        for (const auto& [name, value] : cookies) {
            header.append(header.empty() ? "" : "; ").append(name).append("=").append(value);
        }
        request.headers.set("Cookie", header);
    }
    if (!acceptLanguage.empty()) {
        request.headers.set("Accept-Language", acceptLanguage);
    }
    if (!from.empty()) {
        request.headers.set("X-Forwarded-For", from);
    }
    Answer answer = exchange(m_client, request);
    for (const std::string_view line : answer.headers.all("Set-Cookie")) {
        const std::string_view pair = line.substr(0, line.find(';'));
        const std::string name(pair.substr(0, pair.find('=')));
        const std::string value(pair.substr(name.size() + 1));
        if (value.empty() || line.find("Max-Age=0") != std::string_view::npos) {
            cookies.erase(name);
        } else {
            cookies[name] = value;
        }
    }
    return answer;
}

} // namespace gatehouse::flows
