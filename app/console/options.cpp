// SPDX-License-Identifier: Apache-2.0
#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace gatehouse::console {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("Options", text);
}

} // namespace

void keepEverythingIn(const QString& folder) {
    const QDir directory(QFileInfo(folder).absoluteFilePath()); // a relative XDG path counts for nothing
    directory.mkpath(QStringLiteral("config"));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, directory.filePath(QStringLiteral("config")));
    // Qt and fontconfig ask these for every place of their own; nothing has started yet.
    qputenv("XDG_CONFIG_HOME", directory.filePath(QStringLiteral("config")).toLocal8Bit());
    qputenv("XDG_DATA_HOME", directory.filePath(QStringLiteral("share")).toLocal8Bit());
    qputenv("XDG_CACHE_HOME", directory.filePath(QStringLiteral("cache")).toLocal8Bit());
    qputenv("XDG_STATE_HOME", directory.filePath(QStringLiteral("state")).toLocal8Bit());
}

std::optional<Refusal> readOptions(const QStringList& arguments, Options& options) {
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP(
        "Options", "The console of the Gatehouse identity broker. Without --connect it runs a broker of its own.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption dataDir(QStringLiteral("data-dir"),
                                     say(QT_TRANSLATE_NOOP("Options", "Where the broker keeps its data.")),
                                     QStringLiteral("DIR"));
    const QCommandLineOption listen(
        QStringLiteral("listen"),
        say(QT_TRANSLATE_NOOP("Options", "Address of the broker, 127.0.0.1:8480 by default.")),
        QStringLiteral("ADDRESS"));
    const QCommandLineOption outboundProxy(
        QStringLiteral("outbound-proxy"),
        say(QT_TRANSLATE_NOOP("Options", "Proxy that the broker calls identity providers through, http://host:port.")),
        QStringLiteral("URL"));
    const QCommandLineOption connect(QStringLiteral("connect"),
                                     say(QT_TRANSLATE_NOOP("Options", "Attach to a broker that runs elsewhere.")),
                                     QStringLiteral("URL"));
    const QCommandLineOption token(QStringLiteral("token-file"),
                                   say(QT_TRANSLATE_NOOP("Options", "File with the token for --connect.")),
                                   QStringLiteral("FILE"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        say(QT_TRANSLATE_NOOP("Options", "Start with a built-in company and its identity provider.")));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        say(QT_TRANSLATE_NOOP("Options", "Draw every panel to DIR, light and dark, and exit.")), QStringLiteral("DIR"));
    const QCommandLineOption passphrase(
        QStringLiteral("passphrase-fd"),
        say(QT_TRANSLATE_NOOP("Options", "Read the passphrase from this file descriptor.")), QStringLiteral("N"));
    const QCommandLineOption portable(
        QStringLiteral("portable"),
        say(QT_TRANSLATE_NOOP("Options", "Keep data and settings in DIR, and nothing anywhere else.")),
        QStringLiteral("DIR"));
    const QCommandLineOption resetLayout(
        QStringLiteral("reset-layout"),
        say(QT_TRANSLATE_NOOP("Options", "Forget sizes, columns and places of windows and panels.")));
    parser.addOptions(
        {dataDir, listen, outboundProxy, connect, token, demo, screenshot, passphrase, portable, resetLayout});
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 say(QT_TRANSLATE_NOOP("Options", "Files or gatehouse:// addresses to open.")),
                                 QStringLiteral("[FILE...]"));
    if (!parser.parse(arguments)) {
        return Refusal{parser.errorText(), 2};
    }
    if (parser.isSet(help)) {
        return Refusal{parser.helpText(), 0};
    }
    if (parser.isSet(version)) {
        return Refusal{QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion(), 0};
    }
    for (const QString& thing : parser.positionalArguments()) {
        const bool address = thing.startsWith(QLatin1String("gatehouse:"));
        options.things.append(address ? thing : QFileInfo(thing).absoluteFilePath());
    }
    options.portable = parser.value(portable);
    options.resetLayout = parser.isSet(resetLayout);
    options.dataDir = parser.value(dataDir);
    if (!options.portable.isEmpty() && options.dataDir.isEmpty() && !parser.isSet(connect)) {
        options.dataDir = QDir(options.portable).filePath(QStringLiteral("data"));
    }
    options.listen = parser.value(listen);
    options.outboundProxy = parser.value(outboundProxy);
    options.connect = parser.value(connect);
    options.tokenFile = parser.value(token);
    options.screenshot = parser.value(screenshot);
    options.demo =
        parser.isSet(demo) || (parser.isSet(screenshot) && options.connect.isEmpty() && options.dataDir.isEmpty());
    if (parser.isSet(passphrase)) {
        bool isNumber = false;
        options.passphraseFd = parser.value(passphrase).toInt(&isNumber);
        if (!isNumber || *options.passphraseFd < 0) {
            return Refusal{
                say(QT_TRANSLATE_NOOP("Options", "--passphrase-fd takes the number of an open file descriptor.")), 2};
        }
    }
    if (!options.connect.isEmpty() && (options.demo || !options.dataDir.isEmpty() || !options.listen.isEmpty())) {
        return Refusal{
            say(QT_TRANSLATE_NOOP(
                "Options", "--connect attaches to a broker elsewhere: leave out --data-dir, --listen and --demo.")),
            2};
    }
    if (!options.connect.isEmpty() && options.tokenFile.isEmpty() && !options.screenshot.isEmpty()) {
        return Refusal{
            say(QT_TRANSLATE_NOOP(
                "Options",
                "--connect with --screenshot needs --token-file. Make a token with: gatehousectl token create "
                "--role owner")),
            2};
    }
    return std::nullopt;
}

} // namespace gatehouse::console
