// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/apps_panel.h"

#include <algorithm>

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_form.h"
#include "ui/panels/apps/app_model.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/redirect_checker.h"
#include "ui/panels/apps/secrets_card.h"
#include "ui/panels/apps/snippet_card.h"
#include "ui/panels/apps/try_card.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/shown_once.h"

namespace gatehouse::ui::panels::apps {

using client::toDateTime;
using client::toQString;

AppsPanel::AppsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new AppModel(this))
    , m_table(new widgets::FilterTable(tr("Apps"), widgets::FilterBy::Rows, this))
    , m_lists(new QTabBar(this))
    , m_add(new QPushButton(theme::icon(QStringLiteral("add"), theme::Tone::OnAccent), tr("Add app"), this))
    , m_detail(new widgets::DetailPane(tr("App"), this))
    , m_tabs(new QTabWidget(m_detail))
    , m_once(new widgets::ShownOnce("app.secret", tr("New client secret"), tr("client secret"), m_detail))
    , m_facts(new widgets::DetailGrid)
    , m_addresses(new widgets::Card(tr("Give this to the app")))
    , m_endpoints(new widgets::DetailGrid(m_addresses))
    , m_secrets(new SecretsCard)
    , m_checker(new RedirectChecker(client(), requests()))
    , m_form(new AppForm)
    , m_snippets(new SnippetCard)
    , m_try(new TryCard(client(), requests()))
    , m_events(makeEventsButton([this] { return QStringLiteral("target=") + shownId(); }))
    , m_delete(new QPushButton(theme::icon(QStringLiteral("delete")), tr("Delete"), this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_review(new QPushButton(tr("Review and apply"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_detail, 450, 620, this));
    makeActions();
}

QWidget* AppsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(
        tr("Apps"), tr("What this company's people sign in to, and programs that act for themselves."), list);
    theme::setButtonKind(*m_add, theme::ButtonKind::Primary);
    m_add->setAccessibleName(tr("Add app"));
    m_add->setToolTip(tr("Register an app (Ctrl+N)"));
    m_add->setObjectName(QStringLiteral("app.add"));
    header->addAction(m_add);
    m_lists->setDocumentMode(true);
    m_lists->setDrawBase(false);
    m_lists->setExpanding(false);
    m_lists->setAccessibleName(tr("Which apps"));
    m_lists->setObjectName(QStringLiteral("app.lists"));
    m_lists->addTab(tr("All"));
    m_lists->addTab(tr("Machine clients"));
    m_lists->addTab(tr("Front door"));
    m_lists->setTabToolTip(FrontDoor, tr("Apps for people of several tenants"));
    m_lists->setTabVisible(FrontDoor, false);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 150, 130, 150, 96, 90},
                             {AppModel::Proof, AppModel::Changed, AppModel::ClientId, AppModel::Type});
    m_table->view()->setColumnHidden(AppModel::Proof, true);
    m_table->sortBy(AppModel::Name, Qt::AscendingOrder);
    column->addWidget(header);
    column->addWidget(m_lists);
    column->addWidget(m_table, 1);
    const auto add = [this] { startNew(m_lists->currentIndex() == FrontDoor ? Of::FrontDoor : Of::Tenant); };
    connect(m_add, &QPushButton::clicked, this, add);
    connect(m_lists, &QTabBar::currentChanged, this, &AppsPanel::showRows);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &AppsPanel::showSelected);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, add);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &AppsPanel::refresh);
    connect(m_table, &widgets::FilterTable::deleteRequested, this, &AppsPanel::askToDelete);
    connect(m_table, &widgets::FilterTable::opened, this, [this] {
        m_tabs->setCurrentIndex(kSettingsTab);
        m_form->focusFirst();
    });
    return list;
}

