// SPDX-License-Identifier: Apache-2.0
// AppsPanel: the app that is shown, what is edited of it, its secrets, and its end.
#include "ui/panels/apps/apps_panel.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/drafts/draft_of.h"
#include "ui/panels/apps/app_form.h"
#include "ui/panels/apps/app_model.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/redirect_checker.h"
#include "ui/panels/apps/saml_values.h"
#include "ui/panels/apps/secrets_card.h"
#include "ui/panels/apps/snippet_card.h"
#include "ui/panels/apps/try_card.h"
#include "ui/shell/failure_text.h"
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

bool AppsPanel::shownIsShared() const {
    return isShared(m_shown.value);
}

QString AppsPanel::shownTenant() const {
    return shownIsShared() ? QString() : tenant();
}

QString AppsPanel::shownId() const {
    return toQString(m_shown.value.id);
}

QString AppsPanel::issuer() {
    if (!shownIsShared()) {
        return m_issuer;
    }
    const auto& status = monitor().status();
    return status ? toQString(status->publicUrl) : QString();
}

drafts::Subject AppsPanel::subject() const {
    const QString id = !m_creating ? shownId() : shownIsShared() ? kNewShared : kNew;
    return {shownTenant(), QStringLiteral("app"), id};
}

void AppsPanel::startNew(Of whose) {
    m_creating = true;
    m_selected.drop();
    m_shown = {};
    if (whose == Of::FrontDoor) {
        m_shown.value.tenants = client::api::TenantScope{true, {}};
    } else if (m_lists->currentIndex() == Machines) {
        m_shown.value.type = "service";
        m_shown.value.grantTypes = {"client_credentials"};
        m_shown.value.scopes.clear();
    }
    m_detail->showContent();
    m_tabs->setCurrentIndex(kSettingsTab);
    showApp();
    m_form->focusFirst();
}

void AppsPanel::showApp() {
    const client::api::App& app = m_shown.value;
    m_detail->banner()->dismiss();
    if (m_creating) {
        m_detail->setTitle(tr("New app"), shownIsShared() ? tr("For people of several tenants, at the front door.")
                                                          : tr("Its client id and secret are made when you apply."));
        m_detail->hideChip();
    } else {
        const auto [status, word] = stateOf(app);
        m_detail->setTitle(toQString(app.name), AppWords::type(app.type));
        m_detail->setChip(status, word);
    }
    m_tabs->setTabVisible(kOverviewTab, !m_creating);
    for (const int tab : {kSnippetsTab, kTryTab}) {
        m_tabs->setTabVisible(tab, !m_creating && !isSaml(app));
    }
    if (isSaml(app)) {
        askForKeys();
    }
    m_events->setVisible(!m_creating);
    m_delete->setVisible(!m_creating);
    m_once->setVisible(!m_once->secret().isEmpty() && m_freshId == shownId());
    m_secrets->showSecrets(app);
    m_checker->setApp(shownTenant(), shownId());
    m_checker->setVisible(hasGrant(app, "authorization_code"));
    showFacts();
    showForm();
    if (!m_pendingUri.isEmpty() && m_pendingClient.isEmpty()) {
        m_tabs->setCurrentIndex(kOverviewTab);
        m_checker->check(std::exchange(m_pendingUri, {}));
        m_detail->scrollTo(m_checker);
    }
}

void AppsPanel::showFacts() {
    const client::api::App& app = m_shown.value;
    const QString base = issuer();
    m_facts->clear();
    if (shownIsShared()) {
        m_facts->addTags(tr("For tenants"), client::toStringList(app.tenants->slugs), {},
                         tr("all, also those to come"));
    }
    if (!isSaml(app)) {
        m_facts->addText(tr("Proves itself by"), AppWords::auth(app.auth), toQString(app.auth));
    }
    if (isMachine(app)) {
        const QDateTime end = toDateTime(app.expiresAt);
        m_facts->addText(tr("Owner"), toQString(app.owner));
        m_facts->addText(tr("Works until"),
                         end.isValid() ? QLocale().toString(end.date(), QLocale::ShortFormat) : tr("without end"),
                         widgets::absoluteTime(end));
    }
    const QDateTime created = toDateTime(app.createdAt);
    const QDateTime changed = toDateTime(app.updatedAt);
    m_facts->addText(tr("Registered"), widgets::relativeTime(created), widgets::absoluteTime(created));
    m_facts->addText(tr("Changed"), widgets::relativeTime(changed), widgets::absoluteTime(changed));
    showEndpoints();
    m_snippets->showApp(app, base);
    m_try->showApp(app, shownTenant(), base);
    if (m_freshId != shownId()) {
        m_snippets->setSecret({});
    }
}

