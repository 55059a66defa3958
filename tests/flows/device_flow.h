// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/flows/world.h"

namespace gatehouse::flows {

// The device flow (RFC 8628), as the device and the person at another one see it.

inline constexpr const char* kDeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

/// A record for World::addApp of a public app on a device; `more` are other members.
[[nodiscard]] json::Object onDevices(const json::Object& more = {});

/// The device asks for its codes; `scope` is "openid email offline_access" where `more` has none.
Answer beginDevice(World& world, const App& app, const Changes& more = {});
/// The device asks for its tokens with the code of `codes`.
Answer pollDevice(World& world, const App& app, const Answer& codes, const Changes& more = {},
                  const http::Headers& headers = {});

/// The person types the code.
Answer enterCode(Browser& browser, const App& app, const std::string& typed);
/// And signs in where that is wanted: the page that asks whether to let the device in.
Answer deviceQuestion(Browser& browser, const App& app, const std::string& typed);
/// And answers: "allow" or "deny".
Answer answerDevice(Browser& browser, const App& app, const Answer& question, const std::string& decision);

} // namespace gatehouse::flows
