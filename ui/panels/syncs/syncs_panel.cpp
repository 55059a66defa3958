// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/syncs_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/syncs/plan_view.h"
#include "ui/panels/syncs/run_list.h"
#include "ui/panels/syncs/sync_form.h"
#include "ui/panels/syncs/sync_model.h"
#include "ui/panels/syncs/sync_words.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::syncs {

using client::toDateTime;
using client::toQString;

namespace {

constexpr int kRunTab = 0;
constexpr int kRunsTab = 1;
constexpr int kSettingsTab = 2;

} // namespace

SyncsPanel::SyncsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new SyncModel(this))
    , m_table(new widgets::FilterTable(tr("Synchronisations"), widgets::FilterBy::Rows, this))
    , m_pane(new widgets::DetailPane(tr("Synchronisation"), this))
    , m_tabs(new QTabWidget(m_pane))
    , m_facts(new widgets::DetailGrid(this))
    , m_state(new widgets::ErrorBanner(this))
    , m_busy(new widgets::BusyLine(tr("Asking both sides"), this))
    , m_progress(new QProgressBar(this))
    , m_result(new QLabel(this))
    , m_plan(new PlanView(this))
    , m_runs(new RunList)
    , m_form(new SyncForm)
    , m_events(makeEventsButton([this] { return QStringLiteral("target=") + shownId(); }))
    , m_preview(new QPushButton(tr("Dry run"), this))
    , m_run(new QPushButton(tr("Run now"), this))
    , m_delete(new QPushButton(theme::icon(QStringLiteral("delete")), tr("Delete"), this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_review(new QPushButton(tr("Review and apply"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 470, 630, this));
    m_watch.setInterval(1000);
    connect(&m_watch, &QTimer::timeout, this, &SyncsPanel::follow);
}

QWidget* SyncsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(
        tr("Synchronisation"), tr("People and groups that are pulled from another SCIM service, or pushed to one."),
        list);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add"), theme::Tone::OnAccent), tr("Add"), list);
    add->setAccessibleName(tr("Add a synchronisation"));
    theme::setButtonKind(*add, theme::ButtonKind::Primary);
    header->addAction(add);
    column->addWidget(header);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 130, 70, 110, 100}, {SyncModel::People, SyncModel::LastRun});
    m_table->sortBy(SyncModel::Name, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("refresh"),
                             tr("Nothing is pulled or pushed yet. Another service's people can become yours, or yours "
                                "an app's."),
                             tr("Add a synchronisation"));
    column->addWidget(m_table, 1);
    connect(add, &QPushButton::clicked, this, &SyncsPanel::startNew);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, &SyncsPanel::startNew);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &SyncsPanel::refresh);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &SyncsPanel::showSelected);
    connect(m_table, &widgets::FilterTable::deleteRequested, this, &SyncsPanel::askToDelete);
    connect(m_table, &widgets::FilterTable::opened, this, [this] { m_tabs->setCurrentIndex(kSettingsTab); });
    offer("panel.new", tr("Add a synchronisation"), [this] { startNew(); });
    return list;
}

QWidget* SyncsPanel::makeRunPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_preview);
    buttons->addWidget(m_run);
    buttons->addStretch(1);
    m_result->setObjectName(QStringLiteral("sync.result"));
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_progress->setAccessibleName(tr("Steps done"));
    m_progress->setFormat(tr("%v of %m steps", "progress: %v and %m are numbers"));
    m_progress->hide();
    m_preview->setObjectName(QStringLiteral("sync.preview"));
    m_preview->setToolTip(tr("Says what a run would do now, and writes nothing"));
    m_run->setObjectName(QStringLiteral("sync.run"));
    m_run->setToolTip(tr("Makes the target what the source is"));
    theme::setButtonKind(*m_run, theme::ButtonKind::Primary);
    column->addWidget(m_facts);
    column->addWidget(m_state);
    column->addLayout(buttons);
    column->addWidget(m_busy);
    column->addWidget(m_progress);
    column->addWidget(m_result);
    column->addWidget(m_plan);
    return page;
}

