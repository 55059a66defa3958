// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/close_guard.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

#include "ui/shell/main_window.h"

namespace gatehouse::ui::shell {

CloseGuard::CloseGuard(MainWindow& window, Broker broker)
    : QObject(&window)
    , m_window(window)
    , m_broker(broker) {
    connect(&window, &MainWindow::closeAsked, this, &CloseGuard::asked);
}

void CloseGuard::endNow() {
    if (m_question) {
        m_question->close();
    }
    go();
}

bool CloseGuard::serves() const {
    const auto& status = m_window.services().monitor.status();
    return m_broker == Broker::InHere && status && (status->apps > 0 || status->sessions > 0);
}

void CloseGuard::asked(QCloseEvent* event) {
    if (!m_draftsSettled && !m_window.services().drafts.all().empty()) {
        event->ignore();
        askAboutDrafts();
    } else if (!m_brokerSettled && serves()) {
        event->ignore();
        askAboutBroker();
    } else {
        emit closed();
    }
}

void CloseGuard::go() {
    m_draftsSettled = true;
    m_brokerSettled = true;
    if (m_window.isVisible()) {
        m_window.close();
        return;
    }
    m_window.saveLayout(); // a hidden window gets no close event
    emit closed();
}

QMessageBox* CloseGuard::ask(const QString& what, const QString& more) {
    delete m_question.data();
    m_question = new QMessageBox(QMessageBox::Question, tr("Close Gatehouse"), what, QMessageBox::NoButton, &m_window);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(more);
    QPushButton* stay = m_question->addButton(tr("Cancel"), QMessageBox::RejectRole);
    m_question->setEscapeButton(stay);
    return m_question;
}

void CloseGuard::askAboutDrafts() {
    const auto& drafts = m_window.services().drafts.all();
    QStringList titles;
    for (const drafts::Draft& draft : drafts) {
        titles.append(QStringLiteral("• ") + draft.title);
    }
    constexpr qsizetype kNamed = 6;
    QString list = titles.mid(0, kNamed).join(u'\n');
    if (titles.size() > kNamed) {
        list += u'\n' + tr("… and %n more", nullptr, static_cast<int>(titles.size() - kNamed));
    }
    QMessageBox* box = ask(tr("%n change(s) are not applied yet.", nullptr, static_cast<int>(titles.size())), list);
    QPushButton* keep = box->addButton(tr("Keep drafts"), QMessageBox::AcceptRole);
    QPushButton* apply = box->addButton(tr("Review and apply"), QMessageBox::ActionRole);
    QPushButton* discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    connect(
        keep, &QPushButton::clicked, this,
        [this] {
            m_draftsSettled = true;
            m_window.close();
            m_draftsSettled = false;
        },
        Qt::QueuedConnection);
    connect(apply, &QPushButton::clicked, &m_window, &MainWindow::review, Qt::QueuedConnection);
    connect(
        discard, &QPushButton::clicked, this,
        [this] {
            const std::vector<drafts::Draft> all = m_window.services().drafts.all();
            for (const drafts::Draft& draft : all) {
                m_window.services().drafts.discard(draft.subject);
            }
            m_window.close();
        },
        Qt::QueuedConnection);
    box->open();
}

void CloseGuard::askAboutBroker() {
    const auto& status = m_window.services().monitor.status();
    const QString apps = tr("%n app(s)", nullptr, static_cast<int>(status->apps));
    const QString sessions = tr("%n session(s)", nullptr, static_cast<int>(status->sessions));
    QMessageBox* box = ask(tr("Broker is serving %1 and %2.").arg(apps, sessions),
                           tr("Kept running, it goes on without this window. Start Gatehouse again to bring it back."));
    QPushButton* keep = box->addButton(tr("Keep running"), QMessageBox::AcceptRole);
    QPushButton* stop = box->addButton(tr("Stop broker"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    connect(
        keep, &QPushButton::clicked, this,
        [this] {
            m_window.hide();
            emit keptRunning();
        },
        Qt::QueuedConnection);
    connect(stop, &QPushButton::clicked, this, [this] { go(); }, Qt::QueuedConnection);
    box->open();
}

} // namespace gatehouse::ui::shell
