// SPDX-License-Identifier: Apache-2.0
// What the wizard does: test, save, sign in, map, enable.
#include <algorithm>

#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/panels/connections/finish_page.h"
#include "ui/panels/connections/get_page.h"
#include "ui/panels/connections/stage_fixes.h"
#include "ui/panels/connections/suggested_mapping.h"
#include "ui/panels/connections/test_card.h"
#include "ui/panels/connections/vendors.h"
#include "ui/panels/connections/wizard.h"
#include "ui/shell/failure_text.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/form.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

QJsonObject claimsOf(const client::api::Flow& flow) {
    for (auto step = flow.steps.rbegin(); step != flow.steps.rend(); ++step) {
        const QJsonObject claims = client::toJsonObject(step->data).value(QLatin1String("claims")).toObject();
        if (!claims.isEmpty()) {
            return claims;
        }
    }
    return {};
}

/// Whether applying it would change anything at the broker.
bool changesAnything(const drafts::Draft& draft) {
    return draft.act != drafts::Act::Update || draft.base != draft.wanted;
}

} // namespace

void ConnectionWizard::speak(const QString& protocol) {
    setProtocol(m_state, protocol);
    if (!isSaml(m_state.connection) || m_state.vendor == QLatin1String(kSamlVendor)) {
        return;
    }
    // Without an answer the connection is as any other is: its sign-in shows what it sends.
    m_requests.askLatest(m_presets, m_services.client.preset(m_state.vendor), this, [this](const auto& outcome) {
        if (outcome) {
            applyPreset(m_state, *outcome);
            store();
        }
    });
}

void ConnectionWizard::test() {
    keep();
    if (m_state.page == WizardPage::Test && m_runTest->isEnabled()) {
        m_tested = false;
        m_banner->dismiss();
        m_test->testDraft(m_state.tenant, m_state.connection);
    }
}

void ConnectionWizard::signIn() {
    keep();
    create(true);
}

void ConnectionWizard::create(bool thenSignIn) {
    drafts::Draft draft = toDraft(m_state);
    draft.wanted.insert(QStringLiteral("enabled"), false);
    draft.ready = true;
    m_banner->dismiss();
    if (!changesAnything(draft)) {
        if (thenSignIn) {
            m_test->signIn(m_state.tenant, toQString(m_state.connection.id));
        }
        return;
    }
    m_signInAfter = thenSignIn;
    m_services.changes.applyNow(std::move(draft));
}

void ConnectionWizard::enable(bool on) {
    keep();
    drafts::Draft draft = toDraft(m_state);
    draft.wanted.insert(QStringLiteral("enabled"), on);
    draft.ready = true;
    const QString id = toQString(m_state.connection.id);
    if (!changesAnything(draft)) {
        m_services.drafts.discard(draft.subject);
        m_state = {};
        emit done(id);
        return;
    }
    m_services.changes.applyNow(std::move(draft));
}

void ConnectionWizard::draftApplied(const drafts::Applied& what) {
    if (!isOpen() || what.draft.subject != toDraft(m_state).subject) {
        return;
    }
    const QString id = toQString(m_state.connection.id);
    if (what.draft.act == drafts::Act::Delete) { // the creation was taken back
        m_state.lostSecret = m_state.connection.hasClientSecret;
        m_state.created = false;
        m_state.base = {};
        m_state.etag.clear();
        m_state.connection.hasClientSecret = false;
        m_state.lastFlow.clear();
        keep();
        showPage();
        return;
    }
    const auto saved = client::resourceOf<client::api::Connection>(what.result);
    if (!saved) {
        return;
    }
    const bool ours = what.draft.notes.value(QLatin1String("wizard")).toBool();
    if (m_state.page == WizardPage::Finish && ours && !m_signInAfter && what.by == drafts::Applied::By::Review) {
        m_test->clear();
        m_state = {};
        emit notice(saved->enabled ? tr("%1 is on: people can sign in with it.").arg(toQString(saved->displayName))
                                   : tr("%1 is connected, and off.").arg(toQString(saved->displayName)));
        emit done(id);
        return;
    }
    m_state.connection = *saved;
    m_state.created = true;
    m_state.etag = what.etag;
    m_state.base = client::documentOf(*saved);
    m_state.base.remove(QStringLiteral("id"));
    m_services.drafts.put(toDraft(m_state));
    showPage();
    if (m_signInAfter) {
        m_signInAfter = false;
        m_test->signIn(m_state.tenant, id);
    }
}

