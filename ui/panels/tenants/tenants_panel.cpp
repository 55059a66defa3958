// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/tenants/tenants_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/tenants/domain_list.h"
#include "ui/panels/tenants/settings_form.h"
#include "ui/panels/tenants/tenant_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::tenants {

using client::toQString;

TenantsPanel::TenantsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new TenantModel(this))
    , m_table(new widgets::FilterTable(tr("Tenants"), widgets::FilterBy::Rows, this))
    , m_detail(new widgets::DetailPane(tr("Tenant"), this))
    , m_tabs(new QTabWidget(m_detail))
    , m_settings(new SettingsForm)
    , m_domains(new DomainList(client(), requests()))
    , m_use(new QPushButton(tr("Work on this tenant"), this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_save(new QPushButton(tr("Save"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_detail, 470, 590, this));
}

QWidget* TenantsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(
        tr("Tenants"), tr("Each tenant is a company with its own people, keys and identity providers."), list);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add"), theme::Tone::OnAccent), tr("New tenant"), list);
    theme::setButtonKind(*add, theme::ButtonKind::Primary);
    add->setAccessibleName(tr("New tenant"));
    connect(add, &QPushButton::clicked, this, &TenantsPanel::startNew);
    header->addAction(add);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 110, 110, 100});
    m_table->sortBy(TenantModel::Name, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("tenants"),
                             tr("No tenant yet. A tenant is a company whose people sign in here."),
                             tr("Create a tenant"));
    column->addWidget(header);
    column->addWidget(m_table, 1);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &TenantsPanel::showSelected);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, &TenantsPanel::startNew);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &TenantsPanel::refresh);
    connect(m_table, &widgets::FilterTable::opened, this, [this] {
        m_tabs->setCurrentIndex(0);
        m_settings->focusFirst();
    });
    return list;
}

void TenantsPanel::makeDetail() {
    m_tabs->setDocumentMode(true);
    const auto addTab = [this](QWidget* page, const QString& title) {
        auto* holder = new QWidget(m_tabs);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 14, 0, 0);
        column->addWidget(page);
        m_tabs->addTab(holder, title);
    };
    addTab(m_settings, tr("Settings"));
    addTab(m_domains, tr("Domains"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the tenant"));
    m_detail->body()->addWidget(m_tabs);
    m_detail->addFootLeft(m_use);
    m_detail->addFootRight(m_revert);
    m_detail->addFootRight(m_save);
    m_detail->showEmpty(QStringLiteral("tenants"), tr("Select a tenant to see its settings and domains."));
    for (QPushButton* button : {m_use, m_revert, m_save}) {
        button->setAccessibleName(button->text());
    }
    theme::setButtonKind(*m_save, theme::ButtonKind::Primary);
    m_save->setShortcut(QKeySequence::Save);
    connect(m_save, &QPushButton::clicked, this, &TenantsPanel::save);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_drafts.erase(draftKey());
        revert();
    });
    connect(m_use, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("connections"), toQString(m_shown.value.slug)}); });
    connect(&m_settings->form(), &widgets::Form::edited, this, [this] { setDirty(true); });
    connect(m_domains, &DomainList::notice, this, &TenantsPanel::notice);
    setDirty(false);
}

void TenantsPanel::refresh() {
    m_table->setLoading(true);
    askLatest(m_reading, client().tenants({.limit = 500}), [this](auto outcome) {
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

void TenantsPanel::reveal(const QString& slug) {
    m_table->select(slug);
}

QString TenantsPanel::currentObject() const {
    return m_table->currentKey();
}

void TenantsPanel::focusFilter() {
    m_table->focusFilter();
}

void TenantsPanel::showSelected(const QString& slug) {
    if (slug.isEmpty()) {
        if (!m_creating) {
            m_detail->showEmpty(QStringLiteral("tenants"), tr("Select a tenant to see its settings and domains."));
        }
        return;
    }
    keepDraft();
    m_creating = false;
    askLatest(m_selected, client().tenant(slug), [this](auto outcome) {
        m_detail->showContent();
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_detail->banner()->dismiss();
        m_shown = *std::move(outcome);
        revert();
        restoreDraft();
        m_domains->setTenant(toQString(m_shown.value.slug));
        m_tabs->setTabEnabled(1, true);
    });
}

void TenantsPanel::startNew() {
    keepDraft();
    m_creating = true;
    m_selected.drop();
    m_shown = {};
    m_detail->banner()->dismiss();
    m_detail->showContent();
    revert();
    restoreDraft();
    m_tabs->setCurrentIndex(0);
    m_tabs->setTabEnabled(1, false);
    m_settings->focusFirst();
}

void TenantsPanel::revert() {
    m_detail->banner()->dismiss();
    m_settings->setTenant(m_shown.value, m_creating ? SettingsForm::Use::Create : SettingsForm::Use::Edit);
    if (m_creating) {
        m_detail->setTitle(
            tr("New tenant"),
            tr("Its signing keys are made at once; nobody can sign in before an identity provider is connected."));
        m_detail->hideChip();
    } else {
        const auto [status, word] = stateOf(m_shown.value);
        m_detail->setTitle(toQString(m_shown.value.name), toQString(m_shown.value.issuer));
        m_detail->setChip(status, word);
    }
    m_use->setVisible(!m_creating);
    m_save->setText(m_creating ? tr("Create tenant") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    setDirty(false);
}

void TenantsPanel::save() {
    const std::vector<widgets::FieldError> problems = m_settings->problems();
    if (!problems.empty()) {
        m_settings->form().showErrors(problems);
        return;
    }
    m_save->setEnabled(false);
    const client::api::Tenant wanted = m_settings->tenant();
    const auto use = [this](const auto& outcome) { saved(outcome); };
    m_creating ? ask(client().createTenant(wanted), use) : ask(client().updateTenant(m_shown, wanted), use);
}

void TenantsPanel::saved(const client::Outcome<client::Versioned<client::api::Tenant>>& outcome) {
    m_save->setEnabled(true);
    if (!outcome) {
        m_tabs->setCurrentIndex(0);
        shell::showFailure(outcome.error(), m_settings->form(), *m_detail->banner());
        return;
    }
    const QString name = toQString(outcome->value.name);
    emit notice(m_creating ? tr("Created %1.").arg(name) : tr("Saved %1.").arg(name));
    m_drafts.erase(draftKey());
    m_creating = false;
    m_shown = *outcome;
    revert();
    m_tabs->setTabEnabled(1, true);
    m_domains->setTenant(toQString(m_shown.value.slug));
    m_table->select(toQString(m_shown.value.slug));
    emit tenantsChanged();
    refresh();
}

QString TenantsPanel::draftKey() const {
    return m_creating ? QString() : toQString(m_shown.value.slug);
}

void TenantsPanel::keepDraft() {
    if (m_dirty) {
        m_drafts[draftKey()] = m_settings->tenant();
        setDirty(false);
    }
}

void TenantsPanel::restoreDraft() {
    const auto draft = m_drafts.find(draftKey());
    if (draft != m_drafts.end()) {
        m_settings->setTenant(draft->second, m_creating ? SettingsForm::Use::Create : SettingsForm::Use::Edit);
        setDirty(true);
    }
}

void TenantsPanel::setDirty(bool dirty) {
    m_save->setEnabled(dirty);
    m_revert->setEnabled(dirty);
    if (dirty != m_dirty) {
        m_dirty = dirty;
        emit dirtyChanged(dirty);
    }
}

} // namespace gatehouse::ui::panels::tenants
