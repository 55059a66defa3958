// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMessageBox>
#include <QObject>
#include <QPointer>

class QCloseEvent;

namespace gatehouse::ui::shell {

class MainWindow;

/// Asks before the window goes: what becomes of drafts, and of a broker that serves people. Keeping it running hides
/// the window; starting Gatehouse again brings it back.
class CloseGuard final : public QObject {
    Q_OBJECT
public:
    enum class Broker { InHere, Elsewhere };

    CloseGuard(MainWindow& window, Broker broker);

    /// No more questions: the session ends, or SIGTERM came. Layout and drafts are saved all the same.
    void endNow();
    /// The question that is open, for tests; null where there is none.
    [[nodiscard]] QMessageBox* question() const { return m_question; }

signals:
    /// The window went, the broker runs on.
    void keptRunning();
    /// The window closed for good.
    void closed();

private:
    void asked(QCloseEvent* event);
    void askAboutDrafts();
    void askAboutBroker();
    void go();
    [[nodiscard]] bool serves() const;
    QMessageBox* ask(const QString& what, const QString& more);

    MainWindow& m_window;
    Broker m_broker;
    QPointer<QMessageBox> m_question;
    bool m_draftsSettled = false;
    bool m_brokerSettled = false;
};

} // namespace gatehouse::ui::shell
