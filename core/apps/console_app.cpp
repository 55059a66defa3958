// SPDX-License-Identifier: Apache-2.0
#include "apps/console_app.h"

namespace gatehouse::apps {

const AppId& consoleAppId() {
    static const AppId id("00000000-0000-7000-8000-000000000001");
    return id;
}

App consoleApp(const std::string& publicUrl) {
    App app;
    app.id = consoleAppId();
    app.owner = platformTenant();
    app.name = "Gatehouse console";
    app.clientId = "gatehouse-console";
    app.type = Type::Native;
    app.auth = Auth::None;
    app.redirectUris = {"http://127.0.0.1/callback", "http://[::1]/callback"};
    app.scopes = {"admin"};
    app.audiences = {publicUrl + "/admin/v1"};
    return app;
}

} // namespace gatehouse::apps
