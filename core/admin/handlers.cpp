// SPDX-License-Identifier: Apache-2.0
#include "admin/handlers.h"

#include <unordered_map>

namespace gatehouse::admin {

Handle findHandler(std::string_view id) {
    static const std::unordered_map<std::string_view, Handle> kHandlers = [] {
        std::unordered_map<std::string_view, Handle> all;
        for (const auto& table : {tenantHandlers(),        domainHandlers(),      connectionHandlers(),
                                  presetHandlers(),        appHandlers(),         registrationTokenHandlers(),
                                  userHandlers(),          groupHandlers(),       roleHandlers(),
                                  permissionHandlers(),    adminHandlers(),       sessionHandlers(),
                                  consentHandlers(),       keyHandlers(),         auditHandlers(),
                                  expiryHandlers(),        flowHandlers(),        recorderHandlers(),
                                  tokenHandlers(),         sandboxHandlers(),     brokerHandlers(),
                                  configurationHandlers(), entitlementHandlers(), userImportHandlers(),
                                  scimTestHandlers(),      scimSyncHandlers(),    scimTokenHandlers(),
                                  streamHandlers(),        catalogHandlers(),     scimRequestHandlers()}) {
            for (const Handler& handler : table) {
                all.emplace(handler.id, handler.handle);
            }
        }
        return all;
    }();
    const auto found = kHandlers.find(id);
    return found == kHandlers.end() ? nullptr : found->second;
}

} // namespace gatehouse::admin
