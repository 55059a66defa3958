// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/home/login_charts.h"

#include <algorithm>
#include <cmath>

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::home {
namespace {

constexpr int kBinsPerBar = 6;
constexpr double kGoalMs = 800;   ///< US-106
constexpr double kNearGoal = 200; ///< below this the goal would flatten the line

} // namespace

LoginBars barsOf(const admin::api::Statistics& statistics, int binsPerBar) {
    LoginBars bars;
    const auto each = static_cast<std::size_t>(std::max(1, binsPerBar));
    for (std::size_t begin = 0; begin < statistics.bins.size(); begin += each) {
        double successes = 0;
        double failures = 0;
        double p95 = 0;
        for (std::size_t i = begin; i < std::min(statistics.bins.size(), begin + each); ++i) {
            successes += static_cast<double>(statistics.bins[i].successes);
            failures += static_cast<double>(statistics.bins[i].failures);
            p95 = std::max(p95, statistics.bins[i].p95);
        }
        bars.successes.push_back(successes);
        bars.failures.push_back(failures);
        bars.p95.push_back(p95);
    }
    return bars;
}

double successShare(const admin::api::Statistics& statistics) {
    double successes = 0;
    double all = 0;
    for (const admin::api::StatisticsBin& bin : statistics.bins) {
        successes += static_cast<double>(bin.successes);
        all += static_cast<double>(bin.successes + bin.failures);
    }
    return all > 0 ? successes / all * 100 : -1;
}

LoginCharts::LoginCharts(QWidget* parent)
    : Card(tr("Logins, last 24 hours"), parent)
    , m_sentence(widgets::mutedLabel({}, this))
    , m_logins(new widgets::Chart(tr("Logins over the last 24 hours"), widgets::Chart::Kind::Bars, this))
    , m_p95(new widgets::Chart(tr("p95 of logins over the last 24 hours"), widgets::Chart::Kind::Lines, this)) {
    auto* open = new QPushButton(tr("Logins"), this);
    open->setAccessibleName(tr("Open the logins"));
    connect(open, &QPushButton::clicked, this, &LoginCharts::loginsRequested);
    addAction(open);
    m_p95->setFirstColor(2);
    body()->addWidget(m_sentence);
    body()->addWidget(m_logins, 3);
    body()->addWidget(m_p95, 2);
}

void LoginCharts::showStatistics(const admin::api::Statistics& statistics) {
    const LoginBars bars = barsOf(statistics, kBinsPerBar);
    const QDateTime from = client::toDateTime(statistics.from);
    const qint64 each = statistics.binSeconds * kBinsPerBar;
    const auto label = [from, each](int step) {
        const QLocale locale;
        const auto clock = [&](int at) {
            return locale.toString(from.addSecs(each * at).toLocalTime().time(), QStringLiteral("HH:mm"));
        };
        return tr("%1 to %2").arg(clock(step), clock(step + 1));
    };
    m_logins->setData({{tr("Signed in"), bars.successes}, {tr("Refused"), bars.failures}}, label);
    for (widgets::Chart* chart : {m_logins, m_p95}) {
        chart->setEnds(tr("24 hours ago"), tr("now"));
    }
    m_p95->setData({{tr("p95"), bars.p95}}, label,
                   [](double value) { return widgets::milliseconds(std::llround(value)); });
    const double slowest = bars.p95.empty() ? 0 : *std::max_element(bars.p95.begin(), bars.p95.end());
    m_p95->setLimit(slowest > kNearGoal ? kGoalMs : 0, tr("goal 800 ms"));
    const double share = successShare(statistics);
    m_sentence->setText(share < 0 ? tr("Nobody signed in during the last 24 hours.")
                                  : tr("%1 % of logins succeeded; the slowest p95 was %2, of 800 ms allowed.")
                                        .arg(QLocale().toString(share, 'f', share > 99.9 || share < 0.1 ? 0 : 1),
                                             widgets::milliseconds(std::llround(slowest))));
}

} // namespace gatehouse::ui::panels::home
