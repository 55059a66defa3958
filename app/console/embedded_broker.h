// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include <QTemporaryDir>

#include "broker/broker.h"
#include "master_key.h"
#include "options.h"

namespace gatehouse::console {

/// A broker in this process, started off the GUI thread.
struct EmbeddedBroker {
    std::unique_ptr<QTemporaryDir> temporary; ///< of a demo without --data-dir; outlives the broker
    std::unique_ptr<broker::Broker> broker;
    KeySource keySource = KeySource::Memory;
    std::optional<PassphrasePrint> print; ///< where a passphrase opened the data: to know it again
};

/// Finds the key (asking for a passphrase where there is no keychain) and starts the broker while the
/// event loop runs. Errors of findMasterKey and Broker::start.
[[nodiscard]] Result<EmbeddedBroker> startBroker(const Options& options);

/// What to tell a person: what, why, what to do.
[[nodiscard]] QString explain(const Error& error);

} // namespace gatehouse::console
