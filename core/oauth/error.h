// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"

namespace gatehouse::oauth {

/// Every error code that we put on the wire, with the specification that defines it.
enum class ErrorCode {
    InvalidRequest,
    UnauthorizedClient,
    AccessDenied,
    UnsupportedResponseType,
    InvalidScope,
    ServerError,
    TemporarilyUnavailable,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType, ///< RFC 6749, 4.1.2.1 and 5.2
    InvalidToken,
    InsufficientScope,    ///< RFC 6750, 3.1
    UnsupportedTokenType, ///< RFC 7009, 2.2.1
    InvalidRedirectUri,
    InvalidClientMetadata,
    UnapprovedSoftwareStatement, ///< RFC 7591, 3.2.2
    AuthorizationPending,
    SlowDown,
    ExpiredToken,                ///< RFC 8628, 3.5
    InvalidTarget,               ///< RFC 8707, 2
    InvalidAuthorizationDetails, ///< RFC 9396, 5
    InvalidDpopProof,
    UseDpopNonce,                   ///< RFC 9449, 5 and 8
    InsufficientUserAuthentication, ///< RFC 9470, 3
    InteractionRequired,
    LoginRequired,
    AccountSelectionRequired,
    ConsentRequired,
    InvalidRequestUri,
    InvalidRequestObject,
    RequestNotSupported,
    RequestUriNotSupported,
    RegistrationNotSupported,       ///< OpenID Connect Core 1.0, 3.1.2.6
    UnmetAuthenticationRequirements ///< OpenID Connect Unmet Authentication Requirements 1.0
};

/// "invalid_request" and so on.
[[nodiscard]] std::string_view errorName(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> parseErrorName(std::string_view name);

/// An error as the client sees it.
struct ProtocolError {
    ErrorCode code = ErrorCode::ServerError;
    std::string description; ///< for the client's developer; cleaned when it is written
    int status = 0;          ///< HTTP status where the usual one for the code does not fit; 0: the usual one
};

/// What to tell the client about `error`. A reason `oauth.<name>` or `oauth.<name>.<cause>` gives that code; any other
/// reason goes by `error.code`. The description is a fixed sentence for the code: the cause stays in the log.
[[nodiscard]] ProtocolError toProtocolError(const Error& error);

/// `text` with every character outside %x20-21 / %x23-5B / %x5D-7E replaced by a space, cut at 256 (RFC 6749, 5.2).
[[nodiscard]] std::string cleanDescription(std::string_view text);

/// Whether the client tried to authenticate through the Authorization header.
enum class TriedBy { Body, Header };

/// The error answer of the token, PAR, introspection and revocation endpoints (RFC 6749, 5.2): JSON, never cached; 401
/// for invalid_client (with WWW-Authenticate: Basic if it was tried by header), 500, 503 and 429 with Retry-After, else
/// 400.
[[nodiscard]] http::Response toTokenResponse(const ProtocolError& error, TriedBy triedBy = TriedBy::Body);
[[nodiscard]] http::Response toTokenResponse(const Error& error, TriedBy triedBy = TriedBy::Body);

/// What a protected resource says to a request without a good enough token (RFC 6750, 3; RFC 9470, 3; RFC 9728, 5.1).
struct BearerChallenge {
    std::optional<ErrorCode> error; ///< none: the request brought no token at all, and then no error is named
    std::string description;
    std::string scope;
    std::string acrValues;
    std::optional<Seconds> maxAge;
    std::string resourceMetadata;  ///< an absolute URL
    std::string scheme = "Bearer"; ///< or "DPoP"
    std::string algorithms;        ///< of a DPoP challenge: those that a proof may be signed with (RFC 9449, 7.1)
};

/// The WWW-Authenticate value.
[[nodiscard]] std::string challengeValue(const BearerChallenge& challenge);
/// The whole answer: 401, but 403 for insufficient_scope and 400 for invalid_request.
[[nodiscard]] http::Response toResourceResponse(const BearerChallenge& challenge);

} // namespace gatehouse::oauth
