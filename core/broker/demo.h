// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "admin/api/transport.h"
#include "admin/services.h"
#include "base/time.h"
#include "http/message.h"
#include "sandbox/demo_app.h"
#include "sandbox/sandbox_idp.h"

namespace gatehouse::broker {

/// The world of `--demo`: tenant Acme with a verified domain, the practice IdP as its connection, and a small app that
/// signs in. Filled through the Admin API like anybody else's; started again, it takes up what is there and renews the
/// secrets.
struct Demo {
    std::unique_ptr<sandbox::SandboxIdp> idp;
    std::unique_ptr<sandbox::DemoApp> app;
};
inline constexpr std::string_view kDemoTenant = "acme";
/// T/sandbox for the demo's tenant; `demo` must outlive it and may still be empty.
[[nodiscard]] admin::SandboxControl sandboxControl(Demo& demo);
/// Errors of the Admin API as `demo.<code>`.
[[nodiscard]] Result<Demo> makeDemo(const admin::api::Dispatcher& admin, const http::Handler& broker,
                                    const std::string& publicUrl, const Clock& clock);

} // namespace gatehouse::broker
