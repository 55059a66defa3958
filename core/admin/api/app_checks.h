// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/activity.h"
#include "admin/api/raw_json.h"

namespace gatehouse::admin::api {

/// `GET T/apps/{id}/usage`: what ends with an app. Over all tenants for one of the front door.
struct AppUsage {
    std::int64_t users = 0;     ///< people with a grant that is alive
    std::int64_t grants = 0;    ///< that are alive: refresh tokens, and what follows from them
    std::int64_t sessions = 0;  ///< browser sessions that these grants hang on; they go on without the app
    std::int64_t logins24h = 0; ///< successful logins to it in the last 24 hours
};

/// `POST T/apps/{id}/check-redirect-uri`: an address as an app sent it, or as an error page or a log shows it.
struct RedirectUriQuestion {
    std::string text;                                     ///< the address, or a text with redirect_uri=... in it
    std::optional<std::vector<std::string>> redirectUris; ///< instead of those that are registered: a draft
};

/// A character of an address.
struct AddressCharacter {
    std::string text;      ///< itself; empty: the address ends here
    std::string codePoint; ///< "U+002F"; empty where it ends
};

/// Where two addresses part.
struct RedirectUriDifference {
    std::string uri;                ///< the registered one that is nearest
    std::vector<std::string> parts; ///< what differs, the first one first: invisible_character, foreign_character,
                                    ///< scheme, user_info, host, host_case, port, path, path_case, trailing_slash,
                                    ///< percent_encoding, query, fragment
    std::int64_t position = 0;      ///< of the first character that differs, counted from 1
    AddressCharacter registered;    ///< what stands there
    AddressCharacter presented;
};

struct RedirectUriAnswer {
    std::string uri; ///< what was taken out of the text
    bool matches = false;
    std::string problem; ///< why it could not even be registered: a slug of oauth.invalid_redirect_uri; else empty
    std::optional<RedirectUriDifference> nearest; ///< where it does not match and any is registered
};

/// `POST T/apps/{id}/verify-token`
struct TokenQuestion {
    std::string token; ///< a JWT; "Bearer " before it is no matter
};

/// What a token says, and whether the issuer's published keys prove it.
struct TokenAnswer {
    std::string kind; ///< id_token | access_token | jwt | opaque
    RawJson header;
    RawJson claims;
    std::vector<FlowCheck> checks;
};

} // namespace gatehouse::admin::api
