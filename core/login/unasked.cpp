// SPDX-License-Identifier: Apache-2.0
// A sign-in that the provider begins.
#include "crypto/hash.h"
#include "crypto/random.h"
#include "login/attempt.h"
#include "login/login_service.h"
#include "oauth/tokens.h"

namespace gatehouse::login {

http::Response LoginService::takeUnasked(const LoginRequest& request, http::Parameters answer, Browser browser) {
    const Time now = m_parts.clock.now();
    const auto sealer = m_parts.keys.sealerFor(request.tenant->id);
    if (!sealer) {
        return refuse(request.tenant, sealer.error().reason, sealer.error().detail, browser);
    }
    Flow flow = newFlow(*request.tenant, browser, now);
    flow.app = request.app->id;
    flow.appName = request.app->name;
    flow.connection = request.connection->id;
    flow.connectionName = request.connection->name;
    flow.request = request.downstream;
    flow.trip.state = oauth::mint(oauth::TokenKind::LoginState, now);
    browser.flowCookie = crypto::randomToken(); // of this request alone
    flow.browserHash = crypto::sha256(browser.flowCookie);
    flow.steps.push_back({"unasked", now, {{"app", flow.appName}}});
    const Status saved = m_parts.store.write([&](store::Writer& writer) -> Status {
        ENSURE(insertFlow(writer, *sealer, flow));
        return audit::append(writer, *sealer, request.tenant->id, attemptRecord(request, flow), now);
    });
    if (!saved) {
        return refuse(request.tenant, "internal", saved.error().reason, browser);
    }
    answer.append("state", flow.trip.state);
    m_recent.add(std::move(flow));
    return resume(request.connection->id, answer, browser);
}

} // namespace gatehouse::login
