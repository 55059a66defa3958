// SPDX-License-Identifier: Apache-2.0
#include "guards.h"

#include <QCryptographicHash>
#include <QObject>
#include <QThread>

namespace gatehouse::console {

using ui::shell::DesktopFeatures;
using ui::shell::LockGuard;

ui::shell::LockGuard Guards::ofPassphrase(const std::optional<PassphrasePrint>& print) {
    if (!print) {
        return {};
    }
    const auto check = [print = *print](const Secret& typed, const LockGuard::Answer& answer) {
        auto right = std::make_shared<bool>(false);
        QThread* thread = QThread::create([print, typed, right] { *right = isPassphrase(print, typed); });
        QObject::connect(thread, &QThread::finished, qApp, [thread, right, answer] {
            thread->deleteLater();
            answer(*right);
        });
        thread->start();
    };
    return {LockGuard::Ask::Passphrase, check};
}

QByteArray Guards::digestOf(const QByteArray& token) {
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

void Guards::ofBroker(const QUrl& broker, const QByteArray& tokenDigest, std::function<void(QWidget&)> signIn,
                      ui::connect::TokenStore& tokens, const Set& set) {
    LockGuard guard{LockGuard::Ask::SignIn, {}, std::move(signIn)};
    if (!guard.signIn) {
        guard = {LockGuard::Ask::Token, [tokenDigest](const Secret& typed, const LockGuard::Answer& answer) {
                     answer(digestOf(QByteArray::fromStdString(std::string(typed.reveal())).trimmed()) == tokenDigest);
                 }};
    }
    set(guard);
    tokens.load(broker, [tokenDigest, set](const std::optional<QByteArray>& kept) {
        if (kept && digestOf(*kept) == tokenDigest) {
            set({});
        }
    });
}

DesktopFeatures::Feature Guards::keyFeature(KeySource source) {
    const auto because = [source] {
        switch (source) {
        case KeySource::Memory:
            return tr("In memory only: the data of this demo ends with it.");
        case KeySource::File:
            return tr("In the file master.key beside the data.");
        case KeySource::Keychain:
            return tr("In the keychain (%1). Who is signed in to this desktop can open the data.").arg(keychainName());
        case KeySource::Passphrase:
            break;
        }
        return tr("Nowhere: your passphrase makes it (Argon2id). Nobody can restore it.");
    };
    return {QStringLiteral("key"), tr("Key of the data"), true, because()};
}

DesktopFeatures::Feature Guards::keychainFeature(bool works) {
    return {QStringLiteral("keychain"), tr("Keychain"), works,
            works ? tr("%1: keys and tokens are kept there.").arg(keychainName())
                  : tr("None. A passphrase opens the data, and tokens are asked for each time.")};
}

} // namespace gatehouse::console
