// SPDX-License-Identifier: Apache-2.0
// What Frame does with the panel in sight: New, Rename, Delete, Test, Export, Print, and the next match.
#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QUrl>

#include "ui/shell/frame.h"
#include "ui/shell/main_window.h"
#include "ui/shell/panel_print.h"
#include "ui/shell/panel_state.h"
#include "ui/shell/toasts.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::shell {
namespace {

const auto kExport = QStringLiteral("panel.export");
const auto kPrint = QStringLiteral("panel.print");

} // namespace

/// What most panels have some of, under one key each: the panel's own action of that name does it. Every list can be
/// exported and every panel printed without one.
void Frame::makeVerbs() {
    const struct {
        const char* id;
        QString title;
        const char* icon;
        QKeySequence keys;
    } verbs[] = {{"panel.new", tr("&New"), "add", Qt::CTRL | Qt::Key_N},
                 {"panel.rename", tr("Rena&me"), "edit", Qt::Key_F2},
                 {"panel.delete", tr("&Delete"), "delete", Qt::Key_Delete},
                 {"panel.test", tr("&Test"), "test", Qt::CTRL | Qt::Key_T},
                 {"panel.export", tr("E&xport …"), "download", Qt::CTRL | Qt::Key_E},
                 {"panel.print", tr("&Print …"), "", Qt::CTRL | Qt::Key_P}};
    menu(QStringLiteral("menu.edit"))->addSeparator();
    for (const auto& verb : verbs) {
        QAction* action = add("menu.edit", verb.id, verb.title, verb.icon, {verb.keys}, [] {});
        action->disconnect(this);
        action->setEnabled(false);
        connect(action, &QAction::triggered, this, [this, action] { run(*action); });
        m_verbs.append(action);
    }
}

void Frame::makeFindActions() {
    menu(QStringLiteral("menu.view"))->addSeparator();
    add("menu.view", "view.next", tr("Ne&xt match"), "down", {Qt::Key_F3}, [this] { findNext(1); });
    add("menu.view", "view.previous", tr("&Previous match"), "up", {Qt::SHIFT | Qt::Key_F3}, [this] { findNext(-1); });
}

/// The panel's own action of that name; nullptr where it has none.
QAction* Frame::verbOf(const QAction& verb) const {
    Panel* page = m_window.currentPanel();
    if (page == nullptr) {
        return nullptr;
    }
    for (QAction* action : page->panelActions()) {
        if (action->objectName() == verb.objectName()) {
            return action;
        }
    }
    return nullptr;
}

bool Frame::canDo(const QAction& verb) const {
    const Panel* page = m_window.currentPanel();
    return verbOf(verb) != nullptr ||
           (page != nullptr && (verb.objectName() == kPrint ||
                                (verb.objectName() == kExport && page->findChild<widgets::FilterTable*>() != nullptr)));
}

void Frame::placeChanged() {
    for (QAction* verb : m_verbs) {
        verb->setEnabled(canDo(*verb));
    }
}

void Frame::run(const QAction& verb) {
    Panel* page = m_window.currentPanel();
    if (QAction* own = verbOf(verb)) {
        own->trigger();
    } else if (page != nullptr && verb.objectName() == kPrint) {
        printPanel(*page);
    } else if (page != nullptr && verb.objectName() == kExport) {
        if (widgets::FilterTable* list = listInSight(*page)) {
            list->startExport();
        }
    }
}

void Frame::printPanel(Panel& page) {
    const QString heading = m_window.panelTitle(m_window.place().panel);
    auto* dialog = new QFileDialog(&m_window, tr("%1 as a document to print").arg(heading), QDir::homePath(),
                                   tr("PDF documents (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(QStringLiteral("gatehouse-%1.pdf").arg(m_window.place().panel));
    connect(dialog, &QFileDialog::fileSelected, &page, [this, &page, heading](const QString& path) {
        if (PanelPrint(page, heading, tenantName()).writePdf(path)) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
            m_window.services().toasts->show({tr("Written to %1.").arg(path)});
        } else {
            m_window.services().toasts->show({tr("%1 cannot be written.").arg(path), {}, {}, true});
        }
    });
    dialog->open();
}

void Frame::findNext(int step) {
    Panel* page = m_window.currentPanel();
    if (page == nullptr) {
        return;
    }
    const widgets::FilterTable* list = listInSight(*page);
    if (!page->findNext(step) && (list == nullptr || !list->isFiltered())) {
        page->focusFilter(); // say first what to look for
    }
}

} // namespace gatehouse::ui::shell
