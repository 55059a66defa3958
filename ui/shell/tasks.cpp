// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tasks.h"

#include <algorithm>

#include <QPointer>

namespace gatehouse::ui::shell {
namespace {

constexpr int kKeptEnded = 20;

} // namespace

struct TaskHandle::Hold {
    QPointer<Tasks> tasks;
    int id = 0;

    ~Hold() {
        if (tasks) {
            tasks->end(id, Tasks::State::Done, {});
        }
    }
};

void TaskHandle::progress(qint64 done, qint64 total, const QString& text) const {
    if (!running()) {
        return;
    }
    Tasks::Task* task = m_hold->tasks->find(m_hold->id);
    task->done = done;
    task->total = total;
    task->text = text;
    emit m_hold->tasks->changed();
}

void TaskHandle::finish(const QString& sentence) const {
    if (m_hold && m_hold->tasks) {
        m_hold->tasks->end(m_hold->id, Tasks::State::Done, sentence);
    }
}

void TaskHandle::fail(const QString& sentence) const {
    if (m_hold && m_hold->tasks) {
        m_hold->tasks->end(m_hold->id, Tasks::State::Failed, sentence);
    }
}

bool TaskHandle::running() const {
    if (!m_hold || !m_hold->tasks) {
        return false;
    }
    const Tasks::Task* task = m_hold->tasks->find(m_hold->id);
    return task != nullptr && task->state == Tasks::State::Running;
}

Tasks::Tasks(QObject* parent)
    : QObject(parent) {}

TaskHandle Tasks::start(const QString& title, std::function<void()> cancel) {
    Task task;
    task.id = ++m_lastId;
    task.title = title;
    task.started = QDateTime::currentDateTimeUtc();
    task.cancel = std::move(cancel);
    m_tasks.insert(m_tasks.begin(), std::move(task));
    TaskHandle handle;
    handle.m_hold = std::make_shared<TaskHandle::Hold>();
    handle.m_hold->tasks = this;
    handle.m_hold->id = m_lastId;
    emit changed();
    return handle;
}

void Tasks::cancel(int id) {
    Task* task = find(id);
    if (task == nullptr || task->state != State::Running || !task->cancel) {
        return;
    }
    const std::function<void()> stop = std::move(task->cancel);
    end(id, State::Cancelled, {});
    stop();
}

void Tasks::clearEnded() {
    std::erase_if(m_tasks, [](const Task& task) { return task.state != State::Running; });
    emit changed();
}

int Tasks::running() const {
    return static_cast<int>(
        std::count_if(m_tasks.begin(), m_tasks.end(), [](const Task& task) { return task.state == State::Running; }));
}

Tasks::Task* Tasks::find(int id) {
    const auto found = std::find_if(m_tasks.begin(), m_tasks.end(), [id](const Task& task) { return task.id == id; });
    return found == m_tasks.end() ? nullptr : &*found;
}

void Tasks::end(int id, State state, const QString& sentence) {
    Task* task = find(id);
    if (task == nullptr || task->state != State::Running) {
        return;
    }
    task->state = state;
    task->text = sentence;
    task->cancel = {};
    const Task copy = *task;
    trim();
    emit changed();
    emit ended(copy);
}

void Tasks::trim() {
    int ended = 0;
    std::erase_if(m_tasks, [&](const Task& task) { return task.state != State::Running && ++ended > kKeptEnded; });
}

} // namespace gatehouse::ui::shell
