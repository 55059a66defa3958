// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "admin/answer.h"
#include "admin/api/transport.h"
#include "admin/caller.h"
#include "admin/live.h"
#include "admin/services.h"
#include "admin/snapshot.h"
#include "http/message.h"
#include "outbox/outbox.h"

namespace gatehouse::admin {

/// The Admin API: the one door for every administrative act (contract sections 3 and 4). Thread safe.
class Admin {
public:
    explicit Admin(Services services);
    ~Admin();

    /// Answers a request below /admin/v1: over the Unix socket with owner rights for the same operating system user,
    /// else by its bearer token: one of this API, or a person's access token with the scope `admin`.
    [[nodiscard]] http::Response handle(const http::Request& request);
    /// The same without a socket, with owner rights: for the process that runs the broker. It must not outlive this
    /// object.
    [[nodiscard]] api::Dispatcher dispatcher();
    /// At the start of a practice world: takes the tenant's first snapshot, or renews in the kept one what this start
    /// has renewed (snapshot.h). What a reset goes back to stays the same otherwise.
    [[nodiscard]] Status keepSandbox(std::string_view slug, const Renewed& renewed);
    /// Events and numbers; give its onFlow to the login service.
    [[nodiscard]] Live& live() { return *m_live; }
    /// What an app said when it was told of a session's end: to whoever watches.
    void onReceipt(const TenantId& tenant, const outbox::Receipt& receipt);
    [[nodiscard]] const Services& services() const { return m_services; }
    /// Ends the event streams. Safe to call twice.
    void stop() { m_live->stop(); }

private:
    [[nodiscard]] Outcome<Caller> authenticate(const http::Request& request, const std::string& requestId) const;
    [[nodiscard]] Outcome<Caller> callerOfToken(std::string_view text) const;
    [[nodiscard]] http::Response answer(const http::Request& request, const Caller& caller,
                                        const std::string& requestId);
    [[nodiscard]] Answered dispatch(const http::Request& request, const Caller& caller, const std::string& requestId);

    Services m_services;
    std::unique_ptr<Live> m_live;
};

} // namespace gatehouse::admin
