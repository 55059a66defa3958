// SPDX-License-Identifier: Apache-2.0
// Drafts in MainWindow: review and apply, undo and redo, the dots in the rail.
#include <algorithm>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>

#include "ui/client/convert.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"
#include "ui/shell/review_dialog.h"
#include "ui/shell/toasts.h"
#include "ui/theme/icons.h"

namespace gatehouse::ui::shell {
namespace {

/// Whether that field has edits of its own to take back.
bool hasUndo(const QObject* field) {
    if (const auto* line = qobject_cast<const QLineEdit*>(field)) {
        return line->isUndoAvailable();
    }
    const auto* text = qobject_cast<const QPlainTextEdit*>(field);
    return text == nullptr || text->document()->isUndoAvailable();
}

} // namespace

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo) &&
        !hasUndo(watched)) {
        event->ignore();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::makeDraftActions() {
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = edit->addAction(theme::icon(QStringLiteral("undo")), tr("&Undo"), QKeySequence(QKeySequence::Undo), this,
                             [this] { m_services.changes.undo(); });
    m_redo =
        edit->addAction(theme::icon(QStringLiteral("redo")), tr("&Redo"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), this, [this] { m_services.changes.redo(); });
    edit->addSeparator();
    m_review = edit->addAction(theme::icon(QStringLiteral("check")), tr("Review and &apply"),
                               QKeySequence(Qt::CTRL | Qt::Key_S), this, &MainWindow::review);
    edit->setObjectName(QStringLiteral("menu.edit"));
    m_undo->setObjectName(QStringLiteral("edit.undo"));
    m_redo->setObjectName(QStringLiteral("edit.redo"));
    m_review->setObjectName(QStringLiteral("frame.review"));
}

void MainWindow::watchDrafts() {
    drafts::Changes& changes = m_services.changes;
    qApp->installEventFilter(this);
    connect(&m_services.drafts, &drafts::Drafts::changed, this, &MainWindow::showDrafts);
    connect(&changes, &drafts::Changes::undoChanged, this, &MainWindow::showDrafts);
    connect(&changes, &drafts::Changes::applied, this, &MainWindow::draftApplied);
    connect(&changes, &drafts::Changes::failed, this, [this](const drafts::Subject&, const client::Failure& failure) {
        m_toasts->show({tr("Not applied: %1").arg(failure.detail), {}, {}, true});
    });
    connect(&changes, &drafts::Changes::conflicted, this, [this](const drafts::Subject& subject) {
        const drafts::Draft* draft = m_services.drafts.find(subject);
        m_toasts->show(
            {tr("%1 was changed by somebody else meanwhile.").arg(draft == nullptr ? subject.key : draft->title),
             tr("Review"), [this] { review(); }, true});
    });
    showDrafts();
}

void MainWindow::showDrafts() {
    const auto count = static_cast<int>(m_services.drafts.ready().size());
    m_review->setEnabled(count > 0);
    m_review->setText(count == 0 ? tr("Review and &apply") : tr("Review and &apply (%1)").arg(count));
    m_review->setToolTip(tr("Look at what changes, then apply it (Ctrl+S)"));
    const auto describe = [](QAction* action, const QString& title, const QString& idle, const QString& doing) {
        action->setEnabled(!title.isEmpty());
        action->setToolTip(title.isEmpty() ? idle : doing.arg(title));
    };
    describe(m_undo, m_services.changes.undoTitle(), tr("Nothing to undo"), tr("Undo the change of %1 (Ctrl+Z)"));
    describe(m_redo, m_services.changes.redoTitle(), tr("Nothing to redo"), tr("Redo the change of %1 (Ctrl+Shift+Z)"));
    markDrafts();
}

void MainWindow::markDrafts() {
    for (const PanelEntry& entry : m_entries) {
        const auto made = m_panels.find(entry.id);
        const bool draft = m_services.drafts.any(entry.id, entry.perTenant ? m_place.tenant : QString()) ||
                           (made != m_panels.end() && made->second->isDirty());
        m_rail->setMarker(entry.id, draft ? Marker::Draft : Marker::None);
    }
    setWindowModified(!m_services.drafts.all().empty());
}

void MainWindow::review() {
    const std::vector<drafts::Draft> ready = m_services.drafts.ready();
    if (ready.empty() || m_services.changes.isApplying()) {
        return;
    }
    if (std::all_of(ready.begin(), ready.end(), drafts::isCosmetic)) {
        std::vector<drafts::Subject> subjects;
        subjects.reserve(ready.size());
        for (const drafts::Draft& draft : ready) {
            subjects.push_back(draft.subject);
        }
        m_services.changes.apply(subjects);
        return;
    }
    ReviewDialog::Where where;
    if (const client::api::Tenant* tenant = currentTenant()) {
        where.kind = tenant->kind == "sandbox" ? EnvironmentBand::Kind::Sandbox : EnvironmentBand::Kind::Live;
        where.tenant = client::toQString(tenant->name) + QStringLiteral("  ") + client::toQString(tenant->issuer);
    }
    if (const auto& status = m_services.monitor.status()) {
        where.address = client::toQString(status->publicUrl);
    }
    auto* dialog = new ReviewDialog(m_services.client, m_services.drafts, m_services.changes, where, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReviewDialog::editRequested, this, [this](const drafts::Subject& subject) {
        if (const drafts::Draft* draft = m_services.drafts.find(subject)) {
            goTo({draft->panel, subject.tenant, subject.key});
        }
    });
    dialog->open();
}

void MainWindow::draftApplied(const drafts::Applied& what) {
    using By = drafts::Applied::By;
    const QString& title = what.draft.title;
    const QString sentence = what.by == By::Undo   ? tr("Taken back: %1.").arg(title)
                             : what.by == By::Redo ? tr("Applied again: %1.").arg(title)
                                                   : tr("Applied: %1.").arg(title);
    Toast toast{what.merged ? tr("%1 Merged with what somebody changed meanwhile.").arg(sentence) : sentence};
    // What cannot be taken back offers nothing: Undo would take back the change before it.
    if (drafts::canBeTakenBack(what.draft) && (what.by == By::Undo ? m_redo : m_undo)->isEnabled()) {
        QAction* back = what.by == By::Undo ? m_redo : m_undo;
        toast.action = what.by == By::Undo ? tr("Redo") : tr("Undo");
        toast.act = [back] { back->trigger(); };
    }
    m_toasts->show(toast);
    if (what.draft.subject.kind == QLatin1String("tenant")) {
        const QString slug = what.result.value(QLatin1String("slug")).toString();
        if (m_place.tenant == what.draft.subject.key && !slug.isEmpty()) {
            m_place.tenant = slug; // it may have another name now
        }
        readTenants();
    }
    for (const auto& [id, page] : m_panels) {
        page->draftApplied(what);
    }
}

} // namespace gatehouse::ui::shell
