// SPDX-License-Identifier: Apache-2.0
#include "keychain_tokens.h"

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <qtkeychain/keychain.h>
#endif

namespace gatehouse::console {
namespace {

const auto kService = QStringLiteral("org.gatehouse.Console");
const auto kProbe = QStringLiteral("probe");

QString keyOf(const QUrl& broker) {
    return QStringLiteral("token ") + ui::connect::brokerKey(broker);
}

void read(const QString& key, std::function<void(std::optional<QByteArray>)> answer) {
    auto* job = new QKeychain::ReadPasswordJob(kService); // deletes itself
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer = std::move(answer)] {
        const bool found = job->error() == QKeychain::NoError && !job->binaryData().isEmpty();
        answer(found ? std::optional<QByteArray>(job->binaryData()) : std::nullopt);
    });
    job->start();
}

void erase(const QString& key) {
    auto* job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(key);
    job->start();
}

/// True once it can be read back.
void write(const QString& key, const QByteArray& value, std::function<void(bool)> answer) {
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setKey(key);
    job->setBinaryData(value);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, key, value, answer = std::move(answer)]() mutable {
        if (job->error() != QKeychain::NoError) {
            answer(false);
            return;
        }
        read(key,
             [value, answer = std::move(answer)](const std::optional<QByteArray>& kept) { answer(kept == value); });
    });
    job->start();
}

} // namespace

void KeychainTokens::load(const QUrl& broker, std::function<void(std::optional<QByteArray>)> answer) {
    read(keyOf(broker), std::move(answer));
}

void KeychainTokens::save(const QUrl& broker, const QByteArray& token, std::function<void(bool)> answer) {
    write(keyOf(broker), token, std::move(answer));
}

void KeychainTokens::remove(const QUrl& broker) {
    erase(keyOf(broker));
}

void KeychainTokens::probe(std::function<void(bool)> answer) {
    write(kProbe, "probe", [answer = std::move(answer)](bool works) {
        if (works) {
            erase(kProbe);
        }
        answer(works);
    });
}

} // namespace gatehouse::console
