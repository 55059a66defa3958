// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QList>
#include <QObject>
#include <QPointer>

#include "base/secret.h"

class QKeyEvent;
class QWidget;

namespace gatehouse::ui::shell {

class LockWindow;
class MainWindow;

/// What opens a locked console again: what a fresh start of it would ask for.
struct LockGuard {
    enum class Ask {
        Nothing,    ///< the system's keychain has the key: whoever is at this desktop could start the console anew
        Passphrase, ///< the one that opens the data
        Token,      ///< the one that the broker elsewhere was connected with
        SignIn,     ///< at the broker elsewhere, in the browser
    };
    using Answer = std::function<void(bool)>;

    Ask ask = Ask::Nothing;
    /// Of Passphrase and Token: whether that is it. The answer comes in the GUI thread, perhaps later.
    std::function<void(const Secret& typed, Answer answer)> check = {};
    /// Of SignIn: has the person sign in, in a dialog above the page (another one would be hidden). Who does gets a
    /// window of their own, and this one is released.
    std::function<void(QWidget& page)> signIn = {};
};

/// Locks the console of one broker (Ctrl+Shift+L): its windows, dialogs and menus are gone, whatever shows one of
/// them has it hidden again, and a page stands in their place that says how to come back. Nothing is closed: drafts,
/// tasks and the broker go on.
class Lock final : public QObject {
    Q_OBJECT
public:
    explicit Lock(MainWindow& window);
    ~Lock() override;

    void setGuard(LockGuard guard) { m_guard = std::move(guard); }
    [[nodiscard]] const LockGuard& guard() const { return m_guard; }
    [[nodiscard]] bool isLocked() const { return m_page != nullptr; }
    /// The page that stands there instead; nullptr while nothing is locked.
    [[nodiscard]] LockWindow* page() const { return m_page; }
    void lock();
    /// The console ends, or somebody has come in anew: no question, and nothing is shown again.
    void release();

signals:
    void locked();
    void unlocked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool covers(const QWidget& widget) const;
    [[nodiscard]] bool isAskedFor(const QWidget& widget, QKeyEvent& event);
    void hide(QWidget& window);
    void unlock();

    MainWindow& m_window;
    LockGuard m_guard;
    LockWindow* m_page = nullptr;
    QList<QPointer<QWidget>> m_hidden;
    QPointer<QWidget> m_focus;
};

} // namespace gatehouse::ui::shell
