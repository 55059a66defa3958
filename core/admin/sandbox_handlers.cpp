// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/change.h"
#include "admin/handlers.h"

namespace gatehouse::admin {

namespace {

Answered get(const Context& context) {
    TRY(sandbox, context.services.sandbox.get(context.tenant()));
    return ok(api::toJson(sandbox).get_object());
}

Answered update(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::Sandbox>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(sandbox, context.services.sandbox.setFaults(context.tenant(), wanted->faults));
        json::Object switched;
        for (const api::Fault& fault : wanted->faults) {
            switched[fault.name] = fault.on;
        }
        ENSURE(inProgress.record(
            {"AdminAction", "sandbox", context.tenant().slug, "", {{"faults", std::move(switched)}}, {}}));
        return ok(api::toJson(sandbox).get_object());
    });
}

constexpr Handler kHandlers[] = {{"sandbox.get", get}, {"sandbox.update", update}};

} // namespace

std::span<const Handler> sandboxHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
