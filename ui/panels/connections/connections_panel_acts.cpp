// SPDX-License-Identifier: Apache-2.0
// What ConnectionsPanel does: edit, test, enable, clone, delete; and the way into the wizard.
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/drafts/draft_of.h"
#include "ui/panels/connections/address_warnings.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/connection_model.h"
#include "ui/panels/connections/connections_panel.h"
#include "ui/panels/connections/response_dialog.h"
#include "ui/panels/connections/saml_facts.h"
#include "ui/panels/connections/stage_fixes.h"
#include "ui/panels/connections/test_card.h"
#include "ui/panels/connections/wizard.h"
#include "ui/shell/failure_text.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

const QLatin1String kSecret("clientSecret");

/// Members that the form does not set: they stay as the draft, or the broker, has them.
bool isElsewhere(const QString& member) {
    return member == QLatin1String("mapping") || member == QLatin1String("enabled") || member == QLatin1String("id");
}

} // namespace

void ConnectionsPanel::startNew() {
    m_wizard->open(freshState(tenant()));
    m_stack->setCurrentWidget(m_wizard);
}

void ConnectionsPanel::openWizard(const QString& id) {
    const drafts::Draft* draft = drafts().find({tenant(), QStringLiteral("connection"), id});
    if (auto state = draft == nullptr ? std::nullopt : stateFrom(*draft)) {
        m_stack->setCurrentWidget(m_wizard);
        m_wizard->open(*std::move(state));
    }
}

void ConnectionsPanel::showList() {
    m_stack->setCurrentWidget(m_listPage);
}

void ConnectionsPanel::clone() {
    m_wizard->open(clonedState(tenant(), m_shown.value));
    m_stack->setCurrentWidget(m_wizard);
}

drafts::Subject ConnectionsPanel::subject() const {
    return {tenant(), QStringLiteral("connection"), shownId()};
}

drafts::Draft ConnectionsPanel::blankDraft() const {
    drafts::Draft draft = drafts::draftOf(subject(), drafts::Act::Update, QStringLiteral("connections"), m_shown);
    draft.title = titleOf(m_shown.value);
    draft.base.remove(QStringLiteral("id"));
    draft.wanted = draft.base;
    return draft;
}

void ConnectionsPanel::edited() {
    if (m_filling || shownId().isEmpty()) {
        return;
    }
    const drafts::Draft* known = drafts().find(subject());
    drafts::Draft draft = known == nullptr ? blankDraft() : *known;
    const QJsonObject entered = client::documentOf(m_form->connection());
    for (auto it = entered.begin(); it != entered.end(); ++it) {
        if (!isElsewhere(it.key())) {
            draft.wanted.insert(it.key(), it.value());
        }
    }
    draft.secrets.clear();
    if (entered.contains(kSecret)) {
        draft.secrets = {u'/' + kSecret};
        draft.lostSecret = false;
    } else {
        draft.wanted.remove(kSecret);
    }
    draft.ready = m_form->problems().empty();
    drafts().put(std::move(draft));
    warnAboutAddresses();
}

void ConnectionsPanel::validate() {
    if (!shownId().isEmpty()) {
        m_form->form().addErrors(m_form->problems());
    }
}

void ConnectionsPanel::warnAboutAddresses() {
    const client::api::Connection entered = m_form->connection();
    const QString ofName = nameWarning(m_shown.value, entered, m_apps);
    const QString ofIssuer = issuerWarning(m_shown.value, entered, m_apps);
    if ((!ofName.isEmpty() || !ofIssuer.isEmpty()) && m_appsOf != shownId()) {
        m_appsOf = shownId();
        m_apps.clear();
        client::FlowQuery query;
        query.connection = m_appsOf;
        query.outcome = QStringLiteral("success");
        askLatest(m_asksApps, client().flows(tenant(), query), [this](const auto& outcome) {
            if (outcome) {
                for (const client::api::Flow& flow : outcome->items) {
                    m_apps.append(toQString(flow.app));
                }
                m_apps.removeAll(QString());
                m_apps.removeDuplicates();
                m_apps.sort();
            }
            warnAboutAddresses();
        });
        return;
    }
    m_form->form().setWarning(QStringLiteral("/name"), ofName);
    m_form->form().setWarning(QStringLiteral("/issuer"), ofIssuer);
}

void ConnectionsPanel::showEdits() {
    client::api::Connection connection = m_shown.value;
    const drafts::Draft* draft = drafts().find(subject());
    if (draft != nullptr && draft->act == drafts::Act::Update) {
        QJsonObject merged = client::documentOf(m_shown.value);
        for (auto it = draft->wanted.begin(); it != draft->wanted.end(); ++it) {
            merged.insert(it.key(), it.value());
        }
        if (auto wanted = client::resourceOf<client::api::Connection>(merged)) {
            wanted->hasClientSecret = connection.hasClientSecret;
            connection = *std::move(wanted);
        }
        if (draft->lostSecret) {
            m_detail->banner()->showWarning(tr("The client secret that was typed here is never written down."),
                                            tr("Enter it again before you apply."));
        }
    }
    m_filling = true;
    m_form->setConnection(connection);
    m_filling = false;
    warnAboutAddresses();
    showButtons();
}

void ConnectionsPanel::revert() {
    drafts().discard(subject());
    m_detail->banner()->dismiss();
    showEdits();
}

