// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QDateTime>
#include <QObject>
#include <QString>

namespace gatehouse::ui::shell {

class Tasks;

/// One piece of work that is under way, as whoever does it holds it. Copies mean the same task; when the last of them
/// dies, a task that is still running is taken for finished.
class TaskHandle {
public:
    TaskHandle() = default;

    /// `total` of 0: nobody knows how much there is.
    void progress(qint64 done, qint64 total, const QString& text = {}) const;
    void finish(const QString& sentence = {}) const;
    void fail(const QString& sentence) const;
    /// False once it is finished, failed or cancelled.
    [[nodiscard]] bool running() const;

private:
    friend class Tasks;
    struct Hold;
    std::shared_ptr<Hold> m_hold;
};

/// What the console is busy with beyond a second: exports, imports, chain checks. Shown by the tasks tray.
class Tasks final : public QObject {
    Q_OBJECT
public:
    enum class State { Running, Done, Failed, Cancelled };

    struct Task {
        int id = 0;
        QString title;
        QString text; ///< how far, or how it ended
        qint64 done = 0;
        qint64 total = 0;
        State state = State::Running;
        QDateTime started;
        std::function<void()> cancel; ///< empty where it cannot be stopped
    };

    explicit Tasks(QObject* parent = nullptr);

    /// `cancel` must stop the work within half a second; it is called at most once, in the GUI thread.
    [[nodiscard]] TaskHandle start(const QString& title, std::function<void()> cancel = {});
    void cancel(int id);
    /// Forgets what has ended.
    void clearEnded();

    /// Newest first; what ended stays, up to twenty.
    [[nodiscard]] const std::vector<Task>& list() const { return m_tasks; }
    [[nodiscard]] int running() const;

signals:
    /// The list, or something in it.
    void changed();
    void ended(const gatehouse::ui::shell::Tasks::Task& task);

private:
    friend class TaskHandle;
    [[nodiscard]] Task* find(int id);
    void end(int id, State state, const QString& sentence);
    void trim();

    std::vector<Task> m_tasks;
    int m_lastId = 0;
};

} // namespace gatehouse::ui::shell
