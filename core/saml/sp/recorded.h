// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "login/message.h"

namespace gatehouse::saml::sp {

/// A message of a login as it is recorded: the values of its signatures and whatever is still encrypted are taken out,
/// so that nobody can present it again. What is no XML, or too large to be judged again, is taken out as a whole.
[[nodiscard]] login::Message recordedMessage(std::string_view name, Time at, std::string method, std::string address,
                                             std::string_view xml);

} // namespace gatehouse::saml::sp
