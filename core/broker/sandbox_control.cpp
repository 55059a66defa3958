// SPDX-License-Identifier: Apache-2.0
// T/sandbox: the Admin API's hands on the practice world.
#include "admin/api/codec.h"
#include "broker/demo.h"
#include "sandbox/scenario.h"
#include "json/json.h"

namespace gatehouse::broker {
namespace {

Status isOurs(const Demo& demo, const tenants::Tenant& tenant) {
    return demo.idp && demo.hold && tenant.slug == kDemoTenant ? Status() : fail(Code::NotFound, "sandbox.not_found");
}

Result<admin::api::Sandbox> describe(Demo& demo, const tenants::Tenant& tenant) {
    ENSURE(isOurs(demo, tenant));
    json::Object described = demo.idp->describe();
    json::Array scenarios;
    for (const sandbox::Scenario& scenario : sandbox::scenarios()) {
        scenarios.push_back(sandbox::toJson(scenario));
    }
    described["scenarios"] = std::move(scenarios);
    described["hold"] = demo.hold->isOn(tenant.slug);
    described["signInUrl"] = demo.appUrl + "/login?connection=" + std::string(kDemoConnection) + "&prompt=login";
    auto decoded =
        admin::api::Codec<admin::api::Sandbox>::fromJson(json::Value(std::move(described)), admin::api::Side::Reply);
    return decoded ? Result<admin::api::Sandbox>(*std::move(decoded)) : fail(Code::Internal, "sandbox.shape");
}

Status setFaults(Demo& demo, const tenants::Tenant& tenant, const std::vector<admin::api::Fault>& faults) {
    ENSURE(isOurs(demo, tenant));
    json::Array wanted;
    for (const admin::api::Fault& fault : faults) {
        wanted.push_back(json::Object{{"name", fault.name}, {"on", fault.on}});
    }
    if (!demo.idp->update({{"faults", std::move(wanted)}}).empty()) {
        return fail(Code::InvalidArgument, "sandbox.fault_unknown");
    }
    demo.forgetProvider(); // or a fault of its metadata or keys would show only once they are fetched again
    return {};
}

Result<std::vector<admin::api::HeldStep>> held(Demo& demo, const tenants::Tenant& tenant) {
    ENSURE(isOurs(demo, tenant));
    demo.hold->expire();
    std::vector<admin::api::HeldStep> out;
    for (const sandbox::HeldStep& step : demo.hold->held(tenant.slug)) {
        out.push_back(toApi(step));
    }
    return out;
}

Result<admin::api::HeldStep> next(Demo& demo, const tenants::Tenant& tenant, const std::optional<std::string>& id) {
    ENSURE(isOurs(demo, tenant));
    const auto step = demo.hold->release(tenant.slug, id.value_or(""));
    if (!step) {
        return id ? fail(Code::NotFound, "sandbox.step_unknown") : fail(Code::Conflict, "sandbox.nothing_held");
    }
    return toApi(*step);
}

Result<admin::api::ScenarioStart> start(Demo& demo, const tenants::Tenant& tenant, const std::string& name) {
    ENSURE(isOurs(demo, tenant));
    const sandbox::Scenario* scenario = sandbox::findScenario(name);
    if (scenario == nullptr) {
        return fail(Code::NotFound, "sandbox.scenario_unknown");
    }
    admin::api::ScenarioStart out;
    out.url = sandbox::startUrl(*scenario, demo.appUrl,
                                scenario->protocol == sandbox::Protocol::Saml ? kDemoSamlConnection : kDemoConnection);
    out.scenario = scenario->name;
    out.persona = scenario->persona;
    out.expects = scenario->expects;
    demo.idp->faults().clear();
    for (const sandbox::Fault fault : scenario->faults) {
        demo.idp->faults().set(fault, true);
        out.faults.emplace_back(sandbox::faultName(fault));
    }
    demo.forgetProvider();
    return out;
}

Status reset(Demo& demo, const tenants::Tenant& tenant, const std::vector<std::string>& faults) {
    ENSURE(isOurs(demo, tenant));
    demo.idp->faults().clear();
    for (const std::string& name : faults) {
        if (const auto fault = sandbox::parseFault(name)) {
            demo.idp->faults().set(*fault, true);
        }
    }
    (void)demo.hold->drop(tenant.slug);
    return {};
}

} // namespace

admin::api::HeldStep toApi(const sandbox::HeldStep& step) {
    admin::api::HeldStep out;
    out.id = step.id;
    out.step = step.told.step;
    out.direction = step.told.direction;
    out.from = step.told.from;
    out.to = step.told.to;
    out.caption = step.told.caption;
    out.reference = step.told.reference;
    out.message = admin::api::raw(json::Value(step.told.message));
    out.since = step.since;
    return out;
}

std::string eventOf(std::string_view change, const sandbox::HeldStep* step) {
    admin::api::SandboxEvent event;
    event.tenant = kDemoTenant;
    event.change = change;
    if (step != nullptr) {
        event.step = toApi(*step);
    }
    return admin::api::encode(event);
}

admin::SandboxControl sandboxControl(Demo& demo) {
    using Tenant = tenants::Tenant;
    admin::SandboxControl control;
    control.get = [&demo](const Tenant& tenant) { return describe(demo, tenant); };
    control.setFaults = [&demo](const Tenant& tenant, const std::vector<admin::api::Fault>& faults) {
        return setFaults(demo, tenant, faults);
    };
    control.setHold = [&demo](const Tenant& tenant, bool on) -> Status {
        ENSURE(isOurs(demo, tenant));
        demo.hold->set(tenant.slug, on);
        return {};
    };
    control.held = [&demo](const Tenant& tenant) { return held(demo, tenant); };
    control.next = [&demo](const Tenant& tenant, const std::optional<std::string>& id) {
        return next(demo, tenant, id);
    };
    control.releaseAll = [&demo](const Tenant& tenant) -> Result<std::int64_t> {
        ENSURE(isOurs(demo, tenant));
        return static_cast<std::int64_t>(demo.hold->releaseAll(tenant.slug));
    };
    control.start = [&demo](const Tenant& tenant, const std::string& name) { return start(demo, tenant, name); };
    control.reset = [&demo](const Tenant& tenant, const std::vector<std::string>& faults) {
        return reset(demo, tenant, faults);
    };
    return control;
}

} // namespace gatehouse::broker
