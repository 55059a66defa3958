// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include <QString>

#include "base/encoding.h"
#include "base/result.h"
#include "base/secret.h"

namespace gatehouse::console {

/// Where the passphrase comes from when there is no keychain. `first` asks for a new one; `attempt` counts from 1.
using AskPassphrase = std::function<std::optional<Secret>(bool first, int attempt)>;

/// Where a master key is kept; Memory: nowhere, it dies with a demo.
enum class KeySource { Memory, File, Keychain, Passphrase };

/// A master key for a data directory, and how it was come by, for Preferences.
struct FoundKey {
    std::optional<Secret> bytes; ///< 32; absent: the directory has a key file of its own (master.key)
    KeySource source = KeySource::File;
};

/// By what a passphrase that opened a data directory is known again, without the key and without the passphrase.
struct PassphrasePrint {
    Bytes salt;
    Bytes digest; ///< SHA-256 of the key
};

/// Finds the key of a data directory, or makes one for a new directory:
/// 1. a master.key in the directory is left to the broker (a daemon made it);
/// 2. a passphrase.salt in the directory means: by passphrase;
/// 3. else the system keychain, where any error but "no such entry" counts as "no keychain";
/// 4. else a passphrase, from which Argon2id makes the key (core/crypto/password.h).
/// `console.no_passphrase` if none was given, `console.data_dir` if the directory cannot be used,
/// `console.key_lost` if the directory has data but no key is to be found.
[[nodiscard]] Result<FoundKey> findMasterKey(const QString& dataDir, const AskPassphrase& ask, int attempt);

/// nullopt where the directory was not opened by a passphrase.
[[nodiscard]] std::optional<PassphrasePrint> printOf(const QString& dataDir, const Secret& key);
/// Whether it is that passphrase. Takes as long as Argon2id does: not in the GUI thread.
[[nodiscard]] bool isPassphrase(const PassphrasePrint& print, const Secret& passphrase);

/// What keeps secrets on this desktop, as QtKeychain chooses it: "KWallet", "Secret Service".
[[nodiscard]] QString keychainName();

/// A new random key, for a demo that leaves nothing behind.
[[nodiscard]] Secret freshKey();

/// Reads one line from an open file descriptor. nullopt if it is empty or cannot be read.
[[nodiscard]] std::optional<Secret> readPassphrase(int fileDescriptor);

} // namespace gatehouse::console
