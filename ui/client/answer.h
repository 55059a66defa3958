// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include "ui/client/failure.h"

namespace gatehouse::ui::client {

/// A typed answer on its way.
template <class T>
struct Answer {
    QFuture<api::Reply> reply;
    std::function<Outcome<T>(const api::Reply&)> decode;
};

/// Calls `use(Outcome<T>)` in the receiver's thread when the answer is there. If the receiver dies first, or the
/// answer is cancelled, nothing is called. (QFuture::then(receiver, ...) asserts in Qt 6.4 when the receiver dies
/// first.)
template <class T, class Use>
void deliver(const Answer<T>& answer, QObject* receiver, Use use) {
    auto* watcher = new QFutureWatcher<api::Reply>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, decode = answer.decode, use = std::move(use)]() mutable {
                         watcher->deleteLater();
                         const QFuture<api::Reply> future = watcher->future();
                         if (!future.isCanceled() && future.resultCount() > 0) {
                             use(decode(future.result()));
                         }
                     });
    watcher->setFuture(answer.reply);
}

/// One question of which only the newest asking counts: a filter, a preview, the object now selected. A later run()
/// cancels the call before and drops its answer even if it is already on its way.
class Latest {
public:
    template <class T, class Use>
    void run(const Answer<T>& answer, QObject* receiver, Use use) {
        drop();
        m_reply = answer.reply;
        const std::uint64_t mine = *m_generation;
        deliver(answer, receiver,
                [mine, generation = m_generation, use = std::move(use)](const Outcome<T>& outcome) mutable {
                    if (*generation == mine) {
                        use(outcome);
                    }
                });
    }
    void drop() {
        m_reply.cancel();
        ++*m_generation;
    }

private:
    QFuture<api::Reply> m_reply;
    std::shared_ptr<std::uint64_t> m_generation = std::make_shared<std::uint64_t>(0);
};

} // namespace gatehouse::ui::client
