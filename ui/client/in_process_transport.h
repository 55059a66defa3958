// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QThreadPool>

#include "ui/client/transport.h"

namespace gatehouse::ui::client {

/// Runs the dispatcher of a broker in this process, on threads of its own. Its destructor waits for calls under way.
class InProcessTransport final : public Transport {
public:
    explicit InProcessTransport(api::Dispatcher dispatcher);
    ~InProcessTransport() override;
    [[nodiscard]] QFuture<api::Reply> send(const api::Call& call) override;

private:
    api::Dispatcher m_dispatcher;
    QThreadPool m_threads;
};

} // namespace gatehouse::ui::client
