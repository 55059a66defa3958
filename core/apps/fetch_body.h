// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"
#include "http/client.h"

namespace gatehouse::apps {

/// What is asked of an address that an app names: the media types, and how much is taken at most.
struct Expected {
    std::string_view accept;
    std::size_t maxBytes = 0;
};
inline constexpr Expected kJsonDocument{"application/json", std::size_t(64) * 1024};
inline constexpr Expected kPicture{"image/png, image/jpeg, image/webp", std::size_t(128) * 1024};

/// The body at `url`, with status 200, within five seconds. Errors of http::Client, `outbound.protocol`.
[[nodiscard]] Result<std::string> fetchBody(http::Client& client, const TenantId& asks, const std::string& url,
                                            const Expected& expected);

} // namespace gatehouse::apps
