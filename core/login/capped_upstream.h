// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/upstream.h"
#include "login/worker_shares.h"

namespace gatehouse::login {

/// An upstream whose every call holds a worker's share (docs/architecture.md, "Threads"). Beyond the limits a sign-in
/// is refused with `upstream.busy`, and a logout leaves the provider out.
class CappedUpstream final : public Upstream {
public:
    /// Both outlive this object.
    CappedUpstream(Upstream& upstream, WorkerShares& shares)
        : m_upstream(upstream)
        , m_shares(shares) {}
    [[nodiscard]] Result<Departure> start(const connections::Connection& connection, const Trip& trip) override;
    [[nodiscard]] Proof finish(const connections::Connection& connection, const Trip& trip,
                               const http::Parameters& answer) override;
    /// Asks nobody, and so holds nothing.
    [[nodiscard]] Proof replay(const connections::Connection& connection, const Recording& recording) const override {
        return m_upstream.replay(connection, recording);
    }
    [[nodiscard]] std::string logoutUrl(const connections::Connection& connection, const std::string& idTokenHint,
                                        const std::string& returnTo) override;

private:
    Upstream& m_upstream;
    WorkerShares& m_shares;
};

} // namespace gatehouse::login
