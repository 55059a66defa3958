// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "admin/api/transport.h"
#include "admin/services.h"
#include "base/time.h"
#include "http/message.h"
#include "sandbox/demo_app.h"
#include "sandbox/hold.h"
#include "sandbox/sandbox_idp.h"

namespace gatehouse::broker {

/// The world of `--demo`: tenant Acme with a verified domain, the practice IdP as a connection of each protocol, and a
/// small app that signs in. Filled through the Admin API like anybody else's; started again, it takes up what is there
/// and renews the secrets.
struct Demo {
    std::unique_ptr<sandbox::SandboxIdp> idp;
    std::unique_ptr<sandbox::DemoApp> app;
    std::unique_ptr<sandbox::Hold> hold;
    std::string appUrl;           ///< the demo app's address
    std::string connectionId;     ///< of the practice IdP, in the tenant
    std::string samlConnectionId; ///< of its SAML side
    std::string appId;
    std::function<void()> forgetProvider; ///< what the broker remembers of the practice IdP's metadata and keys
};
inline constexpr std::string_view kDemoTenant = "acme";
inline constexpr std::string_view kDemoConnection = "practice";
inline constexpr std::string_view kDemoSamlConnection = "sandbox-saml";
/// T/sandbox for the demo's tenant; `demo` must outlive it and may still be empty.
[[nodiscard]] admin::SandboxControl sandboxControl(Demo& demo);
/// A held step as the Admin API says it.
[[nodiscard]] admin::api::HeldStep toApi(const sandbox::HeldStep& step);
/// The event `sandbox` of GET /admin/v1/events.
[[nodiscard]] std::string eventOf(std::string_view change, const sandbox::HeldStep* step);

struct DemoParts {
    const admin::api::Dispatcher& admin;
    http::Handler broker;
    std::string publicUrl;
    const Clock& clock;
    sandbox::Hold::Observer onHold;
    std::function<void(const std::string& connection)> forgetProvider;
};
/// Errors of the Admin API as `demo.<code>`.
[[nodiscard]] Result<Demo> makeDemo(DemoParts parts);

} // namespace gatehouse::broker