void SyncsPanel::makeDetail() {
    m_tabs->setDocumentMode(true);
    const auto addTab = [this](QWidget* page, const QString& title) {
        auto* holder = new QWidget(m_tabs);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 14, 0, 0);
        column->addWidget(page);
        column->addStretch(1);
        m_tabs->addTab(holder, title);
    };
    addTab(makeRunPage(), tr("Now"));
    addTab(m_runs, tr("Runs"));
    addTab(m_form, tr("Settings"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the synchronisation"));
    m_pane->body()->addWidget(m_tabs);
    m_pane->addAction(m_events);
    m_pane->addFootLeft(m_delete);
    m_pane->addFootRight(m_revert);
    m_pane->addFootRight(m_review);
    for (QPushButton* button : {m_preview, m_run, m_revert, m_review}) {
        button->setAccessibleName(button->text());
    }
    m_delete->setAccessibleName(tr("Delete this synchronisation"));
    theme::setButtonKind(*m_delete, theme::ButtonKind::Quiet);
    theme::setButtonKind(*m_review, theme::ButtonKind::Primary);
    connect(m_preview, &QPushButton::clicked, this, &SyncsPanel::preview);
    connect(m_run, &QPushButton::clicked, this, &SyncsPanel::startRun);
    connect(m_delete, &QPushButton::clicked, this, &SyncsPanel::askToDelete);
    connect(m_revert, &QPushButton::clicked, this, &SyncsPanel::revert);
    connect(m_review, &QPushButton::clicked, this, &SyncsPanel::reviewRequested);
    connect(&m_form->form(), &widgets::Form::edited, this, &SyncsPanel::edited);
    connect(&m_form->form(), &widgets::Form::settled, this, &SyncsPanel::validate);
    connect(&drafts(), &drafts::Drafts::changed, this, &SyncsPanel::showButtons);
    connect(&changes(), &drafts::Changes::failed, this, &SyncsPanel::notApplied);
    offer("panel.test", m_preview);
    offer("", m_run);
    offer("", m_delete);
    showSelected({});
}

void SyncsPanel::tenantChanged() {
    for (client::Latest* each : {&m_selected, &m_working, &m_following, &m_readingRuns}) {
        each->drop();
    }
    m_watch.stop();
    m_creating = false;
    m_shown = {};
    m_model->setRows({});
    showSelected({});
}

void SyncsPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    m_table->setLoading(true);
    readConnections();
    askLatest(m_reading, client().scimSyncs(tenant()), [this](auto outcome) {
        m_table->setLoading(false);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        m_model->setRows(std::move(outcome->items));
    });
    if (!m_creating && !m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void SyncsPanel::readConnections() {
    ask(client().connections(tenant(), {.limit = 500}), [this](const auto& outcome) {
        if (!outcome) {
            return;
        }
        std::vector<std::pair<QString, QString>> connections;
        for (const client::api::Connection& each : outcome->items) {
            connections.emplace_back(toQString(each.id),
                                     toQString(each.displayName.empty() ? each.name : each.displayName));
        }
        m_form->setConnections(connections);
    });
}

void SyncsPanel::reveal(const QString& id) {
    m_table->select(id);
}

QString SyncsPanel::currentObject() const {
    return m_table->currentKey();
}

void SyncsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        if (!m_creating) {
            m_selected.drop();
            m_pane->showEmpty(QStringLiteral("refresh"), tr("Select a synchronisation to see what it does."));
        }
        return;
    }
    m_creating = false;
    askLatest(m_selected, client().scimSync(tenant(), id), [this](const auto& outcome) {
        m_pane->showContent();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        const bool another = shownId() != toQString(outcome->value.id);
        m_shown = *outcome;
        if (another) {
            m_working.drop();
            setRunning(false);
            m_plan->clear();
            m_result->clear();
            readRuns();
        }
        showSync();
    });
}

void SyncsPanel::startNew() {
    m_creating = true;
    m_selected.drop();
    m_shown = {};
    m_shown.value.direction = "pull";
    m_pane->showContent();
    m_tabs->setCurrentIndex(kSettingsTab);
    showSync();
    m_form->focusFirst();
}

void SyncsPanel::showSync() {
    m_pane->banner()->dismiss();
    if (m_creating) {
        m_pane->setTitle(tr("New synchronisation"), tr("Look at a dry run before the first run."));
        m_pane->hideChip();
    } else {
        m_pane->setTitle(toQString(m_shown.value.name), SyncWords::direction(m_shown.value.direction));
        showState();
    }
    m_tabs->setTabVisible(kRunTab, !m_creating);
    m_tabs->setTabVisible(kRunsTab, !m_creating);
    m_events->setVisible(!m_creating);
    m_delete->setVisible(!m_creating);
    showForm();
}

void SyncsPanel::showState() {
    const client::api::ScimSync& sync = m_shown.value;
    const auto [status, word] = SyncWords::stateOf(sync);
    m_pane->setChip(status, word);
    m_model->updateRow(sync);
    showFacts();
    if (sync.running) {
        m_progress->setMaximum(static_cast<int>(sync.stepsTotal)); // 0: it moves without end while both sides are read
        m_progress->setValue(static_cast<int>(sync.stepsDone));
        m_watch.start();
    }
    m_progress->setVisible(sync.running);
    if (sync.heldBack > 0) {
        m_state->showWarning(tr("%Ln people would lose their access.", nullptr, static_cast<int>(sync.heldBack)),
                             tr("That is more than may go without a question: everything else was done. Look at a dry "
                                "run, then run it and confirm the number."));
    } else if (!sync.problem.empty()) {
        m_state->showWarning(tr("The last run did not get through."),
                             SyncWords::problem(sync.problem, sync.problemDetail));
    } else if (sync.drifted > 0) {
        m_state->showWarning(tr("%Ln changed at the target by themselves.", nullptr, static_cast<int>(sync.drifted)),
                             tr("A dry run shows which and how; a run makes them what the source says."));
    } else {
        m_state->dismiss();
    }
}

void SyncsPanel::showFacts() {
    const client::api::ScimSync& sync = m_shown.value;
    const QDateTime last = toDateTime(sync.lastRun);
    const QDateTime success = toDateTime(sync.lastSuccess);
    const QDateTime next = toDateTime(sync.nextRun);
    m_facts->clear();
    m_facts->addCode(tr("Address"), toQString(sync.url));
    m_facts->addText(tr("Known on both sides"), tr("%1 and %2", "12 people and 3 groups")
                                                    .arg(tr("%Ln people", nullptr, static_cast<int>(sync.people)),
                                                         tr("%Ln groups", nullptr, static_cast<int>(sync.groupCount))));
    m_facts->addText(tr("Last run"), last.isValid() ? widgets::relativeTime(last) : tr("never"),
                     widgets::absoluteTime(last));
    m_facts->addText(tr("Last that got through"), success.isValid() ? widgets::relativeTime(success) : tr("none"),
                     widgets::absoluteTime(success));
    if (sync.enabled && next.isValid()) {
        m_facts->addText(sync.direction == "push" ? tr("Next look for drift") : tr("Next run"),
                         widgets::relativeTime(next), widgets::absoluteTime(next));
    }
}

} // namespace gatehouse::ui::panels::syncs
