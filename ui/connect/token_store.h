// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QByteArray>
#include <QUrl>

namespace gatehouse::ui::connect {

/// Where tokens for remote brokers are kept: the system's keychain, or nowhere. Never the settings, never a file.
/// Answers come in the GUI thread, later.
class TokenStore {
public:
    virtual ~TokenStore() = default;
    /// nullopt where none is kept, or there is no keychain.
    virtual void load(const QUrl& broker, std::function<void(std::optional<QByteArray>)> answer) = 0;
    /// False where it could not be kept: the token is asked for again next time.
    virtual void save(const QUrl& broker, const QByteArray& token, std::function<void(bool)> answer) = 0;
    virtual void remove(const QUrl& broker) = 0;
    /// Writes, reads and deletes a probe, once; false where there is no keychain that works.
    virtual void probe(std::function<void(bool)> answer) = 0;
};

/// "https://broker.example:8443": scheme, host and port, by which a broker is known.
[[nodiscard]] inline QString brokerKey(const QUrl& broker) {
    return broker.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo)
        .toString(QUrl::FullyEncoded)
        .toLower();
}

} // namespace gatehouse::ui::connect
