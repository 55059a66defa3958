// SPDX-License-Identifier: Apache-2.0
#include "oauth/error.h"

#include <array>

#include "json/json.h"

namespace gatehouse::oauth {
namespace {

struct Row {
    ErrorCode code;
    std::string_view name;
    std::string_view sentence;
};

constexpr std::array<Row, 34> kRows = {{
    {ErrorCode::InvalidRequest, "invalid_request",
     "The request is missing a parameter, repeats one, or has a value that is not allowed."},
    {ErrorCode::UnauthorizedClient, "unauthorized_client", "This client may not use this method."},
    {ErrorCode::AccessDenied, "access_denied", "Access was denied."},
    {ErrorCode::UnsupportedResponseType, "unsupported_response_type", "Only response_type=code is supported."},
    {ErrorCode::InvalidScope, "invalid_scope", "The scope is malformed, unknown, or wider than was granted."},
    {ErrorCode::ServerError, "server_error", "The server failed. Try again."},
    {ErrorCode::TemporarilyUnavailable, "temporarily_unavailable", "The server is busy. Try again later."},
    {ErrorCode::InvalidClient, "invalid_client", "Client authentication failed."},
    {ErrorCode::InvalidGrant, "invalid_grant",
     "The grant is invalid, expired, used, revoked, or was issued to another client."},
    {ErrorCode::UnsupportedGrantType, "unsupported_grant_type", "This grant type is not supported."},
    {ErrorCode::InvalidToken, "invalid_token", "The access token is missing, malformed, expired or revoked."},
    {ErrorCode::InsufficientScope, "insufficient_scope", "The access token does not have the scope that this needs."},
    {ErrorCode::UnsupportedTokenType, "unsupported_token_type", "This type of token cannot be revoked."},
    {ErrorCode::InvalidRedirectUri, "invalid_redirect_uri", "A redirect URI is not allowed."},
    {ErrorCode::InvalidClientMetadata, "invalid_client_metadata", "A member of the client metadata is not allowed."},
    {ErrorCode::UnapprovedSoftwareStatement, "unapproved_software_statement",
     "Software statements are not taken here: say the members themselves."},
    {ErrorCode::AuthorizationPending, "authorization_pending", "The person has not answered yet."},
    {ErrorCode::SlowDown, "slow_down", "Poll less often."},
    {ErrorCode::ExpiredToken, "expired_token", "The device code has expired."},
    {ErrorCode::InvalidTarget, "invalid_target", "The resource is unknown, malformed or not allowed for this client."},
    {ErrorCode::InvalidAuthorizationDetails, "invalid_authorization_details",
     "The authorization_details are unknown or malformed."},
    {ErrorCode::InvalidDpopProof, "invalid_dpop_proof", "The DPoP proof is invalid."},
    {ErrorCode::UseDpopNonce, "use_dpop_nonce", "The DPoP proof needs the nonce of the DPoP-Nonce header."},
    {ErrorCode::InsufficientUserAuthentication, "insufficient_user_authentication",
     "A fresher or stronger sign-in is needed."},
    {ErrorCode::InteractionRequired, "interaction_required", "The person has to act, and prompt=none forbids it."},
    {ErrorCode::LoginRequired, "login_required", "The person has to sign in."},
    {ErrorCode::AccountSelectionRequired, "account_selection_required", "The person has to choose an account."},
    {ErrorCode::ConsentRequired, "consent_required", "The person has to consent."},
    {ErrorCode::InvalidRequestUri, "invalid_request_uri",
     "The request_uri is unknown, used, expired or of another client."},
    {ErrorCode::InvalidRequestObject, "invalid_request_object", "The request object is invalid."},
    {ErrorCode::RequestNotSupported, "request_not_supported", "The request parameter is not supported."},
    {ErrorCode::RequestUriNotSupported, "request_uri_not_supported", "The request_uri parameter is not supported."},
    {ErrorCode::RegistrationNotSupported, "registration_not_supported", "The registration parameter is not supported."},
    {ErrorCode::UnmetAuthenticationRequirements, "unmet_authentication_requirements",
     "The sign-in does not meet what was asked for."},
}};

std::string_view sentenceFor(ErrorCode code) {
    for (const Row& row : kRows) {
        if (row.code == code) {
            return row.sentence;
        }
    }
    return {};
}

ErrorCode codeFor(Code code) {
    switch (code) {
    case Code::InvalidArgument:
    case Code::NotFound:
        return ErrorCode::InvalidRequest;
    case Code::Unauthenticated:
        return ErrorCode::InvalidClient;
    case Code::PermissionDenied:
        return ErrorCode::AccessDenied;
    case Code::Conflict:
    case Code::FailedPrecondition:
        return ErrorCode::InvalidGrant;
    case Code::RateLimited:
    case Code::Unavailable:
    case Code::DeadlineExceeded:
        return ErrorCode::TemporarilyUnavailable;
    case Code::Internal:
        break;
    }
    return ErrorCode::ServerError;
}

std::optional<ErrorCode> codeInReason(std::string_view reason) {
    constexpr std::string_view kPrefix = "oauth.";
    if (reason.substr(0, kPrefix.size()) != kPrefix) {
        return std::nullopt;
    }
    reason.remove_prefix(kPrefix.size());
    return parseErrorName(reason.substr(0, reason.find('.')));
}

int statusFor(const ProtocolError& error) {
    if (error.status != 0) {
        return error.status;
    }
    if (error.code == ErrorCode::InvalidClient) {
        return 401;
    }
    if (error.code == ErrorCode::ServerError) {
        return 500;
    }
    return error.code == ErrorCode::TemporarilyUnavailable ? 503 : 400;
}

http::Response jsonResponse(int status, ErrorCode code, std::string_view description) {
    json::Object body;
    body["error"] = errorName(code);
    if (const std::string clean = cleanDescription(description); !clean.empty()) {
        body["error_description"] = clean;
    }
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.headers.set("Cache-Control", "no-store");
    response.body = json::write(body);
    return response;
}

void appendParameter(std::string& value, bool& first, std::string_view name, std::string_view text) {
    if (text.empty()) {
        return;
    }
    value.append(first ? " " : ", ").append(name).append("=\"").append(cleanDescription(text)).append("\"");
    first = false;
}

} // namespace

std::string_view errorName(ErrorCode code) {
    for (const Row& row : kRows) {
        if (row.code == code) {
            return row.name;
        }
    }
    return "server_error";
}

std::optional<ErrorCode> parseErrorName(std::string_view name) {
    for (const Row& row : kRows) {
        if (row.name == name) {
            return row.code;
        }
    }
    return std::nullopt;
}

ProtocolError toProtocolError(const Error& error) {
    ProtocolError result;
    result.code = codeInReason(error.reason).value_or(codeFor(error.code));
    result.description = sentenceFor(result.code);
    result.status = error.code == Code::RateLimited ? 429 : 0;
    return result;
}

std::string cleanDescription(std::string_view text) {
    constexpr std::size_t kMax = 256;
    std::string out(text.substr(0, kMax));
    for (char& c : out) {
        if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
            c = ' ';
        }
    }
    return out;
}

