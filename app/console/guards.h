// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QByteArray>
#include <QCoreApplication>
#include <QUrl>

#include "master_key.h"
#include "ui/connect/token_store.h"
#include "ui/shell/lock.h"
#include "ui/shell/preferences/desktop_features.h"

namespace gatehouse::console {

/// What a locked console asks: the same as a fresh start of it would. Anything else could be walked around by starting
/// it anew.
class Guards {
    Q_DECLARE_TR_FUNCTIONS(Guards)
public:
    using Set = std::function<void(const ui::shell::LockGuard&)>;

    /// Of a broker in this process: its passphrase; nothing where the keychain or a file has the key.
    [[nodiscard]] static ui::shell::LockGuard ofPassphrase(const std::optional<PassphrasePrint>& print);
    /// Of a broker elsewhere: to sign in where `signIn` is given, else the token with that SHA-256; nothing once the
    /// keychain turns out to have that very token. `set` is called at once and perhaps again later.
    static void ofBroker(const QUrl& broker, const QByteArray& tokenDigest, std::function<void(QWidget&)> signIn,
                         ui::connect::TokenStore& tokens, const Set& set);
    [[nodiscard]] static QByteArray digestOf(const QByteArray& token);

    /// Where the key of the data is, for Preferences.
    [[nodiscard]] static ui::shell::DesktopFeatures::Feature keyFeature(KeySource source);
    /// What keeps tokens and keys, for Preferences.
    [[nodiscard]] static ui::shell::DesktopFeatures::Feature keychainFeature(bool works);
};

} // namespace gatehouse::console