void AppsPanel::showEndpoints() {
    const client::api::App& app = m_shown.value;
    m_endpoints->clear();
    if (isSaml(app)) {
        addSamlValues(*m_endpoints, app, m_issuer, m_keys);
        return;
    }
    const QString base = issuer();
    m_endpoints->addCode(tr("Client id"), toQString(app.clientId));
    m_endpoints->addCode(tr("Issuer"), base);
    if (!base.isEmpty()) {
        m_endpoints->addCode(tr("Metadata"), base + QStringLiteral("/.well-known/openid-configuration"));
        const QString at = base + QStringLiteral("/oauth2/");
        if (hasGrant(app, "authorization_code")) {
            m_endpoints->addCode(tr("Authorization"), at + QStringLiteral("authorize"));
        }
        m_endpoints->addCode(tr("Token"), at + QStringLiteral("token"));
        m_endpoints->addCode(tr("Keys"), at + QStringLiteral("jwks"));
        if (hasGrant(app, "authorization_code")) {
            m_endpoints->addCode(tr("User info"), at + QStringLiteral("userinfo"));
            m_endpoints->addCode(tr("Sign-out"), at + QStringLiteral("logout"));
        }
    }
}

void AppsPanel::askForKeys() {
    askLatest(m_asksKeys, client().keys(tenant()), [this](const auto& outcome) {
        if (outcome) { // without the right to see keys the addresses do
            m_keys = outcome->items;
            showEndpoints();
        }
    });
}

void AppsPanel::showForm() {
    client::api::App app = m_shown.value;
    const drafts::Draft* draft = drafts().find(subject());
    if (auto wanted = draft == nullptr ? std::nullopt : client::resourceOf<client::api::App>(draft->wanted)) {
        wanted->id = app.id;
        app = *std::move(wanted);
    }
    m_filling = true;
    m_form->setApp(app, m_creating ? AppForm::Use::Create : AppForm::Use::Edit);
    m_filling = false;
    m_checker->setRegistered(m_form->redirectUris());
    showButtons();
}

void AppsPanel::edited() {
    if (m_filling) {
        return;
    }
    const drafts::Draft* known = drafts().find(subject());
    const drafts::Act act = m_creating ? drafts::Act::Create : drafts::Act::Update;
    drafts::Draft draft = known != nullptr ? *known : drafts::draftOf(subject(), act, QStringLiteral("apps"), m_shown);
    const client::api::App wanted = m_form->app();
    draft.title = wanted.name.empty() ? tr("New app") : toQString(wanted.name);
    draft.wanted = client::documentOf(wanted);
    draft.ready = m_form->problems().empty();
    drafts().put(std::move(draft));
    m_checker->setRegistered(m_form->redirectUris());
}

void AppsPanel::validate() {
    m_form->form().addErrors(m_form->problems());
}

void AppsPanel::revert() {
    drafts().discard(subject());
    m_detail->banner()->dismiss();
    showForm();
}

void AppsPanel::showButtons() {
    const bool shown = m_creating || !shownId().isEmpty();
    const drafts::Draft* draft = shown ? drafts().find(subject()) : nullptr;
    m_revert->setEnabled(draft != nullptr);
    m_review->setEnabled(draft != nullptr && draft->ready);
    m_review->setToolTip(draft != nullptr && !draft->ready ? tr("Correct the marked fields first")
                                                           : tr("Look at what changes, then apply it (Ctrl+S)"));
}

void AppsPanel::notApplied(const drafts::Subject& failed, const client::Failure& failure) {
    if (failed == subject()) {
        m_tabs->setCurrentIndex(kSettingsTab);
        shell::showFailure(failure, m_form->form(), *m_detail->banner());
    }
}

