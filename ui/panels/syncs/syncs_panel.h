// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "ui/shell/panel.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace gatehouse::ui::widgets {
class BusyLine;
class Card;
class DetailGrid;
class DetailPane;
class ErrorBanner;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::syncs {

class PlanView;
class RunList;
class SyncForm;
class SyncModel;

/// Other SCIM services that a tenant's people and groups come from, or go to: what a run would do, the run, what the
/// last runs did, what drifted, and the settings. Edits are drafts.
class SyncsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit SyncsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void poll() override { refresh(); }
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    void draftApplied(const drafts::Applied& what) override;
    void showcase() override;

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    QWidget* makeRunPage();
    void readConnections();
    void showSelected(const QString& id);
    void startNew();
    void showSync();
    void showFacts();
    void showState();

    // syncs_panel_acts.cpp
    [[nodiscard]] drafts::Subject subject() const;
    [[nodiscard]] QString shownId() const;
    void showForm();
    void edited();
    void validate();
    void revert();
    void showButtons();
    void notApplied(const drafts::Subject& failed, const client::Failure& failure);
    void askToDelete();
    void preview();
    /// Plans first: who would lose access is asked about before anything is done.
    void startRun();
    void confirmRun(qint64 leaving);
    void run(std::optional<std::int64_t> confirmed);
    void setRunning(bool running);
    void follow();
    void readRuns();

    SyncModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_pane;
    QTabWidget* m_tabs;
    widgets::DetailGrid* m_facts;
    widgets::ErrorBanner* m_state;
    widgets::BusyLine* m_busy;
    QProgressBar* m_progress;
    QLabel* m_result;
    PlanView* m_plan;
    RunList* m_runs;
    SyncForm* m_form;
    QToolButton* m_events;
    QPushButton* m_preview;
    QPushButton* m_run;
    QPushButton* m_delete;
    QPushButton* m_revert;
    QPushButton* m_review;
    client::Versioned<client::api::ScimSync> m_shown;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_working;
    client::Latest m_following;
    client::Latest m_readingRuns;
    QTimer m_watch; ///< while a run is under way
    bool m_creating = false;
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::syncs
