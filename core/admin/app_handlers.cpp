// SPDX-License-Identifier: Apache-2.0
#include "admin/app_checks.h"
#include "admin/app_resource.h"
#include "admin/handlers.h"
#include "admin/usage.h"

namespace gatehouse::admin {

namespace {

Answered rotateSecret(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(item, AppResource::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(AppResource::rotate(inProgress, scoped, item));
        return showItem<AppResource>(inProgress.writer(), scoped, item);
    });
}

Answered finishRotation(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(item, AppResource::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(AppResource::finishRotation(inProgress, scoped, item));
        return showItem<AppResource>(inProgress.writer(), scoped, item);
    });
}

constexpr Handler kHandlers[] = {
    {"app.list", listAll<AppResource>},
    {"app.create", createOne<AppResource>},
    {"app.get", getOne<AppResource>},
    {"app.update", editOne<AppResource, Edit::Patch>},
    {"app.replace", editOne<AppResource, Edit::Replace>},
    {"app.delete", deleteOne<AppResource>},
    {"app.rotate-secret", rotateSecret},
    {"app.finish-rotation", finishRotation},
    {"app.usage", usageOfApp},
    {"app.check-redirect-uri", checkRedirectUri},
    {"app.verify-token", verifyToken},
    {"shared-app.list", listAll<AppResource>},
    {"shared-app.create", createOne<AppResource>},
    {"shared-app.get", getOne<AppResource>},
    {"shared-app.update", editOne<AppResource, Edit::Patch>},
    {"shared-app.replace", editOne<AppResource, Edit::Replace>},
    {"shared-app.delete", deleteOne<AppResource>},
    {"shared-app.rotate-secret", rotateSecret},
    {"shared-app.finish-rotation", finishRotation},
    {"shared-app.usage", usageOfApp},
    {"shared-app.check-redirect-uri", checkRedirectUri},
    {"shared-app.verify-token", verifyToken},
};

} // namespace

std::span<const Handler> appHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
