// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"
#include "login/message.h"

namespace gatehouse::login {

/// The messages of logins with their codes and tokens, for an administrator who asked for them: of the logins of the
/// next ten minutes, for no longer than these ten minutes, and in memory alone, so that no file, backup or restart has
/// them (docs/flows/recording.md). Recordings are redacted all the while. Thread safe.
class KeptSecrets {
public:
    static constexpr Seconds kLife{600};

    /// Opens a tenant's window, or begins it anew; what an earlier one kept goes. When it ends.
    Time open(const TenantId& tenant, Time now);
    /// Ends it now, with all that it kept. False if there was none.
    bool close(const TenantId& tenant, Time now);
    /// When the tenant's window ends; nullopt: there is none.
    [[nodiscard]] std::optional<Time> until(const TenantId& tenant, Time now) const;
    /// What messages are to be made with. Costs nothing as long as no tenant has a window.
    [[nodiscard]] Twin twin(const TenantId& tenant, Time now) const;
    /// Keeps the twins of these messages, those that have one, after what it has of that login.
    void add(const TenantId& tenant, const FlowId& flow, const std::vector<Message>& messages, Time now);
    /// In the order in which they were added. `flow.no_secrets`: none are kept of it (any more).
    [[nodiscard]] Result<std::vector<Message>> of(const TenantId& tenant, const FlowId& flow, Time now) const;
    /// Wipes what windows kept that are over.
    void forget(Time now);

private:
    struct Kept {
        FlowId flow;
        Secret text; ///< JSON array of messages as writeKept() has them
    };
    struct Window {
        Time until;
        std::vector<Kept> kept;
        std::size_t bytes = 0;
    };
    [[nodiscard]] const Window* openWindow(const TenantId& tenant, Time now) const;

    mutable std::mutex m_mutex;
    std::map<TenantId, Window> m_windows;
    std::atomic<bool> m_any{false};
};

} // namespace gatehouse::login
