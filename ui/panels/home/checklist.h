// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"
#include "ui/shell/panel.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::home {

/// What the checklist looks at.
struct SetupFacts {
    bool hasTenant = false;
    bool hasVerifiedDomain = false;
    bool hasConnection = false;
    bool hasEnabledConnection = false;
    bool hasSignIn = false;
    bool hasApp = false;
};

struct SetupStep {
    QString title;
    QString hint;
    bool done = false;
    shell::Place place; ///< where it is done; an empty panel: not in the console
};

/// The steps from nothing to a first sign-in, in order.
[[nodiscard]] std::vector<SetupStep> setupSteps(const SetupFacts& facts, const QString& tenant);

/// The steps with ticks; each one leads to where it is done.
class Checklist final : public widgets::Card {
    Q_OBJECT
public:
    Checklist(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);
    void setTenant(const QString& tenant);
    void setStatus(const client::api::BrokerStatus& status);
    void refresh();

signals:
    void goTo(const gatehouse::ui::shell::Place& place);

private:
    void showSteps();
    [[nodiscard]] QWidget* makeStep(const SetupStep& step);

    client::AdminClient& m_client;
    client::Requests& m_requests;
    client::Latest m_domains;
    client::Latest m_connections;
    client::Latest m_flows;
    QString m_tenant;
    SetupFacts m_facts;
    QString m_shown;
};

} // namespace gatehouse::ui::panels::home
