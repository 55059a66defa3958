// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "http/body_limit.h"
#include "http/message.h"

namespace gatehouse::http {

/// Why a request is not served: the status to answer and a slug for the log. The connection is closed after it.
struct Refusal {
    int status = 400;
    std::string_view reason; ///< of static storage
};

/// What the guard holds a head against.
struct GuardRules {
    std::size_t maxHeaders = 100;
    std::size_t maxLine = 8 * 1024; ///< of the target, and of one field
    std::size_t maxBodyBytes = 256 * 1024;
    std::vector<BodyLimit> bodyLimits;     ///< the first that fits counts instead
    std::vector<std::string> allowedHosts; ///< lower case; one without a port stands for every port. Empty: any
};

/// From whom the head came, as far as it changes the rules.
struct GuardPeer {
    bool anyHost = false;        ///< the Unix socket: the name says nothing there
    bool trustedForward = false; ///< a trusted proxy: X-Forwarded-Host names the host
};

/// A head that has one meaning only, and how its body is framed.
struct Head {
    std::string method;
    std::string path;
    std::string query;
    Headers headers;
    bool keepAlive = true;
    bool chunked = false;
    bool expectContinue = false;
    std::optional<std::uint64_t> contentLength;
};

/// Where the head ends in what has come so far.
struct HeadScan {
    std::optional<std::size_t> end; ///< just behind the empty line
    std::optional<Refusal> refusal; ///< a line that cannot become right any more
    std::size_t resumeAt = 0;       ///< give it back with more input
};

/// How large a body of a request to `path` may be.
[[nodiscard]] std::size_t maxBodyBytes(const GuardRules& rules, std::string_view path);

/// Looks for the end of the head from `resumeAt` on. Refuses a bare LF and a first byte that begins no method.
[[nodiscard]] HeadScan scanHead(std::string_view input, std::size_t resumeAt);

/// Reads the head (request line, fields, empty line) by RFC 9112 without its leniencies, and refuses whatever two
/// programs could understand differently (security.md NW-01 to NW-09, NW-13). Pure.
[[nodiscard]] tl::expected<Head, Refusal> inspectHead(std::string_view head, const GuardRules& rules, GuardPeer peer);

} // namespace gatehouse::http