void AppsPanel::makeDetail() {
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("app.parts"));
    const auto addTab = [this](const QString& title, std::initializer_list<QWidget*> parts) {
        auto* holder = new QWidget(m_tabs);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 14, 0, 0);
        column->setSpacing(14);
        for (QWidget* part : parts) {
            column->addWidget(part);
        }
        column->addStretch(1);
        m_tabs->addTab(holder, title);
    };
    m_addresses->body()->addWidget(m_endpoints);
    addTab(tr("Overview"), {m_facts, m_addresses, m_secrets, m_checker});
    addTab(tr("Settings"), {m_form});
    addTab(tr("Snippets"), {m_snippets});
    addTab(tr("Try it"), {m_try});
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the app"));
    m_detail->body()->addWidget(m_once);
    m_detail->body()->addWidget(m_tabs);
    m_detail->addAction(m_events);
    m_detail->addFootLeft(m_delete);
    m_detail->addFootRight(m_revert);
    m_detail->addFootRight(m_review);
    m_delete->setAccessibleName(tr("Delete this app"));
    m_revert->setAccessibleName(m_revert->text());
    m_review->setAccessibleName(m_review->text());
    theme::setButtonKind(*m_delete, theme::ButtonKind::Quiet);
    theme::setButtonKind(*m_review, theme::ButtonKind::Primary);
    connect(m_delete, &QPushButton::clicked, this, &AppsPanel::askToDelete);
    connect(m_review, &QPushButton::clicked, this, &AppsPanel::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, &AppsPanel::revert);
    connect(m_secrets, &SecretsCard::rotateRequested, this, &AppsPanel::rotate);
    connect(m_secrets, &SecretsCard::finishRequested, this, &AppsPanel::finishRotation);
    connect(m_once, &widgets::ShownOnce::forgotten, this, [this] {
        m_freshId.clear();
        m_snippets->setSecret({});
        m_try->setSecret({});
    });
    connect(m_try, &TryCard::browserWanted, this, [](const QUrl& url) { QDesktopServices::openUrl(url); });
    connect(m_checker, &RedirectChecker::addRequested, this, [this](const QString& uri) {
        m_form->addRedirectUri(uri);
        emit notice(tr("The address is in the draft. Review and apply it."));
    });
    connect(&m_form->form(), &widgets::Form::edited, this, &AppsPanel::edited);
    connect(&m_form->form(), &widgets::Form::settled, this, &AppsPanel::validate);
    connect(&drafts(), &drafts::Drafts::changed, this, &AppsPanel::showButtons);
    connect(&changes(), &drafts::Changes::failed, this, &AppsPanel::notApplied);
    showSelected({});
}

void AppsPanel::makeActions() {
    offer("panel.new", tr("Add an app"), [this] { startNew(Of::Tenant); });
    offer("panel.rename", tr("Rename the app"), [this] {
        if (m_tabs->isVisible()) {
            m_tabs->setCurrentIndex(kSettingsTab);
            m_form->focusFirst();
        }
    });
    offer("", m_secrets->rotateButton());
    offer("panel.test", tr("Try the app"), [this] {
        if (m_tabs->isVisible() && m_tabs->isTabVisible(kTryTab)) {
            m_tabs->setCurrentIndex(kTryTab);
            m_try->setFocus(Qt::OtherFocusReason);
        }
    });
    offer("panel.delete", tr("Delete the app"), [this] {
        if (m_delete->isVisible()) {
            askToDelete();
        }
    });
}

void AppsPanel::tenantChanged() {
    m_selected.drop();
    m_creating = false;
    m_shown = {};
    m_apps.clear();
    m_issuer.clear();
    m_keys.clear();
    m_once->forget();
    m_model->setRows({});
    showSelected({});
}

void AppsPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    m_table->setLoading(true);
    read(Of::Tenant, {});
    read(Of::FrontDoor, {});
    askLatest(m_asksTenant, client().tenant(tenant()), [this](const auto& outcome) {
        if (outcome) {
            m_issuer = toQString(outcome->value.issuer);
            showFacts();
        }
    });
    if (!m_creating && !m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void AppsPanel::read(Of whose, const QString& cursor) {
    const QString slug = whose == Of::Tenant ? tenant() : QString();
    askLatest(m_reading[static_cast<int>(whose)], client().apps(slug, {{}, cursor, 500}),
              [this, whose, goesOn = !cursor.isEmpty()](const auto& outcome) { answered(whose, goesOn, outcome); });
}

void AppsPanel::answered(Of whose, bool goesOn, const client::Outcome<client::api::Page<client::api::App>>& outcome) {
    if (!outcome) {
        if (whose == Of::Tenant) {
            m_table->showError(shell::errorText(outcome.error()));
        } else {
            m_seesFrontDoor = false; // a role of one tenant
            m_shared.clear();
            m_lists->setTabVisible(FrontDoor, false);
        }
        return;
    }
    auto& arriving = m_arriving[static_cast<int>(whose)];
    if (!goesOn) {
        arriving.clear();
    }
    arriving.insert(arriving.end(), outcome->items.begin(), outcome->items.end());
    if (outcome->nextCursor) {
        read(whose, toQString(*outcome->nextCursor));
        return;
    }
    (whose == Of::Tenant ? m_apps : m_shared) = std::exchange(arriving, {});
    if (whose == Of::Tenant) {
        m_table->clearError();
        m_table->setLoading(false);
    } else {
        m_seesFrontDoor = true;
        m_lists->setTabVisible(FrontDoor, true);
    }
    showRows();
}

void AppsPanel::showRows() {
    const int list = m_lists->currentIndex();
    std::vector<client::api::App> rows;
    for (const auto* some : {&m_apps, &m_shared}) {
        std::copy_if(some->begin(), some->end(), std::back_inserter(rows), [list](const client::api::App& app) {
            return list == All || (list == Machines ? isMachine(app) : isShared(app));
        });
    }
    m_table->setEmptyContent(QStringLiteral("app"),
                             list == Machines    ? tr("No machine client yet. Programs that act for themselves are "
                                                         "registered here.")
                             : list == FrontDoor ? tr("No app of the front door yet. It serves people of several "
                                                      "tenants.")
                                                 : tr("No app yet. People have nothing to sign in to."),
                             tr("Add an app"));
    m_model->setRows(std::move(rows));
    checkPending();
}

void AppsPanel::reveal(const QString& object) {
    if (object.startsWith(QLatin1String("client_id="))) {
        const QUrlQuery query(object);
        m_pendingClient = query.queryItemValue(QStringLiteral("client_id"), QUrl::FullyDecoded);
        m_pendingUri = query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded);
        checkPending();
    } else if (object == kNew || object == kNewShared) {
        startNew(object == kNew ? Of::Tenant : Of::FrontDoor);
    } else {
        m_lists->setCurrentIndex(All);
        m_table->select(object);
    }
}

void AppsPanel::checkPending() {
    const auto& rows = m_model->rows();
    const auto found = std::find_if(rows.begin(), rows.end(), [this](const client::api::App& app) {
        return !m_pendingClient.isEmpty() && toQString(app.clientId) == m_pendingClient;
    });
    if (found == rows.end()) {
        return;
    }
    m_pendingClient.clear();
    const QString id = toQString(found->id);
    if (id == shownId()) {
        showApp();
    }
    m_table->select(id);
}

QString AppsPanel::currentObject() const {
    return m_table->currentKey();
}

void AppsPanel::focusFilter() {
    m_table->focusFilter();
}

void AppsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        if (!m_creating) {
            m_selected.drop();
            m_detail->showEmpty(QStringLiteral("app"), tr("Select an app to see its addresses, secrets and settings."));
        }
        return;
    }
    m_creating = false;
    const client::api::App* row = m_model->find(id);
    const QString slug = row != nullptr && isShared(*row) ? QString() : tenant();
    askLatest(m_selected, client().app(slug, id), [this](const auto& outcome) {
        m_detail->showContent();
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_shown = *outcome;
        showApp();
    });
}

} // namespace gatehouse::ui::panels::apps
