// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/tenants/tenants_panel.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/drafts/draft_of.h"
#include "ui/panels/tenants/domain_list.h"
#include "ui/panels/tenants/settings_form.h"
#include "ui/panels/tenants/tenant_model.h"
#include "ui/shell/failure_text.h"
#include "ui/shell/toasts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/typed_confirmation.h"

namespace gatehouse::ui::panels::tenants {

using client::toQString;

namespace {

const QString kNew = QStringLiteral("new");

} // namespace

TenantsPanel::TenantsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new TenantModel(this))
    , m_table(new widgets::FilterTable(tr("Tenants"), widgets::FilterBy::Rows, this))
    , m_detail(new widgets::DetailPane(tr("Tenant"), this))
    , m_tabs(new QTabWidget(m_detail))
    , m_settings(new SettingsForm)
    , m_domains(new DomainList(client(), requests()))
    , m_events(makeEventsButton([this] { return QStringLiteral("target=") + toQString(m_shown.value.id); },
                                [this] { return toQString(m_shown.value.slug); }))
    , m_use(new QPushButton(tr("Work on this tenant"), this))
    , m_delete(new QPushButton(theme::icon(QStringLiteral("delete")), tr("Delete"), this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_review(new QPushButton(tr("Review and apply"), this)) {
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
    m_table->setColumnWidths({-1, 110, 110, 100}, {TenantModel::Created, TenantModel::Slug});
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
    m_detail->addAction(m_events);
    m_detail->addFootLeft(m_use);
    m_detail->addFootLeft(m_delete);
    m_detail->addFootRight(m_revert);
    m_detail->addFootRight(m_review);
    m_detail->showEmpty(QStringLiteral("tenants"), tr("Select a tenant to see its settings and domains."));
    for (QPushButton* button : {m_use, m_revert, m_review}) {
        button->setAccessibleName(button->text());
    }
    m_delete->setAccessibleName(tr("Delete this tenant"));
    m_delete->setToolTip(tr("Deletes it with its people, keys and log, after its name was typed"));
    theme::setButtonKind(*m_delete, theme::ButtonKind::Quiet);
    connect(m_delete, &QPushButton::clicked, this, &TenantsPanel::askToDelete);
    connect(m_table, &widgets::FilterTable::deleteRequested, this, &TenantsPanel::askToDelete);
    theme::setButtonKind(*m_review, theme::ButtonKind::Primary);
    m_review->setToolTip(tr("Look at what changes, then apply it (Ctrl+S)"));
    connect(&m_settings->form(), &widgets::Form::settled, this, &TenantsPanel::validate);
    connect(m_review, &QPushButton::clicked, this, &TenantsPanel::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, [this] {
        drafts().discard(subject());
        showForm();
    });
    connect(m_use, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("connections"), toQString(m_shown.value.slug)}); });
    connect(&m_settings->form(), &widgets::Form::edited, this, &TenantsPanel::edited);
    connect(m_domains, &DomainList::notice, this, &TenantsPanel::notice);
    connect(m_domains, &DomainList::removed, this,
            [this](const QString& sentence, const std::function<void()>& claimAgain) {
                toasts() == nullptr ? emit notice(sentence) : toasts()->show({sentence, tr("Undo"), claimAgain});
            });
    connect(&drafts(), &drafts::Drafts::changed, this, &TenantsPanel::showButtons);
    connect(&changes(), &drafts::Changes::failed, this, &TenantsPanel::notApplied);
    offer("panel.new", tr("New tenant"), [this] { startNew(); });
    offer("panel.rename", tr("Rename the tenant"), [this] {
        if (m_tabs->isVisible()) {
            m_tabs->setCurrentIndex(0);
            m_settings->focusFirst();
        }
    });
    offer("", m_use);
    offer("", m_delete);
    showButtons();
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
    if (!m_creating && !m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void TenantsPanel::reveal(const QString& slug) {
    slug == kNew ? startNew() : m_table->select(slug);
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
            m_selected.drop();
            m_detail->showEmpty(QStringLiteral("tenants"), tr("Select a tenant to see its settings and domains."));
        }
        return;
    }
    m_creating = false;
    askLatest(m_selected, client().tenant(slug), [this](const auto& outcome) {
        m_detail->showContent();
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_detail->banner()->dismiss();
        m_shown = *outcome;
        showShown();
        m_domains->setTenant(toQString(m_shown.value.slug));
        m_tabs->setTabEnabled(1, true);
    });
}

void TenantsPanel::startNew() {
    m_creating = true;
    m_selected.drop();
    m_shown = {};
    m_detail->banner()->dismiss();
    m_detail->showContent();
    showShown();
    m_tabs->setCurrentIndex(0);
    m_tabs->setTabEnabled(1, false);
    m_settings->focusFirst();
}

drafts::Subject TenantsPanel::subject() const {
    return {{}, QStringLiteral("tenant"), m_creating ? kNew : toQString(m_shown.value.slug)};
}

void TenantsPanel::showShown() {
    m_detail->banner()->dismiss();
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
    m_events->setVisible(!m_creating);
    m_delete->setVisible(!m_creating);
    showForm();
}

