// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QTimer>
#include <QWidget>

#include "ui/drafts/changes.h"
#include "ui/panels/connections/wizard_state.h"
#include "ui/shell/panel.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace gatehouse::ui::widgets {
class ErrorBanner;
class StatusGlyph;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

class FinishPage;
class GetPage;
class GivePage;
class StageFixes;
class TestCard;
class VendorTiles;

/// Connects an identity provider in five pages. Everything entered is a draft at once: closing loses nothing.
class ConnectionWizard final : public QWidget {
    Q_OBJECT
public:
    ConnectionWizard(shell::Services services, client::Requests& requests, QWidget* parent = nullptr);

    /// Shows a set-up, at the page where it was left.
    void open(WizardState state);
    [[nodiscard]] const WizardState& state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return !m_state.tenant.isEmpty(); }
    /// Names of the tenant's other connections: a new one gets another.
    void setTakenNames(const QStringList& names) { m_taken = names; }
    /// The practice provider of the tenant, where there is one.
    void setSandbox(const std::optional<client::api::Sandbox>& sandbox);
    void draftApplied(const drafts::Applied& what);
    void takeEvent(const client::Event& event);
    void poll();
    /// Runs the test, as Ctrl+T does.
    void test();

signals:
    /// Back to the list; what was entered is kept.
    void closed();
    /// It is connected, enabled or not.
    void done(const QString& id);
    void goTo(const gatehouse::ui::shell::Place& place);
    void notice(const QString& sentence);

private:
    QWidget* makeHead();
    QWidget* makeTestPage();
    QWidget* makeFoot();
    void addPage(WizardPage page, QWidget* content);
    void showPage();
    void showDomains();
    void go(WizardPage page);
    void next();
    void back();
    void choose(const QString& vendor);
    void speak(const QString& protocol);
    void edited();
    /// Reads the page that is shown, and keeps the draft.
    void keep();
    void store();
    void showFoot();
    void showSteps();
    void signIn();
    void create(bool thenSignIn);
    void enable(bool on);
    void takeFlow(const client::api::Flow& flow);
    void readPreview();
    void fix(const QString& kind, const QString& value);
    void trust(const QString& pem);
    void showFailure(const client::Failure& failure);
    [[nodiscard]] QString publicUrl() const;

    shell::Services m_services;
    client::Requests& m_requests;
    WizardState m_state;
    QStringList m_taken;
    std::optional<client::api::Sandbox> m_sandbox;
    QLabel* m_title;
    QLabel* m_saved;
    QWidget* m_steps;
    std::array<widgets::StatusGlyph*, 5> m_glyphs{};
    std::array<QLabel*, 5> m_words{};
    widgets::ErrorBanner* m_banner;
    QStackedWidget* m_pages;
    std::array<QScrollArea*, 5> m_scrolls{};
    VendorTiles* m_tiles;
    GivePage* m_give;
    GetPage* m_get;
    TestCard* m_test;
    StageFixes* m_fixes;
    FinishPage* m_finish;
    QPushButton* m_runTest;
    QPushButton* m_signIn;
    QPushButton* m_close;
    QPushButton* m_discard;
    QPushButton* m_back;
    QPushButton* m_leaveOff;
    QPushButton* m_next;
    QLabel* m_why;
    client::Latest m_previewing;
    client::Latest m_reading;
    client::Latest m_domains;
    client::Latest m_presets;
    bool m_signInAfter = false; ///< once it is saved
    bool m_tested = false;      ///< in this window, and no stage failed
};

} // namespace gatehouse::ui::panels::connections
