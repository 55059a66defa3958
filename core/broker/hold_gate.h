// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "connections/connections.h"
#include "http/message.h"
#include "sandbox/demo_app.h"
#include "sandbox/hold.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::broker {

/// Where the broker's answers pass on their way out while some practice tenant is held at each step. Another tenant's
/// answers, and those of any tenant that is not a practice one (any more), pass untouched.
class HoldGate {
public:
    HoldGate(sandbox::Hold& hold, const tenants::TenantCache& tenants, connections::ConnectionCache& connections,
             sandbox::DemoApp& demo, std::string demoTenant)
        : m_hold(hold)
        , m_tenants(tenants)
        , m_connections(connections)
        , m_demo(demo)
        , m_demoTenant(std::move(demoTenant)) {}

    /// "/sandbox/{slug}/held": below it a browser fetches what it waits for.
    [[nodiscard]] static std::string placeOf(const std::string& slug) { return "/sandbox/" + slug + "/held"; }
    /// Answers a request by `route`, and holds the answer where it has to be.
    [[nodiscard]] http::Response answer(const http::Request& request, const http::Handler& route);

private:
    struct Step {
        std::string tenant;
        sandbox::StepKind kind;
    };
    [[nodiscard]] std::optional<Step> stepOf(const http::Request& request);
    [[nodiscard]] bool isHeld(const std::shared_ptr<const tenants::Tenant>& tenant) const;

    sandbox::Hold& m_hold;
    const tenants::TenantCache& m_tenants;
    connections::ConnectionCache& m_connections;
    sandbox::DemoApp& m_demo;
    const std::string m_demoTenant;
};

} // namespace gatehouse::broker
