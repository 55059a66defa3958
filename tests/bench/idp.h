// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace gatehouse::bench {

/// The least an OpenID provider can be: discovery, keys, an authorization endpoint that asks nobody, a token endpoint
/// that signs ES256, userinfo; one thread on epoll in a process of its own, so that its cost is small and not the
/// broker's. The person is the login_hint ("p17"); `/ping` answers "ok": the cost of a bare answer.
class IdpProcess {
public:
    /// Forks; call before any thread exists.
    IdpProcess();
    ~IdpProcess();
    IdpProcess(const IdpProcess&) = delete;
    IdpProcess& operator=(const IdpProcess&) = delete;
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] int pid() const { return m_pid; }
    [[nodiscard]] std::string issuer() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    int m_pid = -1;
    std::uint16_t m_port = 0;
};

} // namespace gatehouse::bench
