// SPDX-License-Identifier: Apache-2.0
// The desktop console: wiring only. It runs a broker of its own, or attaches to one elsewhere.
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QSslConfiguration>
#include <QStandardPaths>
#include <QTranslator>

#include "demo_sign_ins.h"
#include "embedded_broker.h"
#include "guards.h"
#include "options.h"
#include "quit_on_signal.h"
#include "sessions.h"
#include "single_instance.h"
#include "ui/client/http_transport.h"
#include "ui/client/in_process_transport.h"
#include "ui/connect/token_store.h"
#include "ui/panels/logins/bundle_window.h"
#include "ui/shell/accessible_scroll_area.h"
#include "ui/shell/catalogue.h"
#include "ui/shell/console_locale.h"
#include "ui/shell/frame.h"
#include "ui/shell/lock.h"
#include "ui/shell/preferences/desktop_features.h"
#include "ui/shell/screenshots.h"
#include "ui/shell/settings.h"

using namespace gatehouse;

namespace {

void loadTranslations(QApplication& application) {
    const QString chosen = ui::shell::openSettings().value(QStringLiteral("look/language")).toString();
    if (!chosen.isEmpty()) {
        QLocale::setDefault(QLocale(chosen));
        application.setLayoutDirection(QLocale().textDirection());
    }
    const auto load = [&](const QLocale& locale, const QString& name, const QString& folder) {
        auto* translator = new ui::shell::Catalogue(&application);
        if (translator->load(locale, name, QStringLiteral("_"), folder)) {
            QApplication::installTranslator(translator);
        }
    };
    const auto own = QStringLiteral("gatehouse");
    const auto catalogues = QStringLiteral(":/i18n");
    load(QLocale(QLocale::English), own, catalogues); // its plurals, where no other language has the text
    load(QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(QLocale(), own, catalogues);
    QLocale::setDefault(ui::shell::consoleLocale(QLocale()));
}

/// They hold no secret, but what was typed into filters: for their owner alone. Whoever writes them keeps the mode.
void keepSettingsPrivate() {
    QFile file(ui::shell::openSettings().fileName());
    QDir().mkpath(QFileInfo(file).absolutePath());
    if (file.open(QIODevice::Append)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
}

int complain(const QString& text, bool onScreen) {
    std::fprintf(stderr, "gatehouse: %s\n", qPrintable(text));
    if (onScreen) {
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), text);
    }
    return 1;
}

/// Draws every panel, until all are drawn.
int draw(console::Sessions& sessions, console::Session& session, ui::theme::Theme& theme,
         const console::Options& options) {
    ui::shell::Screenshots screenshots(session.window(), theme, options.screenshot);
    QObject::connect(
        &screenshots, &ui::shell::Screenshots::finished, qApp,
        [](int failures) { QApplication::exit(failures == 0 ? 0 : 1); }, Qt::QueuedConnection);
    session.window().show();
    session.window().start();
    screenshots.start();
    const int code = QApplication::exec();
    return sessions.ended() ? 1 : code;
}

/// Shows the window until the program ends.
int run(console::Sessions& sessions, console::Session& session) {
    sessions.show(session);
    return QApplication::exec();
}

std::optional<QByteArray> readToken(const QString& path, QString& problem) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problem = QApplication::translate("main", "The token file cannot be read: %1").arg(file.errorString());
        return std::nullopt;
    }
    return file.read(4096).trimmed();
}

