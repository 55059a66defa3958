// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "http/forms.h"

namespace gatehouse::oauth {

/// The `resource` parameters of a request (RFC 8707, 2), each once: what the access token is to be for. Each has to be
/// one of `allowed`, byte for byte. Empty where none is named. `oauth.invalid_target`, whose detail says which.
[[nodiscard]] Result<std::vector<std::string>> requestedResources(const http::Parameters& parameters,
                                                                  const std::vector<std::string>& allowed);

} // namespace gatehouse::oauth
