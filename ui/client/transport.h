// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>

#include "admin/api/transport.h"

namespace gatehouse::ui::client {

namespace api = gatehouse::admin::api;

/// Carries calls to a broker. The GUI thread never waits: the answer comes through the future, and cancelling the
/// future gives the call up. Where no answer came the reply's status is 0 and its body says why, in plain words.
class Transport {
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual QFuture<api::Reply> send(const api::Call& call) = 0;
};

} // namespace gatehouse::ui::client
