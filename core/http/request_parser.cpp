// SPDX-License-Identifier: Apache-2.0
#include "http/request_parser.h"

#include <cstdint>
#include <limits>
#include <optional>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

namespace gatehouse::http {

namespace beast = boost::beast;

namespace {

/// Keeps the body and nothing else: the fields come from the guard. Trailers are read and dropped.
class BodyParser final : public beast::http::basic_parser<true> {
public:
    std::string body;

private:
    using Text = beast::string_view;
    using ErrorCode = beast::error_code;

    void on_request_impl(beast::http::verb, Text, Text, int, ErrorCode& error) override { error = {}; }
    void on_response_impl(int, Text, int, ErrorCode& error) override { error = {}; }
    void on_field_impl(beast::http::field, Text, Text, ErrorCode& error) override { error = {}; }
    void on_header_impl(ErrorCode& error) override { error = {}; }
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode& error) override {
        // The limit was checked by the base class before.
        body.reserve(static_cast<std::size_t>(length.value_or(0)));
        error = {};
    }
    std::size_t on_body_impl(Text data, ErrorCode& error) override {
        body.append(data.data(), data.size());
        error = {};
        return data.size();
    }
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode& error) override { error = {}; }
    std::size_t on_chunk_body_impl(std::uint64_t, Text data, ErrorCode& error) override {
        body.append(data.data(), data.size());
        error = {};
        return data.size();
    }
    void on_finish_impl(ErrorCode& error) override { error = {}; }
};

} // namespace

class RequestParser::Implementation {
public:
    std::optional<BodyParser> parser;
};

RequestParser::RequestParser()
    : m_implementation(std::make_unique<Implementation>()) {}

RequestParser::~RequestParser() = default;

void RequestParser::reset(std::size_t maxHeaderBytes, std::size_t maxBodyBytes) {
    BodyParser& parser = m_implementation->parser.emplace();
    parser.eager(true);
    parser.header_limit(
        static_cast<std::uint32_t>(std::min<std::size_t>(maxHeaderBytes, std::numeric_limits<std::uint32_t>::max())));
    parser.body_limit(maxBodyBytes);
}

RequestParser::State RequestParser::put(std::string_view input, std::size_t& consumed) {
    BodyParser& parser = *m_implementation->parser;
    consumed = 0;
    while (!parser.is_done()) {
        const std::string_view rest = input.substr(consumed);
        beast::error_code error;
        const std::size_t taken = parser.put(boost::asio::const_buffer(rest.data(), rest.size()), error);
        consumed += taken;
        if (error == beast::http::error::need_more) {
            return State::NeedMore;
        }
        if (error) {
            return error == beast::http::error::body_limit ? State::TooLarge : State::Invalid;
        }
        if (taken == 0 && !parser.is_done()) {
            return State::NeedMore;
        }
    }
    return State::Complete;
}

bool RequestParser::chunked() const {
    return m_implementation->parser->chunked();
}

std::size_t RequestParser::declaredLength() const {
    return static_cast<std::size_t>(m_implementation->parser->content_length().value_or(0));
}

std::string RequestParser::takeBody() {
    return std::move(m_implementation->parser->body);
}

} // namespace gatehouse::http
