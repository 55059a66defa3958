// SPDX-License-Identifier: Apache-2.0
#include "http_reply.h"

#include <charconv>

#include "base/encoding.h"

namespace gatehouse::ctl {

namespace {

using admin::api::Reply;

constexpr std::size_t kMaxHeader = 64 * 1024;
constexpr std::size_t kMaxBody = 1024UL * 1024 * 1024;

Result<std::size_t> parseNumber(std::string_view text, int base) {
    std::size_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (problem != std::errc() || end != text.data() + text.size() || text.empty()) {
        return fail(Code::Unavailable, "ctl.reply_malformed", "a length is no number");
    }
    if (value > kMaxBody) {
        return fail(Code::Unavailable, "ctl.reply_too_large");
    }
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// The bytes that have come and not been taken yet.
class Input {
public:
    explicit Input(const ReadMore& more)
        : m_more(more) {}

    Result<std::string> line() {
        while (true) {
            const std::size_t end = m_held.find("\r\n");
            if (end != std::string::npos) {
                std::string out = m_held.substr(0, end);
                m_held.erase(0, end + 2);
                return out;
            }
            if (m_held.size() > kMaxHeader) {
                return fail(Code::Unavailable, "ctl.reply_too_large");
            }
            ENSURE(fill());
        }
    }
    Status take(std::size_t count, std::string& out) {
        while (m_held.size() < count) {
            ENSURE(fill());
        }
        out.append(m_held, 0, count);
        m_held.erase(0, count);
        return {};
    }
    Status takeRest(std::string& out) {
        while (true) {
            out += m_held;
            if (out.size() > kMaxBody) {
                return fail(Code::Unavailable, "ctl.reply_too_large");
            }
            TRY(bytes, m_more());
            m_held = std::move(bytes);
            if (m_held.empty()) {
                return {};
            }
        }
    }

private:
    Status fill() {
        TRY(bytes, m_more());
        if (bytes.empty()) {
            return fail(Code::Unavailable, "ctl.reply_cut", "the connection closed before the answer was complete");
        }
        m_held += bytes;
        return {};
    }
    const ReadMore& m_more;
    std::string m_held;
};

Result<Reply> readHead(Input& input) {
    TRY(statusLine, input.line());
    if (statusLine.size() < 12 || !statusLine.starts_with("HTTP/1.")) {
        return fail(Code::Unavailable, "ctl.reply_malformed", "no HTTP/1.1 status line");
    }
    TRY(status, parseNumber(std::string_view(statusLine).substr(9, 3), 10));
    Reply reply;
    reply.status = int(status);
    std::size_t size = 0;
    while (true) {
        TRY(line, input.line());
        if (line.empty()) {
            return reply;
        }
        size += line.size();
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos || colon == 0) {
            return fail(Code::Unavailable, "ctl.reply_malformed", "a header field has no name");
        }
        if (size > kMaxHeader) {
            return fail(Code::Unavailable, "ctl.reply_too_large");
        }
        reply.headers.emplace_back(line.substr(0, colon), trimmed(std::string_view(line).substr(colon + 1)));
    }
}

Status readChunks(Input& input, std::string& body) {
    while (true) {
        TRY(line, input.line());
        TRY(size, parseNumber(trimmed(std::string_view(line).substr(0, line.find(';'))), 16));
        if (size == 0) {
            break;
        }
        if (body.size() + size > kMaxBody) {
            return fail(Code::Unavailable, "ctl.reply_too_large");
        }
        ENSURE(input.take(size, body));
        TRY(end, input.line());
        if (!end.empty()) {
            return fail(Code::Unavailable, "ctl.reply_malformed", "a chunk is longer than it says");
        }
    }
    while (true) {
        TRY(trailer, input.line());
        if (trailer.empty()) {
            return {};
        }
    }
}

Status readBody(Input& input, Reply& reply) {
    if (reply.status == 204 || reply.status == 304) {
        return {};
    }
    if (asciiLower(admin::api::header(reply.headers, "transfer-encoding")) == "chunked") {
        return readChunks(input, reply.body);
    }
    const std::string_view length = admin::api::header(reply.headers, "content-length");
    if (length.empty()) {
        return input.takeRest(reply.body);
    }
    TRY(count, parseNumber(length, 10));
    return input.take(count, reply.body);
}

} // namespace

Result<Reply> readReply(const ReadMore& more) {
    Input input(more);
    while (true) {
        TRY(reply, readHead(input));
        if (reply.status >= 100 && reply.status < 200) {
            continue;
        }
        ENSURE(readBody(input, reply));
        return reply;
    }
}

} // namespace gatehouse::ctl
