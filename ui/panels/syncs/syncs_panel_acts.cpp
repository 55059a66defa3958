// SPDX-License-Identifier: Apache-2.0
// SyncsPanel: what is edited of a synchronisation, its dry run, its run, and its end.
#include "ui/panels/syncs/syncs_panel.h"

#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/drafts/draft_of.h"
#include "ui/panels/syncs/plan_view.h"
#include "ui/panels/syncs/run_list.h"
#include "ui/panels/syncs/sync_form.h"
#include "ui/panels/syncs/sync_words.h"
#include "ui/shell/failure_text.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/typed_confirmation.h"

namespace gatehouse::ui::panels::syncs {

using client::toQString;

namespace {

const QString kKind = QStringLiteral("scim-sync");
const QString kNew = QStringLiteral("new");
const QString kToken = QStringLiteral("token");

} // namespace

drafts::Subject SyncsPanel::subject() const {
    return {tenant(), kKind, m_creating ? kNew : shownId()};
}

QString SyncsPanel::shownId() const {
    return toQString(m_shown.value.id);
}

void SyncsPanel::showForm() {
    client::api::ScimSync sync = m_shown.value;
    const drafts::Draft* draft = drafts().find(subject());
    if (auto wanted = draft == nullptr ? std::nullopt : client::resourceOf<client::api::ScimSync>(draft->wanted)) {
        wanted->id = sync.id;
        wanted->hasToken = sync.hasToken;
        sync = *std::move(wanted);
    }
    m_filling = true;
    m_form->setSync(sync, m_creating ? SyncForm::Use::Create : SyncForm::Use::Edit);
    m_filling = false;
    showButtons();
}

void SyncsPanel::edited() {
    if (m_filling) {
        return;
    }
    const drafts::Draft* known = drafts().find(subject());
    const drafts::Act act = m_creating ? drafts::Act::Create : drafts::Act::Update;
    drafts::Draft draft = known != nullptr ? *known : drafts::draftOf(subject(), act, QStringLiteral("syncs"), m_shown);
    const client::api::ScimSync wanted = m_form->sync();
    draft.title = wanted.name.empty() ? tr("New synchronisation") : toQString(wanted.name);
    draft.wanted = client::documentOf(wanted);
    draft.secrets.clear();
    if (wanted.token) {
        draft.secrets = {u'/' + kToken};
        draft.lostSecret = false;
    } else {
        draft.wanted.remove(kToken);
    }
    draft.ready = m_form->problems().empty();
    drafts().put(std::move(draft));
}

void SyncsPanel::validate() {
    m_form->form().addErrors(m_form->problems());
}

void SyncsPanel::revert() {
    drafts().discard(subject());
    m_pane->banner()->dismiss();
    showForm();
}

void SyncsPanel::showButtons() {
    const bool shown = m_creating || !shownId().isEmpty();
    const drafts::Draft* draft = shown ? drafts().find(subject()) : nullptr;
    m_revert->setEnabled(draft != nullptr);
    m_review->setEnabled(draft != nullptr && draft->ready);
    m_review->setToolTip(draft != nullptr && !draft->ready ? tr("Correct the marked fields first")
                                                           : tr("Look at what changes, then apply it (Ctrl+S)"));
}

void SyncsPanel::notApplied(const drafts::Subject& failed, const client::Failure& failure) {
    if (failed == subject()) {
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
        shell::showFailure(failure, m_form->form(), *m_pane->banner());
    }
}

void SyncsPanel::draftApplied(const drafts::Applied& what) {
    const drafts::Subject& of = what.draft.subject;
    if (of.kind != kKind || of.tenant != tenant()) {
        return;
    }
    if (what.draft.act == drafts::Act::Delete) {
        if (of.key == shownId()) {
            m_shown = {};
            showSelected({});
        }
        refresh();
        return;
    }
    if (m_creating) {
        m_creating = false;
        m_tabs->setCurrentIndex(0);
    }
    m_table->select(what.result.value(QLatin1String("id")).toString());
    refresh();
}

void SyncsPanel::askToDelete() {
    if (m_creating || shownId().isEmpty()) {
        return;
    }
    const QString name = toQString(m_shown.value.name);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete %1").arg(name),
                                tr("Delete the synchronisation %1?").arg(name), QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("sync.deleteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("People and groups stay as they are, here and there. What was known to be the same on "
                               "both sides is forgotten."));
    QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("sync.confirmDelete"));
    connect(remove, &QPushButton::clicked, this, [this] {
        drafts::Draft draft = drafts::draftOf(subject(), drafts::Act::Delete, QStringLiteral("syncs"), m_shown);
        draft.title = toQString(m_shown.value.name);
        changes().applyNow(std::move(draft));
    });
    box->open();
}

