// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QUrl>

#include "ui/shell/panel.h"

class QPushButton;
class QStackedWidget;

namespace gatehouse::ui::widgets {
class EmptyState;
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::sandbox {

class FaultSwitches;
class PersonaList;
class ScenarioList;
class StepView;
class TwoViews;

/// The trainer's desk: scenarios to start, each step held until Next, what it means in a sentence, what breaks, and
/// what the user and the admin see of it.
class SandboxPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit SandboxPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void takeEvent(const client::Event& event) override;
    void poll() override;
    void showcase() override;
    /// Opens addresses in a browser; the desktop's where nobody sets another.
    void setOpener(std::function<bool(const QUrl&)> open) { m_open = std::move(open); }

protected:
    void tenantChanged() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makePage();
    QWidget* makeControls();
    QWidget* makeSide();
    void showNoSandbox();
    void show(const client::api::Sandbox& sandbox);
    void showHeld(const std::vector<client::api::HeldStep>& steps);
    void readHeld();
    void readLastLogin();
    void start(const QString& scenario);
    void open(const QString& url);
    void hold(bool on);
    void next();
    void runOn();
    void takeSnapshot();
    void reset();
    template <class T, class Use>
    void act(const client::Answer<T>& answer, Use use);

    std::function<bool(const QUrl&)> m_open;
    client::api::Sandbox m_shown;
    QString m_practiceTenant; ///< where there is a sandbox, if not here
    bool m_hasScenario = false;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    widgets::ErrorBanner* m_banner;
    ScenarioList* m_scenarios;
    StepView* m_steps;
    TwoViews* m_views;
    FaultSwitches* m_faults;
    PersonaList* m_personas;
    QPushButton* m_holdSwitch;
    QPushButton* m_next;
    QPushButton* m_runOn;
    QPushButton* m_snapshot;
    QPushButton* m_reset;
    QPushButton* m_signIn;
    client::Latest m_reading;
    client::Latest m_readingHeld;
    client::Latest m_readingLogin;
};

} // namespace gatehouse::ui::panels::sandbox
