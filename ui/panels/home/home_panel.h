// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "ui/shell/panel.h"

class QLabel;

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
class PageHeader;
class StatTile;
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::home {

class Checklist;
class ExpiryCard;
class LoginCharts;
class RecentFailures;

/// Is it running, what needs to be done, what went wrong. Every card leads to the panel where one acts.
class HomePanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit HomePanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void takeEvent(const client::Event& event) override;
    void poll() override;

protected:
    void tenantChanged() override;

private:
    QWidget* makeBrokerCard();
    QWidget* makeReasonsCard();
    void showStatus();
    void readFailures();
    void readStatistics();
    void showReasons(const std::vector<client::api::ReasonCount>& reasons);
    [[nodiscard]] QWidget* makeReason(const client::api::ReasonCount& reason, std::int64_t largest);

    widgets::StatusChip* m_state = nullptr;
    widgets::DetailGrid* m_facts = nullptr;
    widgets::StatTile* m_logins = nullptr;
    widgets::StatTile* m_failures = nullptr;
    widgets::StatTile* m_p95 = nullptr;
    widgets::StatTile* m_sessions = nullptr;
    widgets::Card* m_reasons = nullptr;
    Checklist* m_checklist;
    RecentFailures* m_recent;
    LoginCharts* m_charts;
    ExpiryCard* m_expiries;
    client::Latest m_reading;
    client::Latest m_counting;
    client::Latest m_ending;
    QTimer m_soon; ///< after a burst of logins the numbers are read once
    QString m_shownReasons;
};

} // namespace gatehouse::ui::panels::home
