// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatehouse::oauth {

/// One claim that an app asks for (OpenID Connect Core 1.0, 5.5.1). A name with a language tag ("name#de") is kept as
/// it is written.
struct ClaimRequest {
    std::string name;
    bool essential = false;
    std::vector<std::string> values; ///< of `value` or `values`, as far as they are texts; the most wanted one first
    friend bool operator==(const ClaimRequest&, const ClaimRequest&) = default;
};

/// The `claims` parameter (5.5). Members other than these two are ignored, as the specification wants.
struct ClaimsRequest {
    std::vector<ClaimRequest> idToken;
    std::vector<ClaimRequest> userinfo;
    [[nodiscard]] bool empty() const { return idToken.empty() && userinfo.empty(); }
    friend bool operator==(const ClaimsRequest&, const ClaimsRequest&) = default;
};

/// The levels of authentication that are asked for, most wanted first, and whether the sign-in is worth nothing without
/// (5.5.1.1): an essential `acr` with values must be met or refused.
struct AcrRequest {
    std::vector<std::string> values;
    bool essential = false;
};
[[nodiscard]] AcrRequest acrOf(const ClaimsRequest& request);

/// At most 8 KiB and 50 claims in each member. `oauth.invalid_request.claims`, whose detail says what does not fit.
[[nodiscard]] Result<ClaimsRequest> parseClaimsRequest(std::string_view text);

} // namespace gatehouse::oauth