void ConnectionsPanel::showButtons() {
    const drafts::Draft* edits = shownId().isEmpty() ? nullptr : drafts().find(subject());
    const bool draft = edits != nullptr;
    m_review->setEnabled(draft && edits->ready);
    m_review->setToolTip(draft && !edits->ready ? tr("Correct the marked fields first")
                                                : tr("Look at what changes, then apply it (Ctrl+S)"));
    m_revert->setEnabled(draft);
    m_test->setEnabled(!m_testCard->isRunning());
    m_signIn->setEnabled(!m_testCard->isRunning() && !draft);
    m_signIn->setToolTip(draft ? tr("Apply the draft first: a sign-in uses what is saved")
                               : tr("Sign in with a browser; nobody is signed in to anything by it"));
}

void ConnectionsPanel::test() {
    if (shownId().isEmpty() || !m_test->isEnabled()) {
        return;
    }
    m_detail->banner()->dismiss();
    m_testCard->show();
    m_detail->scrollTo(m_testCard);
    if (drafts().find(subject()) != nullptr) {
        m_testCard->testDraft(tenant(), m_form->connection());
    } else {
        m_testCard->testSaved(tenant(), shownId(), providerOf(m_shown.value));
    }
}

void ConnectionsPanel::fix(const QString& kind, const QString& value) {
    if (kind == QLatin1String("retry")) {
        test();
    } else if (kind == QLatin1String("use_their_issuer") || kind == QLatin1String("use_suggested_address")) {
        client::api::Connection connection = m_form->connection();
        connection.issuer = value.toStdString();
        m_filling = true;
        m_form->setConnection(connection);
        m_filling = false;
        edited();
        m_detail->banner()->showWarning(
            tr("The issuer is now %1, in the draft.").arg(value),
            tr("Its client secret has to be entered again: a kept one goes to no other issuer."));
        m_form->focusFirst();
    } else if (kind == QLatin1String("fix_address")) {
        m_form->focusIssuer();
    } else if (kind == QLatin1String("reenter_secret")) {
        m_form->focusSecret();
    } else if (kind == QLatin1String("open_mapping")) {
        emit goTo({QStringLiteral("mapping"), tenant(), shownId()});
    } else {
        m_fixes->run(kind, value, tenant(), m_form->connection());
    }
}

void ConnectionsPanel::trust(const QString& pem) {
    client::api::Connection connection = m_form->connection();
    connection.trustedAuthorities += pem.toStdString();
    m_filling = true;
    m_form->setConnection(connection);
    m_filling = false;
    edited();
    emit notice(tr("Trusted for %1 alone, in the draft.").arg(titleOf(m_shown.value)));
    test();
}

void ConnectionsPanel::checkResponse() {
    auto* dialog = new ResponseDialog(client(), tenant(), shownId(), titleOf(m_shown.value), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void ConnectionsPanel::readMetadata() {
    ask(client().refreshMetadata(tenant(), shownId()), [this](const auto& outcome) {
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        emit notice(tr("Metadata and keys of %1 were read.").arg(titleOf(*outcome)));
        refresh();
    });
}

void ConnectionsPanel::toggleEnabled() {
    const bool on = !m_shown.value.enabled;
    const drafts::Draft* known = drafts().find(subject());
    drafts::Draft draft = known == nullptr ? blankDraft() : *known;
    draft.wanted.insert(QStringLiteral("enabled"), on);
    if (known != nullptr) { // other edits wait for a look at them
        drafts().put(std::move(draft));
        emit reviewRequested();
        return;
    }
    changes().applyNow(std::move(draft));
}

void ConnectionsPanel::askToDelete() {
    ask(client().usageOf(tenant(), shownId()), [this](auto outcome) {
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        confirmDelete(*outcome);
    });
}

void ConnectionsPanel::confirmDelete(const client::api::Usage& usage) {
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Delete %1").arg(titleOf(m_shown.value)),
                        tr("Delete the identity provider %1?").arg(titleOf(m_shown.value)), QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("idp.deleteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList lines{tr("%n user(s) sign in with it", nullptr, int(usage.users)),
                            tr("%n session(s) end now", nullptr, int(usage.sessions)),
                            tr("%n app(s) were used through it", nullptr, int(usage.apps)),
                            tr("%n login(s) in the last 24 hours", nullptr, int(usage.logins24h))};
    box->setInformativeText(lines.join(u'\n') + QStringLiteral("\n\n") +
                            tr("The people stay. Ctrl+Z connects it again; its client secret has to be entered anew."));
    QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("idp.confirmDelete"));
    connect(remove, &QPushButton::clicked, this, [this] {
        drafts::Draft draft = blankDraft();
        draft.act = drafts::Act::Delete;
        draft.wanted = {};
        changes().applyNow(std::move(draft));
    });
    box->open();
}

void ConnectionsPanel::draftApplied(const drafts::Applied& what) {
    if (what.draft.subject.tenant != tenant() || what.draft.subject.kind != QLatin1String("connection")) {
        return;
    }
    m_wizard->draftApplied(what);
    if (what.draft.act == drafts::Act::Delete && what.draft.subject == subject()) {
        m_shown = {};
        m_testCard->clear();
        m_testCard->hide();
        showSelected({});
    }
    refresh();
}

void ConnectionsPanel::takeEvent(const client::Event& event) {
    m_testCard->takeEvent(event);
    m_wizard->takeEvent(event);
}

void ConnectionsPanel::poll() {
    m_testCard->poll();
    m_wizard->poll();
}

void ConnectionsPanel::showcase() {
    if (!shownId().isEmpty()) {
        test();
    }
}

} // namespace gatehouse::ui::panels::connections