void AppsPanel::rotate() {
    ask(client().rotateSecret(shownTenant(), shownId()), [this](const auto& outcome) {
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        tookSecret(*outcome);
        emit notice(tr("Made a secret. The old one works for another day."));
    });
}

void AppsPanel::finishRotation() {
    ask(client().finishRotation(shownTenant(), shownId()), [this](const auto& outcome) {
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_shown = *outcome;
        m_model->updateRow(m_shown.value);
        showApp();
        emit notice(tr("The old secret of %1 counts no more.").arg(toQString(m_shown.value.name)));
    });
}

void AppsPanel::tookSecret(const client::Versioned<client::api::App>& app) {
    m_freshId = toQString(app.value.id);
    const QString secret = toQString(*app.value.clientSecret);
    m_once->showSecret(tr("%1 proves itself with it. It is shown this once and kept nowhere: copy it into the app, or "
                          "make another one later.")
                           .arg(toQString(app.value.name)),
                       secret);
    if (m_freshId == shownId()) {
        m_shown = app;
        m_shown.value.clientSecret.reset();
        m_model->updateRow(m_shown.value);
        showApp();
        m_snippets->setSecret(secret);
        m_try->setSecret(secret);
        m_detail->scrollTo(m_once);
    }
}

void AppsPanel::askToDelete() {
    if (m_creating || shownId().isEmpty()) {
        return;
    }
    ask(client().appUsage(shownTenant(), shownId()), [this](const auto& outcome) {
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        confirmDelete(*outcome);
    });
}

void AppsPanel::confirmDelete(const client::api::AppUsage& usage) {
    const QString name = toQString(m_shown.value.name);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete %1").arg(name), tr("Delete the app %1?").arg(name),
                                QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("app.deleteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList lines{tr("%n person(s) use it now", nullptr, int(usage.users)),
                            tr("%n grant(s) end, with their tokens", nullptr, int(usage.grants)),
                            tr("%n session(s) go on without it", nullptr, int(usage.sessions)),
                            tr("%n login(s) in the last 24 hours", nullptr, int(usage.logins24h))};
    box->setInformativeText(lines.join(u'\n') + QStringLiteral("\n\n") +
                            tr("Ctrl+Z registers it again, with the same client id and a new secret."));
    QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("app.confirmDelete"));
    connect(remove, &QPushButton::clicked, this, [this] {
        drafts::Draft draft = drafts::draftOf(subject(), drafts::Act::Delete, QStringLiteral("apps"), m_shown);
        draft.title = toQString(m_shown.value.name);
        changes().applyNow(std::move(draft));
    });
    box->open();
}

void AppsPanel::draftApplied(const drafts::Applied& what) {
    const drafts::Subject& of = what.draft.subject;
    if (of.kind != QLatin1String("app") || (!of.tenant.isEmpty() && of.tenant != tenant())) {
        return;
    }
    if (what.draft.act == drafts::Act::Delete) {
        if (of.key == shownId()) {
            m_shown = {};
            m_once->forget();
            showSelected({});
        }
        refresh();
        return;
    }
    m_creating = false;
    const QString id = what.result.value(QLatin1String("id")).toString();
    const auto app = client::resourceOf<client::api::App>(what.result);
    if (app && app->clientSecret) {
        m_shown = {*app, what.etag};
        tookSecret(m_shown);
    }
    if (app && (app->clientSecret || (what.draft.act == drafts::Act::Create && isSaml(*app)))) {
        m_tabs->setCurrentIndex(kOverviewTab);
    }
    m_lists->setCurrentIndex(m_lists->currentIndex() == FrontDoor && of.tenant.isEmpty() ? FrontDoor : All);
    m_table->select(id);
    refresh();
}

void AppsPanel::showcase() {
    if (m_checker->isVisible() && !m_shown.value.redirectUris.empty()) {
        m_checker->check(toQString(m_shown.value.redirectUris.back()) + u'/');
        m_detail->scrollTo(m_checker);
    }
}

} // namespace gatehouse::ui::panels::apps
