// SPDX-License-Identifier: Apache-2.0
// The desktop console: wiring only. It runs a broker of its own, or attaches to one elsewhere.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

#include <QApplication>
#include <QCryptographicHash>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTranslator>

#include "demo_sign_ins.h"
#include "embedded_broker.h"
#include "options.h"
#include "quit_on_signal.h"
#include "ui/client/http_transport.h"
#include "ui/client/in_process_transport.h"
#include "ui/panels/registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screenshots.h"

using namespace gatehouse;

namespace {

void loadTranslations(QApplication& application) {
    const auto load = [&](const QString& name, const QString& folder) {
        auto* translator = new QTranslator(&application);
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

/// Where drafts, or what can be undone, are kept for this broker; nowhere for a demo that is gone when it ends.
QString keptFile(const console::Options& options, const char* what) {
    if (!options.screenshot.isEmpty() || (options.demo && options.dataDir.isEmpty())) {
        return {};
    }
    const QString broker = !options.connect.isEmpty()  ? options.connect
                           : options.dataDir.isEmpty() ? QStringLiteral("own")
                                                       : QFileInfo(options.dataDir).absoluteFilePath();
    const QByteArray name = QCryptographicHash::hash(broker.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/console/%1-%2.json").arg(QString::fromLatin1(name), QLatin1String(what));
}

/// Shows the window, or draws its panels, until the program ends.
int run(ui::client::Transport& transport, ui::client::EventFeed& feed, ui::theme::Theme& theme,
        const console::Options& options) {
    ui::client::AdminClient client(transport);
    ui::client::BrokerMonitor monitor(client, feed);
    ui::drafts::Drafts drafts(keptFile(options, "drafts"));
    ui::drafts::Changes changes(client, drafts, keptFile(options, "changes"));
    ui::shell::MainWindow window({client, monitor, drafts, changes}, feed, theme, ui::panels::standardPanels());
    std::unique_ptr<ui::shell::Screenshots> screenshots;
    if (options.screenshot.isEmpty()) {
        window.restoreLayout();
    } else {
        screenshots = std::make_unique<ui::shell::Screenshots>(window, theme, options.screenshot);
        QObject::connect(
            screenshots.get(), &ui::shell::Screenshots::finished, qApp,
            [](int failures) { QApplication::exit(failures == 0 ? 0 : 1); }, Qt::QueuedConnection);
    }
    window.show();
    window.start();
    if (screenshots) {
        screenshots->start();
    }
    const int code = QApplication::exec();
    feed.stop();
    return code;
}

int runRemote(const console::Options& options, ui::theme::Theme& theme) {
    QFile file(options.tokenFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return complain(QApplication::translate("main", "The token file cannot be read: %1").arg(file.errorString()),
                        false);
    }
    const ui::client::Endpoint endpoint{QUrl(options.connect), file.readAll().trimmed()};
    if (const QString problem = ui::client::endpointProblem(endpoint); !problem.isEmpty()) {
        return complain(problem, false);
    }
    ui::client::HttpTransport transport(endpoint);
    ui::client::HttpFeed feed(endpoint);
    return run(transport, feed, theme, options);
}

/// So that the pictures show a console in use.
void signDemoPeopleIn(const broker::Broker& broker) {
    console::DemoSignIns people(QString::fromStdString(broker.publicUrl()));
    QEventLoop loop;
    QObject::connect(&people, &console::DemoSignIns::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    people.start();
    loop.exec();
}

int runEmbedded(const console::Options& options, ui::theme::Theme& theme) {
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
        ui::client::InProcessTransport transport(broker.adminDispatcher());
        ui::client::InProcessFeed feed([&broker](auto onEvent) { return broker.subscribe(std::move(onEvent)); });
        code = run(transport, feed, theme, options);
    }
    broker.stop();
    return code;
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
    loadTranslations(application);
    const console::QuitOnSignal quitOnSignal;
    console::Options options;
    if (const auto refusal = console::readOptions(QApplication::arguments(), options)) {
        std::fprintf(refusal->exitCode == 0 ? stdout : stderr, "%s\n", qPrintable(refusal->text));
        return refusal->exitCode;
    }
    ui::theme::Theme theme(application);
    return options.connect.isEmpty() ? runEmbedded(options, theme) : runRemote(options, theme);
}
