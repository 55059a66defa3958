// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "scim/server/server.h"
#include "scim/sync/service.h"

namespace gatehouse::scim::server {

/// A tenant's own service, asked without a connection.
class LocalService final : public sync::Service {
public:
    LocalService(Server& server, std::shared_ptr<const tenants::Tenant> tenant, Client client)
        : m_server(server)
        , m_tenant(std::move(tenant))
        , m_client(std::move(client)) {}
    [[nodiscard]] Result<sync::Reply> ask(std::string_view method, const std::string& path,
                                          const json::Value& body) override;

private:
    Server& m_server;
    std::shared_ptr<const tenants::Tenant> m_tenant;
    Client m_client;
};

} // namespace gatehouse::scim::server
