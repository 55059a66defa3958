// SPDX-License-Identifier: Apache-2.0
#include "master_key.h"

#include <unistd.h>

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <qtkeychain/keychain.h>
#endif

#include "base/encoding.h"
#include "crypto/hash.h"
#include "crypto/password.h"
#include "crypto/random.h"

namespace gatehouse::console {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSaltBytes = 16;
constexpr qint64 kLongestPassphrase = 4096;
const auto kSaltFile = QStringLiteral("passphrase.salt");
const auto kService = QStringLiteral("org.gatehouse.Console");

struct KeychainAnswer {
    QKeychain::Error error = QKeychain::OtherError;
    std::optional<Secret> bytes;
};

template <class Job>
void run(Job& job) {
    QEventLoop loop;
    job.setAutoDelete(false);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
}

KeychainAnswer readKeychain(const QString& name) {
    QKeychain::ReadPasswordJob job(kService);
    job.setKey(name);
    run(job);
    KeychainAnswer answer;
    answer.error = job.error();
    if (answer.error == QKeychain::NoError) {
        Result<Bytes> bytes = base64UrlDecode(job.textData().toStdString());
        if (bytes && bytes->size() == kKeyBytes) {
            answer.bytes = Secret(std::move(*bytes));
        }
    }
    return answer;
}

bool writeKeychain(const QString& name, const Secret& key) {
    QKeychain::WritePasswordJob job(kService);
    job.setKey(name);
    job.setTextData(QString::fromStdString(base64UrlEncode(key.reveal())));
    run(job);
    return job.error() == QKeychain::NoError && readKeychain(name).bytes.has_value();
}

bool hasData(const QDir& directory) {
    return !directory.entryList({QStringLiteral("*.db"), QStringLiteral("*.sqlite")}, QDir::Files).isEmpty();
}

std::optional<Bytes> readSalt(QFile& file) {
    Result<Bytes> salt = base64UrlDecode(file.readAll().trimmed().toStdString());
    return salt && salt->size() >= kSaltBytes ? std::optional<Bytes>(*std::move(salt)) : std::nullopt;
}

Result<Bytes> readOrMakeSalt(const QDir& directory) {
    QFile file(directory.filePath(kSaltFile));
    if (file.open(QIODevice::ReadOnly)) {
        std::optional<Bytes> kept = readSalt(file);
        if (!kept) {
            return fail(Code::FailedPrecondition, "console.data_dir", "passphrase.salt is damaged");
        }
        return *std::move(kept);
    }
    Bytes salt = crypto::randomBytes(kSaltBytes);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return fail(Code::FailedPrecondition, "console.data_dir", file.errorString().toStdString());
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QByteArray::fromStdString(base64UrlEncode(salt)) + '\n');
    return salt;
}

Result<FoundKey> byPassphrase(const QDir& directory, const AskPassphrase& ask, bool first, int attempt) {
    const std::optional<Secret> passphrase = ask(first, attempt);
    if (!passphrase) {
        return fail(Code::Unauthenticated, "console.no_passphrase");
    }
    TRY(salt, readOrMakeSalt(directory));
    TRY(key, crypto::keyFromPassphrase(*passphrase, salt));
    return FoundKey{std::move(key), KeySource::Passphrase};
}

} // namespace

Result<FoundKey> findMasterKey(const QString& dataDir, const AskPassphrase& ask, int attempt) {
    const QDir directory(dataDir);
    if (!directory.mkpath(QStringLiteral("."))) {
        return fail(Code::FailedPrecondition, "console.data_dir", dataDir.toStdString());
    }
    QFile::setPermissions(dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (directory.exists(QStringLiteral("master.key"))) {
        return FoundKey{std::nullopt, KeySource::File};
    }
    if (directory.exists(kSaltFile)) {
        return byPassphrase(directory, ask, false, attempt);
    }
    const QString name = QFileInfo(dataDir).canonicalFilePath();
    KeychainAnswer kept = readKeychain(name);
    if (kept.bytes) {
        return FoundKey{std::move(kept.bytes), KeySource::Keychain};
    }
    if (hasData(directory)) {
        return fail(Code::FailedPrecondition, "console.key_lost", name.toStdString());
    }
    if (kept.error == QKeychain::EntryNotFound) {
        Secret key = freshKey();
        if (writeKeychain(name, key)) {
            return FoundKey{std::move(key), KeySource::Keychain};
        }
    }
    return byPassphrase(directory, ask, true, attempt);
}

std::optional<PassphrasePrint> printOf(const QString& dataDir, const Secret& key) {
    QFile file(QDir(dataDir).filePath(kSaltFile));
    std::optional<Bytes> salt = file.open(QIODevice::ReadOnly) ? readSalt(file) : std::nullopt;
    return salt ? std::optional(PassphrasePrint{*std::move(salt), crypto::sha256(key.reveal())}) : std::nullopt;
}

bool isPassphrase(const PassphrasePrint& print, const Secret& passphrase) {
    const Result<Secret> key = crypto::keyFromPassphrase(passphrase, print.salt);
    return key && crypto::constantTimeEqual(crypto::sha256(key->reveal()), print.digest);
}

QString keychainName() {
    const QStringList desktops = qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':');
    return desktops.contains(QLatin1String("KDE")) ? QStringLiteral("KWallet") : QStringLiteral("Secret Service");
}

Secret freshKey() {
    return Secret(crypto::randomBytes(kKeyBytes));
}

std::optional<Secret> readPassphrase(int fileDescriptor) {
    std::string text;
    char next = 0;
    while (static_cast<qint64>(text.size()) < kLongestPassphrase && ::read(fileDescriptor, &next, 1) == 1 &&
           next != '\n') {
        text.push_back(next);
    }
    return text.empty() ? std::nullopt : std::optional<Secret>(Secret(std::move(text)));
}

} // namespace gatehouse::console