/// Authorities beside the system's, where OpenSSL's own programs look for them too.
void trustNamedAuthorities() {
    if (const QString file = qEnvironmentVariable("SSL_CERT_FILE"); !file.isEmpty()) {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificates(file);
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
}

/// By token file; else with the token in the keychain; else the person is asked.
int runRemote(const console::Options& options, ui::theme::Theme& theme, console::Sessions& sessions) {
    ui::client::Endpoint endpoint{QUrl(options.connect), {}};
    if (const QString problem = ui::client::endpointProblem(endpoint); !problem.isEmpty()) {
        return complain(problem, false);
    }
    if (!options.tokenFile.isEmpty()) {
        QString problem;
        const std::optional<QByteArray> token = readToken(options.tokenFile, problem);
        if (!token) {
            return complain(problem, false);
        }
        endpoint.token = *token;
        console::Session& session = sessions.add(std::make_unique<console::Session>(endpoint, theme, options));
        return options.screenshot.isEmpty() ? run(sessions, session) : draw(sessions, session, theme, options);
    }
    console::KeychainTokens tokens;
    tokens.load(endpoint.baseUrl, [&](const std::optional<QByteArray>& token) {
        if (token) {
            endpoint.token = *token;
            sessions.open(endpoint, options);
        } else {
            sessions.showConnect(endpoint.baseUrl, {});
        }
    });
    return QApplication::exec();
}

/// So that the pictures show a console in use.
void signDemoPeopleIn(const broker::Broker& broker) {
    console::DemoSignIns people(QString::fromStdString(broker.publicUrl()));
    QEventLoop loop;
    QObject::connect(&people, &console::DemoSignIns::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    people.start();
    loop.exec();
}

int runEmbedded(const console::Options& options, ui::theme::Theme& theme, console::Sessions& sessions) {
    Result<console::EmbeddedBroker> embedded = console::startBroker(options);
    if (sessions.ended()) {
        return 0;
    }
    if (!embedded) {
        const bool attended = options.screenshot.isEmpty() && !options.passphraseFd;
        return complain(console::explain(embedded.error()), attended);
    }
    broker::Broker& broker = *embedded->broker;
    for (const std::string& line : broker.demoAddresses()) {
        std::fprintf(stderr, "%s\n", line.c_str());
    }
    if (options.demo && !options.screenshot.isEmpty()) {
        signDemoPeopleIn(broker);
    }
    console::Session& session = sessions.add(
        std::make_unique<console::Session>(std::make_unique<ui::client::InProcessTransport>(broker.adminDispatcher()),
                                           std::make_unique<ui::client::InProcessFeed>([&broker](auto onEvent) {
                                               return broker.subscribe(std::move(onEvent));
                                           }),
                                           theme, options));
    session.window().frame().lock().setGuard(console::Guards::ofPassphrase(embedded->print));
    session.window().frame().features().set(console::Guards::keyFeature(embedded->keySource));
    // Stopped with its window, even where windows of other brokers stay.
    QObject::connect(&session, &QObject::destroyed, qApp, [&broker] { broker.stop(); });
    const int code = options.screenshot.isEmpty() ? run(sessions, session) : draw(sessions, session, theme, options);
    broker.stop();
    sessions.clear();
    return code;
}

/// By what one console is told from another.
QString whatFor(const console::Options& options) {
    if (!options.connect.isEmpty()) {
        return ui::connect::brokerKey(QUrl(options.connect));
    }
    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QFileInfo(options.dataDir.isEmpty() ? own : options.dataDir).absoluteFilePath();
}

/// Whether a console that runs already did what was asked of this one.
bool isTaken(console::SingleInstance& single, const console::Options& options) {
    const bool anyones = options.connect.isEmpty() && options.dataDir.isEmpty() && !options.things.isEmpty();
    return single.handOver(options.things) || (anyones && console::SingleInstance::handOverToAnyone(options.things));
}

/// Whether all there is to do is to read a sign-in bundle that somebody sent, which needs no broker.
bool onlyReads(const console::Options& options) {
    return options.things.size() == 1 && options.things.front().endsWith(QLatin1String(".ghbundle"));
}

int runBundle(const QString& file) {
    const auto bundle = ui::panels::logins::readBundle(file);
    if (!bundle) {
        return complain(bundle.error(), true);
    }
    QApplication::setQuitOnLastWindowClosed(true);
    (new ui::panels::logins::BundleWindow(*bundle))->show();
    return QApplication::exec();
}

/// What is said by `--name VALUE` or `--name=VALUE`, before QApplication is there to ask.
std::optional<QString> said(int argc, char** argv, const std::string& name) {
    for (int at = 1; at < argc; ++at) {
        const std::string_view argument = argv[at];
        if (argument == name) {
            return at + 1 < argc ? QFile::decodeName(argv[at + 1]) : QString();
        }
        if (argument.starts_with(name + '=')) {
            return QFile::decodeName(argument.substr(name.size() + 1).data());
        }
    }
    return std::nullopt;
}

/// QApplication looks for a screen, and for fonts, whose cache is a file: pictures need no screen, and what is portable
/// leaves nothing elsewhere.
void prepare(int argc, char** argv) {
    if (said(argc, argv, "--screenshot") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    if (const auto folder = said(argc, argv, "--portable"); folder && !folder->isEmpty()) {
        console::keepEverythingIn(*folder);
    }
}

} // namespace

int main(int argc, char** argv) {
    prepare(argc, argv);
    QApplication application(argc, argv);
    ui::shell::makeScrollAreasSafeToRead();
    QApplication::setApplicationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationDisplayName(QStringLiteral("Gatehouse"));
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.gatehouse.Console"));
    QApplication::setQuitOnLastWindowClosed(false); // a broker may run on without its window
    console::Options options;
    const auto refusal = console::readOptions(QApplication::arguments(), options);
    loadTranslations(application);
    if (refusal) {
        std::fprintf(refusal->exitCode == 0 ? stdout : stderr, "%s\n", qPrintable(refusal->text));
        return refusal->exitCode;
    }
    keepSettingsPrivate();
    if (options.resetLayout) {
        ui::shell::forgetLayout();
    }
    console::SingleInstance single(whatFor(options));
    const bool alone = (options.demo && options.dataDir.isEmpty()) || !options.screenshot.isEmpty();
    if (!alone && isTaken(single, options)) {
        return 0;
    }
    ui::theme::Theme theme(application);
    if (onlyReads(options)) {
        return runBundle(options.things.front());
    }
    console::Sessions sessions(theme);
    const console::QuitOnSignal quitOnSignal([&sessions] { sessions.endNow(); });
    QObject::connect(&single, &console::SingleInstance::raised, &sessions, &console::Sessions::raise);
    sessions.raise(options.things);
    if (!alone) {
        single.listen();
    }
    trustNamedAuthorities();
    return options.connect.isEmpty() ? runEmbedded(options, theme, sessions) : runRemote(options, theme, sessions);
}