void ConnectionWizard::takeEvent(const client::Event& event) {
    m_test->takeEvent(event);
}

void ConnectionWizard::poll() {
    m_test->poll();
}

void ConnectionWizard::takeFlow(const client::api::Flow& flow) {
    m_state.lastFlow = toQString(flow.id);
    const QJsonObject claims = claimsOf(flow);
    if (!claims.isEmpty() && !m_state.mapped) {
        m_state.connection.mapping = client::toRawJson(suggestedMapping(claims));
        m_state.mapped = true;
    }
    keep();
    showFoot();
    window()->raise();
    window()->activateWindow();
    if (claims.isEmpty()) {
        return;
    }
    client::api::PreviewRequest request;
    request.flowId = flow.id;
    request.mapping = m_state.connection.mapping;
    m_requests.askLatest(
        m_previewing, m_services.client.preview(m_state.tenant, toQString(m_state.connection.id), request), this,
        [this, claims](const auto& outcome) {
            if (outcome) {
                m_finish->showPreview(claims, *outcome, client::toJsonObject(m_state.connection.mapping));
            }
        });
}

void ConnectionWizard::fix(const QString& kind, const QString& value) {
    const QString id = toQString(m_state.connection.id);
    if (kind == QLatin1String("retry")) {
        test();
    } else if (kind == QLatin1String("use_their_issuer") || kind == QLatin1String("use_suggested_address")) {
        m_state.connection.issuer = value.toStdString();
        m_services.drafts.put(toDraft(m_state));
        test();
    } else if (kind == QLatin1String("fix_address")) {
        go(WizardPage::Get);
        m_get->focusIssuer();
    } else if (kind == QLatin1String("reenter_secret")) {
        go(WizardPage::Get);
        m_get->focusSecret();
    } else if (kind == QLatin1String("open_mapping")) {
        keep();
        emit goTo({QStringLiteral("mapping"), m_state.tenant, id});
    } else {
        m_fixes->run(kind, value, m_state.tenant, m_state.connection);
    }
}

void ConnectionWizard::trust(const QString& pem) {
    m_state.connection.trustedAuthorities += pem.toStdString();
    m_services.drafts.put(toDraft(m_state));
    emit notice(tr("Trusted for %1 alone.").arg(titleOf(m_state)));
    test();
}

void ConnectionWizard::showFailure(const client::Failure& failure) {
    const std::vector<widgets::FieldError> errors = shell::fieldErrors(failure);
    const bool naming = std::any_of(errors.begin(), errors.end(), [](const widgets::FieldError& error) {
        return error.pointer == QLatin1String("/name") || error.pointer == QLatin1String("/displayName");
    });
    const bool taken = failure.code == QLatin1String("connections_name_taken");
    if (naming || taken) {
        go(WizardPage::Finish);
    } else if (!errors.empty()) {
        go(WizardPage::Get);
    }
    if (taken) {
        (void)m_finish->form().showErrors({{QStringLiteral("/name"), {}, tr("Another provider has this name.")}});
    } else if (!errors.empty()) {
        shell::showFailure(failure, naming ? m_finish->form() : m_get->form(), *m_banner);
    } else {
        m_banner->showError(shell::errorText(failure));
    }
    showFoot();
}

} // namespace gatehouse::ui::panels::connections
