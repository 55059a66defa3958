// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/connections_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/connection_model.h"
#include "ui/panels/connections/saml_facts.h"
#include "ui/panels/connections/stage_fixes.h"
#include "ui/panels/connections/test_card.h"
#include "ui/panels/connections/wizard.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::connections {

using client::toDateTime;
using client::toQString;

ConnectionsPanel::ConnectionsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_stack(new QStackedWidget(this))
    , m_listPage(new QWidget(m_stack))
    , m_wizard(new ConnectionWizard(services, requests(), m_stack))
    , m_model(new ConnectionModel(this))
    , m_table(new widgets::FilterTable(tr("Identity providers"), widgets::FilterBy::Rows, m_listPage))
    , m_detail(new widgets::DetailPane(tr("Identity provider"), m_listPage))
    , m_give(new widgets::Card(tr("Give this to the provider"), m_detail))
    , m_redirectUri(new widgets::CopyField(tr("redirect URI"), m_give))
    , m_testCard(new TestCard(services.client, requests(), m_detail))
    , m_fixes(new StageFixes(services, *m_detail->banner(), this))
    , m_form(new ConnectionForm(m_detail))
    , m_health(new widgets::DetailGrid(m_detail))
    , m_test(new QPushButton(theme::icon(QStringLiteral("test")), tr("Test connection"), this))
    , m_signIn(new QPushButton(theme::icon(QStringLiteral("open-external")), tr("Test sign-in"), this))
    , m_mapping(new QPushButton(theme::icon(QStringLiteral("mapping")), tr("Claim mapping"), this))
    , m_checkResponse(new QPushButton(theme::icon(QStringLiteral("checklist")), tr("Check a response"), m_detail))
    , m_clone(new QPushButton(theme::icon(QStringLiteral("copy")), tr("Clone"), this))
    , m_delete(new QPushButton(theme::icon(QStringLiteral("delete")), tr("Delete"), this))
    , m_enable(new QPushButton(this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_review(new QPushButton(tr("Review and apply"), this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    auto* row = new QHBoxLayout(m_listPage);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_detail, 440, 630, m_listPage));
    m_stack->addWidget(m_listPage);
    m_stack->addWidget(m_wizard);
    makeWizard();
    makeActions();
}

QWidget* ConnectionsPanel::makeList() {
    auto* list = new QWidget(m_listPage);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header =
        new widgets::PageHeader(tr("Identity providers"), tr("Where this company's people prove who they are."), list);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add"), theme::Tone::OnAccent), tr("Connect"), list);
    theme::setButtonKind(*add, theme::ButtonKind::Primary);
    add->setObjectName(QStringLiteral("idp.connect"));
    add->setAccessibleName(tr("Connect an identity provider"));
    add->setToolTip(tr("Connect an identity provider (Ctrl+N)"));
    connect(add, &QPushButton::clicked, this, &ConnectionsPanel::startNew);
    header->addAction(add);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 160, 100, 96, 104}, {ConnectionModel::Issuer, ConnectionModel::LastLogin});
    m_table->view()->setColumnHidden(ConnectionModel::Domains, true);
    m_table->sortBy(ConnectionModel::Name, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("connections"),
                             tr("No identity provider yet. People cannot sign in with their company account."),
                             tr("Connect an identity provider"));
    column->addWidget(header);
    column->addWidget(m_table, 1);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &ConnectionsPanel::showSelected);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, &ConnectionsPanel::startNew);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &ConnectionsPanel::refresh);
    connect(m_table, &widgets::FilterTable::opened, this, [this] {
        const QString id = m_table->currentKey();
        m_model->isUnfinished(id) ? openWizard(id) : m_form->focusFirst();
    });
    return list;
}

