// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include "broker/broker.h"
#include "fill.h"
#include "ui/client/in_process_transport.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/audit/filter_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_table.h"

// The Audit panel on a log of ten million records, through the in-process transport: how soon it is painted, how soon
// the end is there, what it costs in memory, and whether the event loop ever stood still.

namespace gatehouse::bench {
namespace {

using ui::panels::audit::AuditModel;
using ui::panels::audit::AuditPanel;

constexpr double kFirstPaintMs = 300;
constexpr double kJumpMs = 200;
constexpr double kGrowthMb = 150;
constexpr double kGapMs = 100;

double residentMb() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.value(1).toDouble() * 4096 / (1024 * 1024);
}

/// The longest time in which no event was handled.
class Watchdog : public QObject {
public:
    Watchdog() {
        m_last.start();
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_last.restart()); });
        m_timer.start(1);
    }
    qint64 take() {
        m_longest = std::max(m_longest, m_last.restart());
        return std::exchange(m_longest, 0);
    }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_longest = 0;
};

/// Notices when the table has been painted.
class Paints : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        painted = painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }
    bool painted = false;
};

/// Milliseconds until `row` is there and was painted.
double untilPainted(AuditPanel& panel, Paints& paints, const std::function<int()>& row) {
    QElapsedTimer timer;
    timer.start();
    bool wasThere = false;
    while (timer.elapsed() < 60'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        const bool isThere = panel.model().at(row()) != nullptr;
        if (isThere && !wasThere) {
            paints.painted = false; // only what is painted from now on shows it
            panel.table().view()->viewport()->update();
        } else if (isThere && paints.painted) {
            return static_cast<double>(timer.nsecsElapsed()) / 1e6;
        }
        wasThere = isThere;
    }
    return 60'000;
}

int report(const char* what, double value, double goal, const char* unit) {
    const bool good = value < goal;
    std::printf("%-44s %10.1f %-3s goal %.0f  %s\n", what, value, unit, goal, good ? "ok" : "BELOW ITS GOAL");
    return good ? 0 : 1;
}

int measure(const std::filesystem::path& dataDir, std::int64_t rows) {
    broker::Config config;
    config.dataDir = dataDir;
    config.offline = true;
    auto broker = broker::Broker::start(std::move(config));
    if (!broker) {
        std::fprintf(stderr, "%s %s\n", broker.error().reason.c_str(), broker.error().detail.c_str());
        return 1;
    }
    ui::client::InProcessTransport transport((*broker)->adminDispatcher());
    ui::client::AdminClient client(transport);
    ui::client::InProcessFeed feed([&](auto onEvent) { return (*broker)->subscribe(std::move(onEvent)); });
    ui::client::BrokerMonitor monitor(client, feed);
    ui::drafts::Drafts drafts;
    ui::drafts::Changes changes(client, drafts);
    ui::theme::Theme theme(*qApp);
    QWidget window;
    window.resize(1280, 800);
    window.show();
    QCoreApplication::processEvents();
    Watchdog watchdog;
    const double before = residentMb();
    QElapsedTimer timer;
    timer.start();
    AuditPanel panel({client, monitor, drafts, changes}, &window);
    Paints paints;
    panel.table().view()->viewport()->installEventFilter(&paints);
    panel.resize(window.size());
    panel.setTenant(QStringLiteral("bench"));
    panel.refresh();
    panel.show();
    const double made = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    int failures = 0;
    failures +=
        report("first paint with records", made + untilPainted(panel, paints, [] { return 0; }), kFirstPaintMs, "ms");
    timer.restart();
    while (panel.model().rowCount() < rows && timer.elapsed() < 10'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    std::printf("%-44s %10.1f ms\n", "  every row counted by the table, after that",
                static_cast<double>(timer.nsecsElapsed()) / 1e6);
    std::printf("%-44s %10d\n", "rows", panel.model().rowCount());
    const auto press = [&](int key) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(panel.table().view(), &event);
    };
    timer.restart();
    press(Qt::Key_End);
    const double pressed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    failures +=
        report("jump to the end", pressed + untilPainted(panel, paints, [&] { return panel.model().rowCount() - 1; }),
               kJumpMs, "ms");
    std::vector<double> jumps;
    for (int i = 0; i < 50; ++i) {
        const int row =
            static_cast<int>((static_cast<std::int64_t>(i) * 7'919'003 + 123'457) % panel.model().rowCount());
        timer.restart();
        panel.table().view()->scrollTo(panel.model().index(row, 0), QAbstractItemView::PositionAtCenter);
        const double scrolled = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        jumps.push_back(scrolled + untilPainted(panel, paints, [&] { return row; }));
    }
    std::sort(jumps.begin(), jumps.end());
    failures += report("50 jumps anywhere, the slowest", jumps.back(), kJumpMs, "ms");
    std::printf("%-44s %10.1f ms\n", "  the middle one", jumps[25]);
    failures += report("memory growth", residentMb() - before, kGrowthMb, "MB");
    failures += report("longest gap of the event loop", static_cast<double>(watchdog.take()), kGapMs, "ms");

    timer.restart();
    panel.reveal(QStringLiteral("outcome=failure"));
    const double first = untilPainted(panel, paints, [] { return 0; });
    std::printf("%-44s %10.1f ms\n", "filter outcome=failure, first rows", first);
    return failures;
}

} // namespace
} // namespace gatehouse::bench

/// gatehouse_bench_audit DIR [ROWS]: fills DIR first where it has fewer records.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const std::int64_t rows = argc > 2 ? std::atoll(argv[2]) : 10'000'000;
    if (argc < 2 || rows < 1) {
        std::fprintf(stderr, "usage: gatehouse_bench_audit DIR [ROWS]\n");
        return 2;
    }
    std::printf("Audit panel, %lld records, in-process transport\n", static_cast<long long>(rows));
    const gatehouse::Status filled = gatehouse::bench::fillLog(argv[1], rows);
    if (!filled) {
        std::fprintf(stderr, "%s %s\n", filled.error().reason.c_str(), filled.error().detail.c_str());
        return 1;
    }
    return gatehouse::bench::measure(argv[1], rows) == 0 ? 0 : 1;
}
