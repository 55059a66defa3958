// SPDX-License-Identifier: Apache-2.0
// What the buttons of ConnectionsPanel do: save, test, enable; and the drafts.
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/connection_model.h"
#include "ui/panels/connections/connections_panel.h"
#include "ui/panels/connections/test_stages.h"
#include "ui/shell/failure_text.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

void ConnectionsPanel::save(After after) {
    m_save->setEnabled(false);
    m_test->setEnabled(false);
    const client::api::Connection wanted = m_form->connection();
    const auto use = [this, after](const auto& outcome) { saved(outcome, after); };
    m_creating ? ask(client().createConnection(tenant(), wanted), use)
               : ask(client().updateConnection(tenant(), m_shown, wanted), use);
}

void ConnectionsPanel::saved(const Saved& outcome, After after) {
    setDirty(true); // the buttons as before
    m_test->setEnabled(true);
    if (!outcome) {
        shell::showFailure(outcome.error(), m_form->form(), *m_detail->banner());
        return;
    }
    emit notice(m_creating ? tr("Connected %1. Test it, then enable it.").arg(titleOf(outcome->value))
                           : tr("Saved %1.").arg(titleOf(outcome->value)));
    m_drafts.erase(shownId());
    m_creating = false;
    m_table->select(toQString(outcome->value.id));
    showConnection(*outcome);
    refresh();
    if (after == After::Test) {
        test();
    }
}

void ConnectionsPanel::test() {
    m_checks->clear();
    m_checks->appendLine({widgets::Status::Running,
                          tr("Testing"),
                          tr("Asking %1").arg(toQString(m_shown.value.issuer)),
                          {},
                          {},
                          {},
                          {}});
    m_testCard->show();
    m_detail->scrollTo(m_testCard);
    m_test->setEnabled(false);
    askLatest(m_testing, client().testConnection(tenant(), shownId()),
              [this](const auto& outcome) { showTest(outcome); });
}

void ConnectionsPanel::showTest(const client::Outcome<client::api::ConnectionTest>& outcome) {
    m_test->setEnabled(true);
    if (!outcome) {
        m_testCard->hide();
        m_detail->banner()->showError(shell::errorText(outcome.error()));
        return;
    }
    m_checks->setLines(stageLines(*outcome));
    emit notice(outcome->ok ? tr("The test of %1 passed.").arg(titleOf(m_shown.value))
                            : tr("The test of %1 found a problem.").arg(titleOf(m_shown.value)));
}

void ConnectionsPanel::toggleEnabled() {
    client::api::Connection wanted = m_shown.value;
    wanted.enabled = !wanted.enabled;
    m_enable->setEnabled(false);
    ask(client().updateConnection(tenant(), m_shown, wanted), [this](auto outcome) {
        m_enable->setEnabled(true);
        if (!outcome) {
            m_detail->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        emit notice(outcome->value.enabled ? tr("%1 is on: people can sign in with it.").arg(titleOf(outcome->value))
                                           : tr("%1 is off.").arg(titleOf(outcome->value)));
        keepDraft();
        showConnection(*outcome);
        restoreDraft();
        refresh();
    });
}

void ConnectionsPanel::showcase() {
    if (!shownId().isEmpty()) {
        test();
    }
}

void ConnectionsPanel::keepDraft() {
    if (m_dirty) {
        m_drafts[shownId()] = m_form->connection();
        setDirty(false);
    }
}

void ConnectionsPanel::restoreDraft() {
    const auto draft = m_drafts.find(shownId());
    if (draft != m_drafts.end()) {
        m_form->setConnection(draft->second);
        setDirty(true);
    }
}

void ConnectionsPanel::setDirty(bool dirty) {
    m_save->setEnabled(dirty);
    m_revert->setEnabled(dirty);
    m_test->setText(dirty || m_creating ? tr("Save and test") : tr("Test connection"));
    m_test->setAccessibleName(m_test->text());
    m_save->setText(m_creating ? tr("Connect") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    if (dirty != m_dirty) {
        m_dirty = dirty;
        emit dirtyChanged(dirty);
    }
}

} // namespace gatehouse::ui::panels::connections
