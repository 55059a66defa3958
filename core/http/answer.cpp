// SPDX-License-Identifier: Apache-2.0
#include "http/answer.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "http/syntax.h"

namespace gatehouse::http {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

void appendStatusLine(std::string& out, int status) {
    out += "HTTP/1.1 ";
    out += std::to_string(status);
    out += ' ';
    out += reasonPhrase(status);
    out += "\r\nDate: ";
    out += httpDate();
    out += kLineEnd;
}

void appendFields(std::string& out, const Headers& headers, std::initializer_list<std::string_view> except) {
    for (const auto& [name, value] : headers.fields()) {
        const bool ours = std::any_of(except.begin(), except.end(), [&fieldName = name](std::string_view other) {
            return equalsIgnoringCase(fieldName, other);
        });
        if (!ours) {
            out += name;
            out += ": ";
            out += value;
            out += kLineEnd;
        }
    }
}

constexpr bool hasNoContent(int status) {
    return status < 200 || status == 204 || status == 304;
}

} // namespace

void appendAnswer(std::string& out, const Response& response, AnswerFrame frame) {
    out.reserve(out.size() + 512 + response.body.size());
    appendStatusLine(out, response.status);
    appendFields(out, response.headers, {"Date", "Content-Length", "Connection", "Transfer-Encoding"});
    if (!hasNoContent(response.status)) {
        out += "Content-Length: ";
        out += std::to_string(response.body.size());
        out += kLineEnd;
    }
    if (!frame.keepAlive) {
        out += "Connection: close\r\n";
    }
    out += kLineEnd;
    if (!frame.head && !hasNoContent(response.status)) {
        out += response.body;
    }
}

void appendStreamHead(std::string& out, const Response& response) {
    appendStatusLine(out, response.status);
    appendFields(out, response.headers,
                 {"Date", "Content-Length", "Content-Type", "Cache-Control", "Connection", "Transfer-Encoding"});
    out += "Content-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\nConnection: "
           "close\r\n\r\n";
}

void appendEvent(std::string& out, std::string_view event, std::string_view data) {
    if (!event.empty()) {
        out += "event: ";
        std::copy_if(event.begin(), event.end(), std::back_inserter(out),
                     [](char c) { return c != '\r' && c != '\n'; });
        out += '\n';
    }
    while (true) {
        const std::size_t end = data.find_first_of("\r\n");
        out += "data: ";
        out += data.substr(0, end);
        out += '\n';
        if (end == std::string_view::npos) {
            break;
        }
        data.remove_prefix(end + (data.substr(end, 2) == kLineEnd ? 2 : 1));
    }
    out += '\n';
}

Response plainAnswer(int status) {
    Response response;
    response.status = status;
    response.headers.set("Content-Type", "text/plain; charset=utf-8");
    response.headers.set("Cache-Control", "no-store");
    response.body = std::string(reasonPhrase(status)) + "\n";
    return response;
}

std::string_view httpDate() {
    static constexpr std::array<const char*, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    thread_local std::time_t second = 0;
    thread_local std::array<char, 64> text{};
    thread_local std::size_t length = 0;
    const std::time_t now = std::time(nullptr);
    if (now != second || length == 0) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        // Not strftime: its names follow the locale.
        const int written = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                          kDays.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                                          kMonths.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                                          parts.tm_hour, parts.tm_min, parts.tm_sec);
        length = static_cast<std::size_t>(std::max(0, written));
        second = now;
    }
    return {text.data(), length};
}

// clang-format off
std::string_view reasonPhrase(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "Status";
    }
}
// clang-format on

} // namespace gatehouse::http
