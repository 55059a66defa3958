// SPDX-License-Identifier: Apache-2.0
// The desktop console: wiring only. It runs a broker of its own, or attaches to one elsewhere.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTranslator>

#include "demo_sign_ins.h"
#include "embedded_broker.h"
#include "guards.h"
#include "options.h"
#include "quit_on_signal.h"
#include "sessions.h"
#include "ui/client/http_transport.h"
#include "ui/client/in_process_transport.h"
#include "ui/connect/token_store.h"
#include "ui/panels/logins/bundle_window.h"
#include "ui/shell/catalogue.h"
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
    const auto load = [&](const QString& name, const QString& folder) {
        auto* translator = new ui::shell::Catalogue(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder)) {
            QApplication::installTranslator(translator);
        }
    };
    load(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(QStringLiteral("gatehouse"), QStringLiteral(":/i18n"));
}

int complain(const QString& text, bool onScreen) {
    std::fprintf(stderr, "gatehouse: %s\n", qPrintable(text));
    if (onScreen) {
        QMessageBox::critical(nullptr, QApplication::applicationDisplayName(), text);
    }
    return 1;
}

/// Draws every panel, until all are drawn.
int draw(console::Session& session, ui::theme::Theme& theme, const console::Options& options) {
    const console::QuitOnSignal quitOnSignal([] { QApplication::exit(1); });
    ui::shell::Screenshots screenshots(session.window(), theme, options.screenshot);
    QObject::connect(
        &screenshots, &ui::shell::Screenshots::finished, qApp,
        [](int failures) { QApplication::exit(failures == 0 ? 0 : 1); }, Qt::QueuedConnection);
    session.window().show();
    session.window().start();
    screenshots.start();
    return QApplication::exec();
}

/// Shows the window until the program ends. Another start brings it to the front.
int run(console::Sessions& sessions, console::Session& session, console::SingleInstance& single,
        const console::Options& options) {
    const console::QuitOnSignal quitOnSignal([&sessions] { sessions.endNow(); });
    QObject::connect(&single, &console::SingleInstance::raised, &session, &console::Session::raise);
    console::show(session, options);
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

/// By token file; else with the token in the keychain; else the person is asked.
int runRemote(const console::Options& options, ui::theme::Theme& theme, console::SingleInstance& single) {
    ui::client::Endpoint endpoint{QUrl(options.connect), {}};
    if (const QString problem = ui::client::endpointProblem(endpoint); !problem.isEmpty()) {
        return complain(problem, false);
    }
    console::Sessions sessions(theme);
    if (!options.tokenFile.isEmpty()) {
        QString problem;
        const std::optional<QByteArray> token = readToken(options.tokenFile, problem);
        if (!token) {
            return complain(problem, false);
        }
        endpoint.token = *token;
        console::Session& session = sessions.add(std::make_unique<console::Session>(endpoint, theme, options));
        return options.screenshot.isEmpty() ? run(sessions, session, single, options) : draw(session, theme, options);
    }
    const console::QuitOnSignal quitOnSignal([&sessions] { sessions.endNow(); });
    QObject::connect(&single, &console::SingleInstance::raised, &sessions,
                     [&sessions](const QStringList& things) { sessions.raise(things); });
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

int runEmbedded(const console::Options& options, ui::theme::Theme& theme, console::SingleInstance& single) {
    Result<console::EmbeddedBroker> embedded = console::startBroker(options);
    if (!embedded) {
        return complain(console::explain(embedded.error()), options.screenshot.isEmpty());
    }
    broker::Broker& broker = *embedded->broker;
    for (const std::string& line : broker.demoAddresses()) {
        std::fprintf(stderr, "%s\n", line.c_str());
    }
    if (options.demo && !options.screenshot.isEmpty()) {
        signDemoPeopleIn(broker);
    }
    int code = 0;
    {
        console::Sessions sessions(theme);
        console::Session& session = sessions.add(std::make_unique<console::Session>(
            std::make_unique<ui::client::InProcessTransport>(broker.adminDispatcher()),
            std::make_unique<ui::client::InProcessFeed>(
                [&broker](auto onEvent) { return broker.subscribe(std::move(onEvent)); }),
            theme, options));
        session.window().frame().lock().setGuard(console::Guards::ofPassphrase(embedded->print));
        session.window().frame().features().set(console::Guards::keyFeature(embedded->keySource));
        // Stopped with its window, even where windows of other brokers stay.
        QObject::connect(&session, &QObject::destroyed, qApp, [&broker] { broker.stop(); });
        code = options.screenshot.isEmpty() ? run(sessions, session, single, options) : draw(session, theme, options);
    }
    broker.stop();
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

/// Whether all there is to do is to read a sign-in bundle that somebody sent, which needs no broker.
bool onlyReads(const console::Options& options) {
    return options.things.size() == 1 && options.things.front().endsWith(QLatin1String(".ghbundle"));
}

int runBundle(const QString& file) {
    const auto bundle = ui::panels::logins::readBundle(file);
    if (!bundle) {
        return complain(bundle.error(), true);
    }
    (new ui::panels::logins::BundleWindow(*bundle))->show();
    return QApplication::exec();
}

/// Pictures need no screen.
void chooseScreen(int argc, char** argv) {
    const bool screenshot = std::any_of(
        argv, argv + argc, [](const char* argument) { return std::string_view(argument).starts_with("--screenshot"); });
    if (screenshot && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

} // namespace

int main(int argc, char** argv) {
    chooseScreen(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatehouse"));
    QApplication::setApplicationDisplayName(QStringLiteral("Gatehouse"));
    QApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.gatehouse.Console"));
    QApplication::setQuitOnLastWindowClosed(false); // a broker may run on without its window
    console::Options options;
    const auto refusal = console::readOptions(QApplication::arguments(), options);
    if (!options.portable.isEmpty()) {
        console::keepEverythingIn(options.portable);
    }
    loadTranslations(application);
    if (refusal) {
        std::fprintf(refusal->exitCode == 0 ? stdout : stderr, "%s\n", qPrintable(refusal->text));
        return refusal->exitCode;
    }
    if (options.resetLayout) {
        ui::shell::forgetLayout();
    }
    console::SingleInstance single(whatFor(options));
    const bool alone = (options.demo && options.dataDir.isEmpty()) || !options.screenshot.isEmpty();
    if (!alone) {
        if (single.handOver(options.things)) {
            return 0;
        }
        if (!onlyReads(options)) {
            single.listen();
        }
    }
    ui::theme::Theme theme(application);
    if (onlyReads(options)) {
        return runBundle(options.things.front());
    }
    return options.connect.isEmpty() ? runEmbedded(options, theme, single) : runRemote(options, theme, single);
}