void ConnectionsPanel::makeDetail() {
    m_give->body()->addWidget(m_redirectUri);
    m_detail->body()->addWidget(m_give);
    m_detail->body()->addWidget(m_checkResponse, 0, Qt::AlignLeading);
    m_detail->body()->addWidget(m_testCard);
    m_detail->body()->addWidget(m_form);
    m_detail->body()->addWidget(m_health);
    m_detail->body()->addStretch(1);
    m_detail->addAction(makeEventsButton([this] { return QStringLiteral("target=") + shownId(); }));
    m_detail->addAction(m_enable);
    m_detail->addAction(m_clone);
    m_detail->addAction(m_delete);
    m_detail->addFootLeft(m_test);
    m_detail->addFootLeft(m_signIn);
    m_detail->addFootLeft(m_mapping);
    m_detail->addFootRight(m_revert);
    m_detail->addFootRight(m_review);
    m_test->setToolTip(tr("Try the provider stage by stage (Ctrl+T)"));
    m_signIn->setToolTip(tr("Sign in with a browser; nobody is signed in to anything by it"));
    m_checkResponse->setObjectName(QStringLiteral("idp.checkResponse"));
    m_checkResponse->setToolTip(tr("Paste a SAML response and see each check of a login"));
    for (QPushButton* each : {m_test, m_signIn, m_mapping, m_checkResponse, m_clone, m_delete, m_revert, m_review}) {
        each->setAccessibleName(each->text());
    }
    theme::setButtonKind(*m_review, theme::ButtonKind::Primary);
    theme::setButtonKind(*m_clone, theme::ButtonKind::Quiet);
    theme::setButtonKind(*m_delete, theme::ButtonKind::Quiet);
    m_testCard->hide();
    showSelected({});
    connect(m_detail, &widgets::DetailPane::emptyActionRequested, this, [this] { openWizard(m_table->currentKey()); });
    connect(m_test, &QPushButton::clicked, this, &ConnectionsPanel::test);
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        m_testCard->show();
        m_detail->scrollTo(m_testCard);
        m_testCard->signIn(tenant(), shownId());
    });
    connect(m_testCard, &TestCard::fixRequested, this, &ConnectionsPanel::fix);
    connect(m_fixes, &StageFixes::trusted, this, &ConnectionsPanel::trust);
    connect(m_fixes, &StageFixes::notice, this, &ConnectionsPanel::notice);
    connect(m_fixes, &StageFixes::goTo, this, &ConnectionsPanel::goTo);
    connect(m_testCard, &TestCard::runningChanged, this, &ConnectionsPanel::showButtons);
    connect(m_testCard, &TestCard::failed, this, [this](const client::Failure& failure) {
        m_testCard->hide();
        shell::showFailure(failure, m_form->form(), *m_detail->banner());
    });
    connect(m_testCard, &TestCard::finished, this, [this](bool sound) {
        emit notice(sound ? tr("The test of %1 passed.").arg(titleOf(m_shown.value))
                          : tr("The test of %1 found a problem.").arg(titleOf(m_shown.value)));
    });
    connect(m_review, &QPushButton::clicked, this, &ConnectionsPanel::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, &ConnectionsPanel::revert);
    connect(m_enable, &QPushButton::clicked, this, &ConnectionsPanel::toggleEnabled);
    connect(m_clone, &QPushButton::clicked, this, &ConnectionsPanel::clone);
    connect(m_delete, &QPushButton::clicked, this, &ConnectionsPanel::askToDelete);
    connect(m_checkResponse, &QPushButton::clicked, this, &ConnectionsPanel::checkResponse);
    connect(m_mapping, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("mapping"), tenant(), shownId()}); });
    connect(&m_form->form(), &widgets::Form::edited, this, &ConnectionsPanel::edited);
    connect(&m_form->form(), &widgets::Form::settled, this, &ConnectionsPanel::validate);
    connect(&drafts(), &drafts::Drafts::changed, this, [this] {
        showRows();
        showButtons();
    });
}

void ConnectionsPanel::makeActions() {
    offer("panel.new", tr("Connect an identity provider"), [this] { startNew(); });
    offer("panel.rename", tr("Rename the identity provider"), [this] {
        if (m_form->isVisible()) {
            m_form->focusFirst();
        }
    });
    offer("panel.test", tr("Test the identity provider"),
          [this] { m_stack->currentWidget() == m_wizard ? m_wizard->test() : test(); });
    for (QPushButton* button : {m_signIn, m_mapping, m_checkResponse, m_enable, m_clone}) {
        offer("", button);
    }
    offer("panel.delete", tr("Delete the identity provider"), [this] {
        if (m_stack->currentWidget() == m_listPage && m_delete->isVisible()) {
            askToDelete();
        }
    });
}

void ConnectionsPanel::makeWizard() {
    connect(m_wizard, &ConnectionWizard::goTo, this, &ConnectionsPanel::goTo);
    connect(m_wizard, &ConnectionWizard::notice, this, &ConnectionsPanel::notice);
    connect(m_wizard, &ConnectionWizard::closed, this, [this] {
        showList();
        showRows();
        showSelected(m_table->currentKey());
    });
    connect(m_wizard, &ConnectionWizard::done, this, [this](const QString& id) {
        showList();
        m_table->select(id);
        refresh();
    });
}

void ConnectionsPanel::tenantChanged() {
    showList();
    m_selected.drop();
    m_shown = {};
    m_connections.clear();
    m_testCard->clear();
    m_model->setRows({});
    m_wizard->setSandbox(std::nullopt);
}

void ConnectionsPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    m_table->setLoading(true);
    askLatest(m_reading, client().connections(tenant(), {.limit = 500}), [this](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        m_connections = std::move(outcome->items);
        showRows();
        m_table->setLoading(false);
    });
    askLatest(m_sandbox, client().sandbox(tenant()), [this](auto outcome) {
        m_wizard->setSandbox(outcome ? std::optional<client::api::Sandbox>(*std::move(outcome)) : std::nullopt);
    });
    if (!m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

QStringList ConnectionsPanel::unfinished() const {
    QStringList ids;
    for (const drafts::Draft& draft : drafts().all()) {
        if (draft.subject.tenant == tenant() && draft.subject.kind == QLatin1String("connection") &&
            draft.notes.value(QLatin1String("wizard")).toBool()) {
            ids.append(draft.subject.key);
        }
    }
    return ids;
}

void ConnectionsPanel::showRows() {
    std::vector<client::api::Connection> rows = m_connections;
    const QStringList ids = unfinished();
    for (const QString& id : ids) {
        const bool saved = std::any_of(rows.begin(), rows.end(),
                                       [&id](const client::api::Connection& each) { return toQString(each.id) == id; });
        const drafts::Draft* draft = drafts().find({tenant(), QStringLiteral("connection"), id});
        if (const auto state = draft == nullptr || saved ? std::nullopt : stateFrom(*draft)) {
            rows.push_back(state->connection);
            rows.back().displayName = titleOf(*state).toStdString();
        }
    }
    m_model->setUnfinished(ids);
    m_model->setRows(std::move(rows));
    QStringList names;
    for (const client::api::Connection& each : m_connections) {
        names.append(toQString(each.name));
    }
    m_wizard->setTakenNames(names);
}

void ConnectionsPanel::reveal(const QString& id) {
    if (unfinished().contains(id)) {
        openWizard(id);
        return;
    }
    showList();
    m_table->select(id);
}

QString ConnectionsPanel::currentObject() const {
    return m_table->currentKey();
}

void ConnectionsPanel::focusFilter() {
    if (m_stack->currentWidget() == m_listPage) {
        m_table->focusFilter();
    } else {
        Panel::focusFilter();
    }
}

QString ConnectionsPanel::shownId() const {
    return toQString(m_shown.value.id);
}

void ConnectionsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        m_selected.drop();
        m_detail->showEmpty(QStringLiteral("connections"), tr("Select an identity provider to see how it is set up."));
        return;
    }
    if (m_model->isUnfinished(id)) {
        m_selected.drop();
        m_detail->showEmpty(QStringLiteral("connections"),
                            tr("The set-up of this provider is not finished. What was entered is kept."),
                            tr("Continue the set-up"));
        return;
    }
    const bool other = id != shownId();
    askLatest(m_selected, client().connection(tenant(), id), [this, other](auto outcome) {
        m_detail->showContent();
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        if (other) {
            m_testCard->clear();
            m_testCard->hide();
        }
        m_shown = *std::move(outcome);
        showConnection();
    });
}

void ConnectionsPanel::showConnection() {
    const client::api::Connection& value = m_shown.value;
    const auto [status, word] = stateOf(value);
    m_detail->banner()->dismiss();
    m_detail->setTitle(titleOf(value),
                       (value.saml ? tr("SAML 2.0, %1") : tr("OpenID Connect, %1")).arg(providerOf(value)));
    m_detail->setChip(status, word);
    m_redirectUri->setWhat(value.saml ? tr("ACS URL") : tr("redirect URI"));
    m_redirectUri->setValue(toQString(value.saml ? value.saml->acsUrl : value.redirectUri));
    m_checkResponse->setVisible(value.saml.has_value());
    m_enable->setText(value.enabled ? tr("Disable") : tr("Enable"));
    m_enable->setAccessibleName(m_enable->text());
    showEdits();
    showHealth();
}

void ConnectionsPanel::showHealth() {
    const client::api::Health& health = m_shown.value.health;
    m_health->clear();
    const auto addTime = [this](const QString& name, const std::optional<Time>& time) {
        m_health->addText(name, widgets::relativeTime(toDateTime(time)), widgets::absoluteTime(toDateTime(time)));
    };
    addTime(tr("Last sign-in"), health.lastSuccess);
    addTime(tr("Last failure"), health.lastFailure);
    if (health.lastFailure) {
        m_health->addCode(tr("Reason"), toQString(health.lastFailureReason));
        m_health->addCode(tr("Reference"), toQString(health.lastFailureReference));
    }
    addTime(tr("Metadata read"), health.lastRefresh);
    addSamlFacts(*m_health, m_shown.value, QDateTime::currentDateTimeUtc());
    if (const QString pending = pendingSentence(m_shown.value); !pending.isEmpty()) {
        m_health->addText(tr("New metadata"), pending);
        auto* approve = new QPushButton(tr("Approve the new metadata"), m_health);
        approve->setObjectName(QStringLiteral("idp.approveMetadata"));
        approve->setAccessibleName(approve->text());
        connect(approve, &QPushButton::clicked, this, [this] {
            ask(client().call(
                    "POST",
                    QStringLiteral("/admin/v1/tenants/%1/connections/%2/approve-metadata").arg(tenant(), shownId())),
                [this](const auto& outcome) {
                    if (!outcome) {
                        m_detail->banner()->showError(shell::errorText(outcome.error()));
                        return;
                    }
                    emit notice(tr("The new metadata of %1 counts from now on.").arg(titleOf(m_shown.value)));
                    refresh();
                });
        });
        m_health->addWidget({}, approve);
    }
    auto* again = new QPushButton(tr("Read metadata now"), m_health);
    again->setObjectName(QStringLiteral("idp.readMetadata"));
    again->setAccessibleName(again->text());
    again->setToolTip(tr("Fetches metadata and keys, whatever is held of them"));
    connect(again, &QPushButton::clicked, this, &ConnectionsPanel::readMetadata);
    m_health->addWidget({}, again);
    m_health->addCode(tr("Id"), toQString(m_shown.value.id));
}

} // namespace gatehouse::ui::panels::connections
