// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace gatehouse::console {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Options", text);
}

} // namespace

std::optional<Refusal> readOptions(const QStringList& arguments, Options& options) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        say("The console of the Gatehouse identity broker. Without --connect it runs a broker of its own."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), say("Where the broker keeps its data."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption listen(QStringLiteral("listen"), say("Address of the broker, 127.0.0.1:8480 by default."),
                                    QStringLiteral("ADDRESS"));
    const QCommandLineOption connect(QStringLiteral("connect"), say("Attach to a broker that runs elsewhere."),
                                     QStringLiteral("URL"));
    const QCommandLineOption token(QStringLiteral("token-file"), say("File with the token for --connect."),
                                   QStringLiteral("FILE"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  say("Start with a built-in company and its identity provider."));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"), say("Draw every panel to DIR, light and dark, and exit."), QStringLiteral("DIR"));
    const QCommandLineOption passphrase(QStringLiteral("passphrase-fd"),
                                        say("Read the passphrase from this file descriptor."), QStringLiteral("N"));
    parser.addOptions({dataDir, listen, connect, token, demo, screenshot, passphrase});
    if (!parser.parse(arguments)) {
        return Refusal{parser.errorText(), 2};
    }
    if (parser.isSet(help)) {
        return Refusal{parser.helpText(), 0};
    }
    if (parser.isSet(version)) {
        return Refusal{QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion(), 0};
    }
    options.dataDir = parser.value(dataDir);
    options.listen = parser.value(listen);
    options.connect = parser.value(connect);
    options.tokenFile = parser.value(token);
    options.screenshot = parser.value(screenshot);
    options.demo =
        parser.isSet(demo) || (parser.isSet(screenshot) && options.connect.isEmpty() && options.dataDir.isEmpty());
    if (parser.isSet(passphrase)) {
        bool isNumber = false;
        options.passphraseFd = parser.value(passphrase).toInt(&isNumber);
        if (!isNumber || *options.passphraseFd < 0) {
            return Refusal{say("--passphrase-fd takes the number of an open file descriptor."), 2};
        }
    }
    if (!options.connect.isEmpty() && (options.demo || !options.dataDir.isEmpty() || !options.listen.isEmpty())) {
        return Refusal{say("--connect attaches to a broker elsewhere: leave out --data-dir, --listen and --demo."), 2};
    }
    if (!options.connect.isEmpty() && options.tokenFile.isEmpty()) {
        return Refusal{say("--connect needs --token-file. Make a token with: gatehousectl token create --role owner"),
                       2};
    }
    return std::nullopt;
}

} // namespace gatehouse::console