void SyncsPanel::setRunning(bool running) {
    m_preview->setEnabled(!running);
    m_run->setEnabled(!running);
    m_busy->setBusy(running);
}

void SyncsPanel::preview() {
    setRunning(true);
    m_result->clear();
    askLatest(m_working, client().previewScimSync(tenant(), shownId()), [this](const auto& outcome) {
        setRunning(false);
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        m_result->setText(tr("Nothing was written, here or there."));
        m_plan->showPlan(*outcome);
    });
}

void SyncsPanel::startRun() {
    setRunning(true);
    m_result->clear();
    askLatest(m_working, client().previewScimSync(tenant(), shownId()), [this](const auto& outcome) {
        setRunning(false);
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        m_plan->showPlan(*outcome);
        outcome->asks ? confirmRun(outcome->leaving) : run({});
    });
}

void SyncsPanel::confirmRun(qint64 leaving) {
    auto* box = new widgets::TypedConfirmation(
        tr("%Ln people would lose their access. Go on?", nullptr, static_cast<int>(leaving)), QString::number(leaving),
        tr("Run it"), this);
    box->setObjectName(QStringLiteral("sync.confirmRun"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setConsequences({tr("Their sessions and tokens end at once."),
                          tr("The list below shows each of them, and why. If the source is wrong, mend it first.")});
    connect(box, &widgets::TypedConfirmation::confirmed, this, [this, leaving] { run(leaving); });
    box->open();
}

void SyncsPanel::run(std::optional<std::int64_t> confirmed) {
    setRunning(true);
    m_watch.start();
    client::api::ScimSyncStart start;
    start.confirm = confirmed;
    askLatest(m_working, client().runScimSync(tenant(), shownId(), start), [this](const auto& outcome) {
        setRunning(false);
        m_plan->clear();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
        } else {
            m_pane->banner()->dismiss();
            m_result->setText(outcome->failed > 0
                                  ? tr("It ran: %1. What was not done is tried again.").arg(SyncWords::done(*outcome))
                                  : tr("It ran: %1.").arg(SyncWords::done(*outcome)));
        }
        follow();
        readRuns();
    });
}

void SyncsPanel::follow() {
    if (shownId().isEmpty() || m_creating) {
        m_watch.stop();
        return;
    }
    askLatest(m_following, client().scimSync(tenant(), shownId()), [this](const auto& outcome) {
        if (!outcome || toQString(outcome->value.id) != shownId()) {
            m_watch.stop();
            return;
        }
        const bool ran = m_shown.value.running;
        m_shown = *outcome;
        showState();
        if (!outcome->value.running && m_run->isEnabled()) {
            m_watch.stop();
            if (ran) {
                readRuns(); // one that this window did not wait for
            }
        }
    });
}

void SyncsPanel::readRuns() {
    askLatest(m_readingRuns, client().scimSyncRuns(tenant(), shownId()), [this](auto outcome) {
        if (outcome) {
            m_runs->showRuns(std::move(outcome->items));
        }
    });
}

void SyncsPanel::showcase() {
    if (!shownId().isEmpty()) {
        preview();
    }
}

} // namespace gatehouse::ui::panels::syncs
