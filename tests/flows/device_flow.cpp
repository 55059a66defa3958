// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/device_flow.h"

namespace gatehouse::flows {

json::Object onDevices(const json::Object& more) {
    json::Object out{{"type", "native"},
                     {"auth", "none"},
                     {"redirectUris", json::Array{}},
                     {"postLogoutRedirectUris", json::Array{}},
                     {"grantTypes", json::Array{kDeviceGrant, "refresh_token"}}};
    for (const auto& member : more) {
        out[member.key()] = member.value();
    }
    return out;
}

Answer beginDevice(World& world, const App& app, const Changes& more) {
    http::Parameters form;
    for (const auto& [name, value] : more) {
        form.append(name, value.value_or(""));
    }
    if (!form.get("scope")) {
        form.append("scope", "openid email offline_access");
    }
    return world.call(app, "device_authorization", std::move(form));
}

Answer pollDevice(World& world, const App& app, const Answer& codes, const Changes& more,
                  const http::Headers& headers) {
    http::Parameters form;
    form.append("grant_type", kDeviceGrant);
    form.append("device_code", codes.text("device_code"));
    for (const auto& [name, value] : more) {
        form.append(name, value.value_or(""));
    }
    return world.call(app, "token", std::move(form), headers);
}

Answer enterCode(Browser& browser, const App& app, const std::string& typed) {
    http::Parameters form = browser.get(app.issuer + "/oauth2/device").hidden();
    form.append("user_code", typed);
    return browser.post(app.issuer + "/oauth2/device", form);
}

Answer deviceQuestion(Browser& browser, const App& app, const std::string& typed) {
    return browser.follow(enterCode(browser, app, typed).location, "nowhere");
}

Answer answerDevice(Browser& browser, const App& app, const Answer& question, const std::string& decision) {
    http::Parameters form = question.hidden();
    form.append("decision", decision);
    return browser.post(app.issuer + "/oauth2/device/confirm", form);
}

} // namespace gatehouse::flows
