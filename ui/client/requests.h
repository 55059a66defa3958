// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include <QObject>
#include <QPointer>

#include "ui/client/answer.h"

namespace gatehouse::ui::client {

/// Counts the answers that a page waits for, so that it can show that it is busy and tests know when it has settled.
class Requests final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    template <class T, class Use>
    void ask(const Answer<T>& answer, QObject* receiver, Use use) {
        deliver(answer, receiver, counted<T>(std::move(use)));
    }
    template <class T, class Use>
    void askLatest(Latest& latest, const Answer<T>& answer, QObject* receiver, Use use) {
        latest.run(answer, receiver, counted<T>(std::move(use)));
    }
    [[nodiscard]] bool busy() const { return m_pending > 0; }

signals:
    void busyChanged(bool busy);

private:
    /// Counts down when the receiver of the answer is gone for whatever reason: used, cancelled, or dead.
    template <class T, class Use>
    auto counted(Use use) {
        if (++m_pending == 1) {
            emit busyChanged(true);
        }
        std::shared_ptr<void> token(nullptr, [self = QPointer<Requests>(this)](void*) {
            if (self && --self->m_pending == 0) {
                emit self->busyChanged(false);
            }
        });
        return [token = std::move(token), use = std::move(use)](const Outcome<T>& outcome) mutable { use(outcome); };
    }

    int m_pending = 0;
};

} // namespace gatehouse::ui::client
