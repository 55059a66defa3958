// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "load.h"

namespace gatehouse::bench {

/// npm's oidc-provider on SQLite, one process a core, durable like the broker: what a good implementation in another
/// language does on this machine in the same run (oidc_provider.mjs).
class Peer {
public:
    /// `packages`: the folder whose node_modules holds it and Node. Waits until it answers.
    Peer(const std::filesystem::path& packages, const std::filesystem::path& folder, std::uint16_t port, int tokens);
    ~Peer();
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    [[nodiscard]] MakeWork refreshes() const;
    [[nodiscard]] MakeWork clientCredentials() const;
    [[nodiscard]] MakeWork introspections() const;
    [[nodiscard]] MakeWork userinfos() const;

private:
    std::uint16_t m_port;
    int m_pid = -1;
    int m_input = -1; ///< it ends when this closes
    std::vector<std::string> m_refresh;
    std::vector<std::string> m_access;
};

} // namespace gatehouse::bench
