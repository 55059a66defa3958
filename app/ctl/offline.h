// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connect.h"

namespace gatehouse::ctl {

/// The broker in this process, without a listener: straight on the store.
[[nodiscard]] Outcome<admin::api::Dispatcher> openOffline(const Target& target);

} // namespace gatehouse::ctl
