// SPDX-License-Identifier: Apache-2.0
#include "embedded_broker.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QStandardPaths>
#include <QThread>

#include "master_key.h"
#include "passphrase_dialog.h"
#include "ui/shell/back_off.h"

namespace gatehouse::console {
namespace {

constexpr int kFirstPort = 8480;
constexpr int kDemoPorts = 40;

using Started = Result<std::unique_ptr<broker::Broker>>;

QString say(const char* text) {
    return QCoreApplication::translate("EmbeddedBroker", text);
}

/// Runs Broker::start on a thread of its own while events go on being handled here.
Started startInBackground(const broker::Config& config) {
    Started started = fail(Code::Internal, "console.start");
    QEventLoop loop;
    std::unique_ptr<QThread> thread(QThread::create([&] { started = broker::Broker::start(config); }));
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
    return started;
}

/// A demo takes the next free port; a real broker does not: its address is in what people have configured.
Started startDemo(broker::Config config) {
    Started started = startInBackground(config);
    for (int port = kFirstPort + 1; port < kFirstPort + kDemoPorts && !started && started.error().reason == "http.bind";
         ++port) {
        config.listen = {"127.0.0.1:" + std::to_string(port)};
        started = startInBackground(config);
    }
    return started;
}

/// A service gets one try, a person as many as the back-off leaves them.
AskPassphrase passphraseSource(const Options& options) {
    if (options.passphraseFd) {
        return [fd = *options.passphraseFd](bool, int attempt) {
            return attempt == 1 ? readPassphrase(fd) : std::nullopt;
        };
    }
    return [backOff = std::make_shared<ui::shell::BackOff>()](bool first, int attempt) {
        if (attempt > 1) {
            backOff->wrong();
        }
        PassphraseDialog dialog(first ? PassphraseDialog::Purpose::Choose : PassphraseDialog::Purpose::Open, *backOff);
        return dialog.ask();
    };
}

} // namespace

Result<EmbeddedBroker> startBroker(const Options& options) {
    EmbeddedBroker embedded;
    broker::Config config;
    config.demo = options.demo;
    if (!options.listen.isEmpty()) {
        config.listen = {options.listen.toStdString()};
    }
    config.outboundProxy = options.outboundProxy.toStdString();
    if (options.demo && options.dataDir.isEmpty()) {
        embedded.temporary = std::make_unique<QTemporaryDir>();
        config.dataDir = embedded.temporary->path().toStdString();
        config.masterKeyBytes = freshKey();
        embedded.keySource = KeySource::Memory;
        TRY(started, options.listen.isEmpty() ? startDemo(config) : startInBackground(config));
        embedded.broker = std::move(started);
        return embedded;
    }
    const QString dataDir =
        options.dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : options.dataDir;
    config.dataDir = dataDir.toStdString();
    if (options.demo) { // nothing worth a keychain: the directory's own key file
        TRY(started, startInBackground(config));
        embedded.broker = std::move(started);
        embedded.keySource = KeySource::File;
        return embedded;
    }
    const AskPassphrase ask = passphraseSource(options);
    for (int attempt = 1;; ++attempt) {
        TRY(key, findMasterKey(dataDir, ask, attempt));
        config.masterKeyBytes = key.bytes;
        embedded.keySource = key.source;
        embedded.print = key.bytes && key.source == KeySource::Passphrase ? printOf(dataDir, *key.bytes) : std::nullopt;
        Started started = startInBackground(config);
        if (started) {
            embedded.broker = std::move(*started);
            return embedded;
        }
        const bool wrong = started.error().reason == "master_key.wrong" && key.source == KeySource::Passphrase;
        if (!wrong || options.passphraseFd) {
            return tl::unexpected(std::move(started).error());
        }
    }
}

QString explain(const Error& error) {
    const QString detail = QString::fromStdString(error.detail);
    if (error.reason == "console.no_passphrase") {
        return say(QT_TRANSLATE_NOOP("EmbeddedBroker", "No passphrase was given. The data stays locked."));
    }
    if (error.reason == "console.key_lost") {
        return say(QT_TRANSLATE_NOOP("EmbeddedBroker", "The data in %1 is encrypted, and the system's keychain does "
                                                       "not have its key. Restore the keychain "
                                                       "entry, or start with another --data-dir."))
            .arg(detail);
    }
    if (error.reason == "console.data_dir") {
        return say(QT_TRANSLATE_NOOP("EmbeddedBroker", "The data directory cannot be used: %1")).arg(detail);
    }
    if (error.reason == "master_key.wrong") {
        return say(QT_TRANSLATE_NOOP("EmbeddedBroker", "The key does not open this data directory."));
    }
    if (error.reason == "broker.data_dir_in_use") {
        return say(QT_TRANSLATE_NOOP(
                       "EmbeddedBroker",
                       "Another process uses this data directory (%1). Stop it, or attach to it with --connect."))
            .arg(detail);
    }
    if (error.reason == "http.bind") {
        return say(QT_TRANSLATE_NOOP(
                       "EmbeddedBroker",
                       "The broker's address is taken (%1). Stop what listens there, or choose another with --listen."))
            .arg(detail);
    }
    return say(QT_TRANSLATE_NOOP("EmbeddedBroker", "The broker did not start: %1 %2"))
        .arg(QString::fromStdString(error.reason), detail);
}

} // namespace gatehouse::console
