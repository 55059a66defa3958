// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "http/forms.h"
#include "jose/jwk.h"

namespace gatehouse::oauth {

/// The parameters of a signed authorization request (RFC 9101): those of the object alone, whatever stands beside it.
/// At most 16 KiB; signed by one of `keys` (ES256, PS256, EdDSA, RS256); typ absent, "JWT" or "oauth-authz-req+jwt";
/// iss the client_id, aud the issuer (a string, or a list that holds it), exp within an hour, of nbf where there is
/// one, nbf at most an hour ago, client_id this client's, and no request or request_uri within. Numbers and objects
/// (max_age, claims) become the text that a parameter would have; a list of texts (resource) becomes that many
/// parameters. `oauth.invalid_request_object`, whose detail says what does not fit.
enum class NotBefore { MayBeMissing, Required }; ///< nbf (FAPI 2.0 Message Signing, 5.3.1: required)
[[nodiscard]] Result<http::Parameters> verifyRequestObject(std::string_view object, const std::vector<jose::Jwk>& keys,
                                                           std::string_view clientId, std::string_view issuer,
                                                           NotBefore rule, Time now);

} // namespace gatehouse::oauth
