// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/statistics.h"
#include "ui/widgets/layout.h"

class QLabel;

namespace gatehouse::ui::widgets {
class Chart;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::home {

/// Bars of half an hour: what the chart shows of a day in five-minute bins.
struct LoginBars {
    std::vector<double> successes;
    std::vector<double> failures;
    std::vector<double> p95; ///< the highest within the bar, ms; 0: not measured
};
[[nodiscard]] LoginBars barsOf(const admin::api::Statistics& statistics, int binsPerBar);
/// Share of logins that succeeded, 0 to 100; -1 where there were none.
[[nodiscard]] double successShare(const admin::api::Statistics& statistics);

/// Logins and their p95 over the last 24 hours.
class LoginCharts final : public widgets::Card {
    Q_OBJECT
public:
    explicit LoginCharts(QWidget* parent = nullptr);
    void showStatistics(const admin::api::Statistics& statistics);

signals:
    void loginsRequested();

private:
    QLabel* m_sentence;
    widgets::Chart* m_logins;
    widgets::Chart* m_p95;
};

} // namespace gatehouse::ui::panels::home