void TenantsPanel::showForm() {
    const drafts::Draft* draft = drafts().find(subject());
    const auto drafted = draft == nullptr ? std::nullopt : client::resourceOf<client::api::Tenant>(draft->wanted);
    m_settings->setTenant(drafted.value_or(m_shown.value),
                          m_creating ? SettingsForm::Use::Create : SettingsForm::Use::Edit);
    warnAboutAddress();
    showButtons();
}

void TenantsPanel::edited() {
    const drafts::Draft* known = drafts().find(subject());
    const drafts::Act act = m_creating ? drafts::Act::Create : drafts::Act::Update;
    drafts::Draft draft =
        known != nullptr ? *known : drafts::draftOf(subject(), act, QStringLiteral("tenants"), m_shown);
    const client::api::Tenant wanted = m_settings->tenant();
    draft.title = wanted.name.empty() ? tr("New tenant") : toQString(wanted.name);
    draft.wanted = client::documentOf(wanted);
    draft.ready = m_settings->problems().empty();
    drafts().put(std::move(draft));
    warnAboutAddress();
}

void TenantsPanel::warnAboutAddress() {
    const QString before = toQString(m_shown.value.slug);
    const QString after = toQString(m_settings->tenant().slug);
    if (m_creating || after == before) {
        m_settings->form().setWarning(QStringLiteral("/slug"), {});
        return;
    }
    if (m_appsOf != before) {
        m_appsOf = before;
        m_apps.clear();
        askLatest(m_asksApps, client().call("GET", QStringLiteral("/admin/v1/tenants/%1/apps?limit=500").arg(before)),
                  [this](const auto& outcome) {
                      if (outcome) {
                          for (const QJsonValueConstRef app : outcome->value.value(QLatin1String("items")).toArray()) {
                              m_apps.append(app.toObject().value(QLatin1String("name")).toString());
                          }
                      }
                      warnAboutAddress();
                  });
        return;
    }
    const QString issuer = toQString(m_shown.value.issuer);
    const QString apps = m_apps.isEmpty()
                             ? tr("No app of its own trusts it yet.")
                             : tr("These apps have to be changed: %1.").arg(m_apps.join(QStringLiteral(", ")));
    m_settings->form().setWarning(
        QStringLiteral("/slug"),
        tr("The issuer %1 goes with it: sessions and tokens that it made count no more. %2 Identity providers keep "
           "their redirect URIs.")
            .arg(issuer, apps));
}

void TenantsPanel::askToDelete() {
    if (m_creating || m_shown.value.slug.empty()) {
        return;
    }
    const QString slug = toQString(m_shown.value.slug);
    auto* box = new widgets::TypedConfirmation(tr("Delete the tenant %1?").arg(toQString(m_shown.value.name)), slug,
                                               tr("Delete this tenant"), this);
    box->setObjectName(QStringLiteral("tenant.deleteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &widgets::TypedConfirmation::confirmed, this, &TenantsPanel::removeShown);
    box->setConsequences({tr("Its people, identity providers, keys and log go with it, for good.")});
    box->open();
    ask(client().call("GET", QStringLiteral("/admin/v1/tenants/") + slug + QStringLiteral("/usage")),
        [box = QPointer<widgets::TypedConfirmation>(box)](const auto& outcome) {
            if (box && outcome) {
                const auto count = [&outcome](const char* name) {
                    return outcome->value.value(QLatin1String(name)).toInt();
                };
                box->setConsequences({tr("%n person(s) can sign in no more.", nullptr, count("users")),
                                      tr("%n session(s) end now.", nullptr, count("sessions")),
                                      tr("%n app(s) stop working.", nullptr, count("apps")),
                                      tr("Its people, identity providers, keys and log go with it, for good.")});
            }
        });
}

void TenantsPanel::removeShown() {
    drafts::Draft draft = drafts::draftOf(subject(), drafts::Act::Delete, QStringLiteral("tenants"), m_shown);
    draft.title = toQString(m_shown.value.name);
    changes().applyNow(std::move(draft));
}

void TenantsPanel::validate() {
    m_settings->form().addErrors(m_settings->problems());
}

void TenantsPanel::notApplied(const drafts::Subject& failed, const client::Failure& failure) {
    if (failed == subject()) {
        m_tabs->setCurrentIndex(0);
        shell::showFailure(failure, m_settings->form(), *m_detail->banner());
    }
}

void TenantsPanel::draftApplied(const drafts::Applied& what) {
    if (what.draft.subject.kind != QLatin1String("tenant")) {
        return;
    }
    if (what.draft.act == drafts::Act::Delete) {
        m_shown = {};
        showSelected({});
    }
    if (m_creating && what.draft.act == drafts::Act::Create) {
        m_creating = false;
        m_tabs->setTabEnabled(1, true);
    }
    if (what.draft.act != drafts::Act::Delete) {
        m_table->select(what.result.value(QLatin1String("slug")).toString()); // which may be another one now
    }
    refresh();
}

void TenantsPanel::showButtons() {
    const drafts::Draft* draft = drafts().find(subject());
    m_revert->setEnabled(draft != nullptr);
    m_review->setEnabled(draft != nullptr && draft->ready);
}

} // namespace gatehouse::ui::panels::tenants
