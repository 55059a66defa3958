// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/configuration.h"
#include "admin/handlers.h"

namespace gatehouse::admin {

namespace {

Answered apply(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto dryRun = flagArgument(context.request, "dryRun");
    const auto prune = flagArgument(context.request, "prune");
    if (!dryRun || !prune) {
        return tl::unexpected(dryRun ? prune.error() : dryRun.error());
    }
    const auto applied = [&](Change& inProgress) -> Result<Answer> {
        TRY(changes, applyDocument(inProgress, *body, *prune ? Prune::Yes : Prune::No));
        return ok(api::toJson(api::ApplyResult{*dryRun, std::move(changes)}).get_object());
    };
    return *dryRun ? rehearse(context, applied) : change(context, applied);
}

Answered exported(const Context& context) {
    std::optional<TenantId> only = context.request.caller.tenant;
    if (const std::string name = context.request.argument("tenant"); !name.empty()) {
        const auto tenant = context.services.tenants.byName(name);
        if (!tenant || !context.request.caller.sees(tenant->id)) {
            return tl::unexpected(Refusal(Error{Code::NotFound, "tenant.not_found", {}}));
        }
        only = tenant->id;
    }
    TRY(document, exportDocument(context, only));
    return ok(document);
}

constexpr Handler kHandlers[] = {{"config.apply", apply}, {"config.export", exported}};

} // namespace

std::span<const Handler> configurationHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
