// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/connections_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/connection_model.h"
#include "ui/panels/connections/test_stages.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/check_list.h"
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
    , m_model(new ConnectionModel(this))
    , m_table(new widgets::FilterTable(tr("Identity providers"), widgets::FilterBy::Rows, this))
    , m_detail(new widgets::DetailPane(tr("Identity provider"), this))
    , m_give(new widgets::Card(tr("Give this to the provider"), m_detail))
    , m_redirectUri(new widgets::CopyField(tr("redirect URI"), m_give))
    , m_testCard(new widgets::Card(tr("Connection test"), m_detail))
    , m_checks(new widgets::CheckList(m_testCard))
    , m_form(new ConnectionForm(m_detail))
    , m_health(new widgets::DetailGrid(m_detail))
    , m_test(new QPushButton(theme::icon(QStringLiteral("test")), tr("Test connection"), this))
    , m_mapping(new QPushButton(theme::icon(QStringLiteral("mapping")), tr("Claim mapping"), this))
    , m_enable(new QPushButton(this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_save(new QPushButton(tr("Save"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_detail, 440, 630, this));
}

QWidget* ConnectionsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header =
        new widgets::PageHeader(tr("Identity providers"), tr("Where this company's people prove who they are."), list);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add"), theme::Tone::OnAccent), tr("Connect"), list);
    theme::setButtonKind(*add, theme::ButtonKind::Primary);
    add->setAccessibleName(tr("Connect an identity provider"));
    add->setToolTip(tr("Connect an identity provider"));
    connect(add, &QPushButton::clicked, this, &ConnectionsPanel::startNew);
    header->addAction(add);
    m_table->setModel(m_model);
    m_table->setColumnWidths({124, -1, 100, 96, 104});
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
    connect(m_table, &widgets::FilterTable::opened, this, [this] { m_form->focusFirst(); });
    return list;
}

void ConnectionsPanel::makeDetail() {
    m_give->body()->addWidget(m_redirectUri);
    m_testCard->body()->addWidget(m_checks);
    m_detail->body()->addWidget(m_give);
    m_detail->body()->addWidget(m_testCard);
    m_detail->body()->addWidget(m_form);
    m_detail->body()->addWidget(m_health);
    m_detail->body()->addStretch(1);
    m_detail->addAction(m_enable);
    m_detail->addFootLeft(m_test);
    m_detail->addFootLeft(m_mapping);
    m_detail->addFootRight(m_revert);
    m_detail->addFootRight(m_save);
    m_test->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_save->setShortcut(QKeySequence::Save);
    m_test->setToolTip(
        tr("Try the provider stage by stage (%1)").arg(m_test->shortcut().toString(QKeySequence::NativeText)));
    for (QPushButton* button : {m_test, m_mapping, m_revert, m_save}) {
        button->setAccessibleName(button->text());
    }
    theme::setButtonKind(*m_save, theme::ButtonKind::Primary);
    m_testCard->hide();
    m_detail->showEmpty(QStringLiteral("connections"), tr("Select an identity provider to see how it is set up."));
    connect(m_test, &QPushButton::clicked, this, [this] { m_dirty || m_creating ? save(After::Test) : test(); });
    connect(m_save, &QPushButton::clicked, this, [this] { save(After::Stay); });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_drafts.erase(shownId());
        revert();
    });
    connect(m_enable, &QPushButton::clicked, this, &ConnectionsPanel::toggleEnabled);
    connect(m_mapping, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("mapping"), tenant(), shownId()}); });
    connect(&m_form->form(), &widgets::Form::edited, this, [this] { setDirty(true); });
    setDirty(false);
}

void ConnectionsPanel::tenantChanged() {
    m_drafts.clear();
    m_creating = false;
    setDirty(false);
    m_selected.drop();
    m_model->setRows({});
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
        m_model->setRows(std::move(outcome->items));
        m_table->setLoading(false);
    });
    if (!m_creating && !m_dirty && !m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void ConnectionsPanel::reveal(const QString& id) {
    m_table->select(id);
}

QString ConnectionsPanel::currentObject() const {
    return m_table->currentKey();
}

void ConnectionsPanel::focusFilter() {
    m_table->focusFilter();
}

QString ConnectionsPanel::shownId() const {
    return m_creating ? QString() : toQString(m_shown.value.id);
}

void ConnectionsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        if (!m_creating) {
            m_detail->showEmpty(QStringLiteral("connections"),
                                tr("Select an identity provider to see how it is set up."));
        }
        return;
    }
    const bool other = id != shownId();
    keepDraft();
    m_creating = false;
    askLatest(m_selected, client().connection(tenant(), id), [this, other](auto outcome) {
        m_detail->showContent();
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        if (other) {
            m_testing.drop();
            m_testCard->hide();
        }
        showConnection(*outcome);
        restoreDraft();
    });
}

void ConnectionsPanel::startNew() {
    keepDraft();
    m_creating = true;
    m_selected.drop();
    m_testing.drop();
    m_testCard->hide();
    client::Versioned<client::api::Connection> fresh;
    fresh.value.enabled = false; // visible to nobody before it was tested
    m_detail->showContent();
    showConnection(fresh);
    restoreDraft();
    m_form->focusFirst();
}

void ConnectionsPanel::showConnection(const client::Versioned<client::api::Connection>& connection) {
    m_shown = connection;
    revert();
    const client::api::Connection& value = m_shown.value;
    if (m_creating) {
        m_detail->setTitle(tr("Connect an identity provider"),
                           tr("Register Gatehouse at the provider as a web app, then fill in what it gave you. It "
                              "stays off until you enable it."));
        m_detail->hideChip();
    } else {
        const auto [status, word] = stateOf(value);
        m_detail->setTitle(titleOf(value), tr("OpenID Connect, %1").arg(toQString(value.issuer)));
        m_detail->setChip(status, word);
    }
    m_redirectUri->setValue(toQString(value.redirectUri));
    m_give->setVisible(!m_creating);
    m_enable->setVisible(!m_creating);
    m_enable->setText(value.enabled ? tr("Disable") : tr("Enable"));
    m_enable->setAccessibleName(m_enable->text());
    m_mapping->setVisible(!m_creating);
    showHealth();
}

void ConnectionsPanel::revert() {
    m_detail->banner()->dismiss();
    m_form->setConnection(m_shown.value);
    setDirty(false);
}

void ConnectionsPanel::showHealth() {
    const client::api::Health& health = m_shown.value.health;
    m_health->clear();
    m_health->setVisible(!m_creating);
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
    m_health->addCode(tr("Id"), toQString(m_shown.value.id));
}

} // namespace gatehouse::ui::panels::connections
