// SPDX-License-Identifier: Apache-2.0
// What ConnectionWizard shows: the page, the steps, the foot.
#include "ui/panels/connections/wizard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/domain_check.h"
#include "ui/panels/connections/finish_page.h"
#include "ui/panels/connections/get_page.h"
#include "ui/panels/connections/give_page.h"
#include "ui/panels/connections/test_card.h"
#include "ui/panels/connections/vendor_tiles.h"
#include "ui/panels/connections/vendors.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;
using widgets::Status;

namespace {

std::size_t at(WizardPage page) {
    return static_cast<std::size_t>(page);
}

} // namespace

void ConnectionWizard::showPage() {
    m_title->setText(m_state.vendor.isEmpty() ? tr("Connect an identity provider")
                                              : tr("Connect %1").arg(titleOf(m_state)));
    m_saved->setText(m_state.vendor.isEmpty() ? QString()
                     : m_state.created        ? tr("Saved switched off, draft kept")
                                              : tr("Draft kept"));
    m_pages->setCurrentWidget(m_scrolls.at(at(m_state.page)));
    switch (m_state.page) {
    case WizardPage::Choose:
        m_tiles->focusFilter();
        break;
    case WizardPage::Give:
        m_give->show(m_state, publicUrl());
        m_give->focusFirst();
        break;
    case WizardPage::Get:
        m_get->show(m_state);
        m_get->focusFirst();
        break;
    case WizardPage::Test:
        m_runTest->setFocus(Qt::OtherFocusReason);
        break;
    case WizardPage::Finish:
        m_finish->show(m_state);
        showDomains();
        m_finish->focusFirst();
        break;
    }
    showSteps();
    showFoot();
}

void ConnectionWizard::showDomains() {
    m_finish->showDomains({});
    if (m_state.connection.domains.empty()) {
        return;
    }
    m_requests.askLatest(m_domains, m_services.client.domains(m_state.tenant), this, [this](const auto& outcome) {
        if (outcome) {
            m_finish->showDomains(domainLines(m_state.connection.domains, outcome->items));
        }
    });
}

void ConnectionWizard::showSteps() {
    const QString vendor = m_state.vendor.isEmpty() ? tr("the provider") : vendorById(m_state.vendor).name;
    const std::array<QString, 5> words{tr("Choose"), tr("Give to %1").arg(vendor), tr("Get from %1").arg(vendor),
                                       tr("Test"), tr("Map and finish")};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool current = i == at(m_state.page);
        const bool failed = i == at(WizardPage::Test) && !m_tested && !m_test->steps().empty() && !m_test->isRunning();
        const Status status = current                ? Status::Running
                              : i < at(m_state.page) ? (failed ? Status::Warning : Status::Ok)
                                                     : Status::Draft;
        m_glyphs.at(i)->setStatus(status);
        m_words.at(i)->setText(words.at(i));
        QFont font = m_steps->font();
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        m_words.at(i)->setFont(font);
        m_words.at(i)->setForegroundRole(current ? QPalette::WindowText : QPalette::PlaceholderText);
        m_words.at(i)->setAccessibleName(tr("Step %1 of 5: %2, %3")
                                             .arg(i + 1)
                                             .arg(words.at(i), current ? tr("current") : widgets::statusWord(status)));
    }
    m_steps->updateGeometry();
}

void ConnectionWizard::showFoot() {
    const WizardPage page = m_state.page;
    QString why = obstacle(m_state);
    if (page == WizardPage::Choose) {
        why = m_tiles->current().isEmpty() ? tr("Choose a provider first.") : QString();
    }
    const bool last = page == WizardPage::Finish;
    m_next->setEnabled(why.isEmpty() && !m_services.changes.isApplying());
    m_next->setText(last ? tr("Enable") : page == WizardPage::Test ? tr("&Next: map and finish") : tr("&Next"));
    m_next->setAccessibleName(QString(m_next->text()).remove(u'&'));
    m_next->setAccessibleDescription(why);
    m_next->setToolTip(why.isEmpty() ? tr("Ctrl+Enter") : why);
    if (why.isEmpty() && page >= WizardPage::Test && !m_tested) {
        m_why->setText(m_test->steps().empty() || m_test->isRunning() ? QString() : tr("A stage did not pass yet."));
    } else {
        m_why->setText(why);
    }
    m_back->setVisible(page != WizardPage::Choose);
    m_discard->setVisible(!m_state.vendor.isEmpty());
    m_leaveOff->setVisible(last);
    m_leaveOff->setEnabled(why.isEmpty());
    m_runTest->setEnabled(!m_test->isRunning() && obstacle(m_state).isEmpty());
    m_signIn->setEnabled(m_runTest->isEnabled());
    const bool saved = m_state.created;
    m_signIn->setText(saved ? tr("Test sign-in in browser") : tr("Save it switched off and test sign-in"));
    m_signIn->setAccessibleName(m_signIn->text());
}

QString ConnectionWizard::publicUrl() const {
    const auto& status = m_services.monitor.status();
    return status ? toQString(status->publicUrl) : QString();
}

} // namespace gatehouse::ui::panels::connections
