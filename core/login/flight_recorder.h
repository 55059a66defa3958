// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/cache.h"
#include "http/message.h"
#include "login/recording.h"
#include "tenants/tenant.h"

namespace gatehouse::login {

struct Browser;

/// Everything that a login leaves behind for its recording, while it is under way.
struct Tape {
    Recording recording;
    std::shared_ptr<const connections::Connection> connection; ///< nullptr where it never came to one
    std::shared_ptr<const connections::Provider> provider;     ///< nullptr where it was not asked
    std::vector<std::string> secrets;                          ///< may appear nowhere
};

/// Turns tapes into what is written. Thread safe.
class FlightRecorder {
public:
    [[nodiscard]] static bool isOn(const tenants::Tenant& tenant) { return tenant.settings.recording.logins > 0; }
    /// Ready to be written; empty where the tenant records nothing.
    [[nodiscard]] KeptRecording keep(const store::Sealer& sealer, const tenants::Tenant& tenant, Tape& tape);

private:
    Cache<std::string, Bytes> m_configurations{1000};
};

/// The browser's request that a login begins with, or comes back by. `base`: the broker's own address.
[[nodiscard]] Message requestOf(const Browser& browser, const std::string& base, Time now, Twin twin);
/// Where the browser is sent to at the provider. `flowCookie`: the Set-Cookie that goes with it; may be empty.
[[nodiscard]] Message redirectTo(const std::string& location, const std::string& flowCookie, Time now, Twin twin);
/// What the browser gets in the end: a redirect to the app, or a page.
[[nodiscard]] Message answerOf(const http::Response& response, const std::string& sessionCookie, Time now, Twin twin);

} // namespace gatehouse::login
