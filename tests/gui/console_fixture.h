// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include "tests/gui/recorded_broker.h"
#include "ui/client/admin_client.h"
#include "ui/client/broker_monitor.h"
#include "ui/client/event_feed.h"
#include "ui/client/in_process_transport.h"
#include "ui/panels/registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/theme/theme.h"

namespace gatehouse::tests {

enum class Remembered { Nothing, AsBefore };

/// Settings of this test program only; forgotten by every new console that does not say otherwise.
struct OwnSettings {
    explicit OwnSettings(Remembered what) {
        static const QTemporaryDir folder;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        if (what == Remembered::Nothing) {
            ui::shell::openSettings().clear();
        }
    }
};

/// The whole console on recorded answers.
struct Console {
    /// `file`: where drafts are kept; empty: nowhere.
    explicit Console(Remembered what = Remembered::Nothing, const QString& file = {})
        : settings(what)
        , drafts(file) {}

    OwnSettings settings;
    RecordedBroker broker;
    ui::client::InProcessTransport transport{broker.dispatcher()};
    ui::client::AdminClient client{transport};
    std::function<void(std::string_view, std::string_view)> event; ///< tells the console something
    ui::client::InProcessFeed feed{[this](std::function<void(std::string_view, std::string_view)> onEvent) {
        event = std::move(onEvent);
        return std::make_shared<int>(0);
    }};
    ui::client::BrokerMonitor monitor{client, feed};
    ui::drafts::Drafts drafts;
    ui::drafts::Changes changes{client, drafts};
    ui::theme::Theme theme{*qApp};
    ui::shell::MainWindow window{{client, monitor, drafts, changes}, feed, theme, ui::panels::standardPanels()};

    void start() {
        theme.choose(ui::theme::Choice::Light);
        window.show();
        window.start();
        settle();
    }
    /// Waits until nothing is asked any more.
    void settle() {
        int calm = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                calm = window.settled() ? calm + 1 : 0;
                return calm > 6;
            },
            10'000));
    }
    template <class T>
    T* panel(const char* id) {
        window.goTo({QLatin1String(id)});
        settle();
        return dynamic_cast<T*>(window.panel(QLatin1String(id)));
    }
};

} // namespace gatehouse::tests