http::Response toTokenResponse(const ProtocolError& error, TriedBy triedBy) {
    const int status = statusFor(error);
    http::Response response = jsonResponse(status, error.code, error.description);
    if (error.code == ErrorCode::InvalidClient && triedBy == TriedBy::Header) {
        response.headers.set("WWW-Authenticate", "Basic realm=\"token\", charset=\"UTF-8\"");
    }
    if (status == 429 || status == 503) {
        response.headers.set("Retry-After", "5");
    }
    return response;
}

http::Response toTokenResponse(const Error& error, TriedBy triedBy) {
    return toTokenResponse(toProtocolError(error), triedBy);
}

std::string challengeValue(const BearerChallenge& challenge) {
    std::string value = challenge.scheme;
    bool first = true;
    if (challenge.error) {
        const std::string_view sentence =
            challenge.description.empty() ? sentenceFor(*challenge.error) : challenge.description;
        appendParameter(value, first, "error", errorName(*challenge.error));
        appendParameter(value, first, "error_description", sentence);
    }
    appendParameter(value, first, "scope", challenge.scope);
    appendParameter(value, first, "acr_values", challenge.acrValues);
    if (challenge.maxAge) {
        appendParameter(value, first, "max_age", std::to_string(challenge.maxAge->count()));
    }
    appendParameter(value, first, "resource_metadata", challenge.resourceMetadata);
    appendParameter(value, first, "algs", challenge.algorithms);
    if (first) {
        value.append(" realm=\"gatehouse\"");
    }
    return value;
}

http::Response toResourceResponse(const BearerChallenge& challenge) {
    int status = 401;
    if (challenge.error == ErrorCode::InsufficientScope) {
        status = 403;
    } else if (challenge.error == ErrorCode::InvalidRequest) {
        status = 400;
    }
    http::Response response;
    if (challenge.error) {
        response = jsonResponse(status, *challenge.error,
                                challenge.description.empty() ? sentenceFor(*challenge.error) : challenge.description);
    } else {
        response.status = status;
        response.headers.set("Cache-Control", "no-store");
    }
    response.headers.set("WWW-Authenticate", challengeValue(challenge));
    return response;
}

} // namespace gatehouse::oauth
