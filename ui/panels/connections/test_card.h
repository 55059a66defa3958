// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>

#include "admin/api/activity.h"
#include "ui/client/admin_client.h"
#include "ui/client/event_stream.h"
#include "ui/client/requests.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/layout.h"

class QLabel;
class QPushButton;

namespace gatehouse::ui::widgets {
class CopyField;
}

namespace gatehouse::ui::panels::connections {

/// Runs the test of a connection, saved or not, and a test sign-in, and shows the stages as they land. It decides
/// nothing: what a stage's button asks for goes to whoever owns the values.
class TestCard final : public widgets::Card {
    Q_OBJECT
public:
    TestCard(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);

    /// What is asked, for the first line.
    void testSaved(const QString& tenant, const QString& id, const QString& issuer);
    void testDraft(const QString& tenant, const client::api::Connection& draft);
    /// Opens a browser at an address of the broker and waits for what comes of it.
    void signIn(const QString& tenant, const QString& id);
    /// Drops whatever is under way.
    void cancel();
    void clear();
    void takeEvent(const client::Event& event);
    /// No events can be had: ask how the sign-in stands.
    void poll();
    [[nodiscard]] bool isRunning() const { return m_running || m_waiting; }
    /// The stages shown, in their order.
    [[nodiscard]] const std::vector<client::api::TestStep>& steps() const { return m_steps; }

signals:
    /// All stages are there; `sound`: none failed.
    void finished(bool sound);
    /// A test sign-in came to its end; `flow` has its steps.
    void signedIn(const gatehouse::admin::api::Flow& flow);
    void failed(const gatehouse::ui::client::Failure& failure);
    /// The button of a stage; kinds as in docs/admin-api.md.
    void fixRequested(const QString& kind, const QString& value);
    void runningChanged(bool running);

private:
    void begin(const QString& issuer);
    void finish(const client::Outcome<client::api::ConnectionTest>& outcome);
    void showSteps();
    void putStep(client::api::TestStep step);
    void startWaiting(const client::api::TestSignIn& started);
    void askForFlow();
    void takeFlow(const client::api::Flow& flow);
    void stopWaiting();
    void setRunning(bool running);

    client::AdminClient& m_client;
    client::Requests& m_requests;
    widgets::CheckList* m_checks;
    QLabel* m_time;
    QPushButton* m_cancel;
    QWidget* m_openByHand;
    widgets::CopyField* m_address;
    client::Latest m_asking;
    client::Latest m_flow;
    QElapsedTimer m_since;
    QTimer m_giveUp;
    std::vector<client::api::TestStep> m_steps;
    QString m_tenant;
    QString m_run;
    QString m_flowId;
    bool m_running = false;
    bool m_waiting = false;
};

} // namespace gatehouse::ui::panels::connections
