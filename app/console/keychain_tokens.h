// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/connect/token_store.h"

namespace gatehouse::console {

/// Tokens in the system's keychain, one for each broker. Any error but "no such entry" counts as "no keychain"; there
/// is no second place where they would go.
class KeychainTokens final : public ui::connect::TokenStore {
public:
    void load(const QUrl& broker, std::function<void(std::optional<QByteArray>)> answer) override;
    void save(const QUrl& broker, const QByteArray& token, std::function<void(bool)> answer) override;
    void remove(const QUrl& broker) override;
    void probe(std::function<void(bool)> answer) override;
};

} // namespace gatehouse::console
