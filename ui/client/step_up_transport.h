// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QPromise>
#include <QString>

#include "ui/client/transport.h"

namespace gatehouse::ui::client {

/// What a broker wants of the person before it does a privileged act (RFC 9470, 3).
struct StepUpChallenge {
    QString acrValues; ///< separated by spaces; empty: any level
    int maxAge = 0;    ///< seconds since the sign-in
};
/// nullopt for every answer but 401 insufficient_user_authentication.
[[nodiscard]] std::optional<StepUpChallenge> challengeOf(const api::Reply& reply);

/// Holds acts that want a fresher or stronger sign-in until the person has made it, and then does them by itself:
/// whoever asked sees only that it took a while. What is refused a second time is answered so.
class StepUpTransport final : public QObject, public Transport {
    Q_OBJECT
public:
    explicit StepUpTransport(Transport& inner, QObject* parent = nullptr);
    /// Answers everything that waits with its refusal.
    ~StepUpTransport() override;
    [[nodiscard]] QFuture<api::Reply> send(const api::Call& call) override;

    /// The person has signed in: each waiting act once more.
    void repeat();
    /// The person will not: each waiting act is answered with its refusal.
    void giveUp();

signals:
    /// An act waits. Comes again for each.
    void wanted(const gatehouse::ui::client::StepUpChallenge& challenge);
    /// Nothing waits any more: the acts were given up by those who asked for them.
    void notWantedAnyMore();

private:
    using Promise = std::shared_ptr<QPromise<api::Reply>>;
    struct Waiting {
        api::Call call;
        api::Reply refusal;
        Promise promise;
    };
    void forward(const api::Call& call, const Promise& promise, bool mayWait);
    void forget(const Promise& promise);

    Transport& m_inner;
    std::vector<Waiting> m_waiting;
};

} // namespace gatehouse::ui::client
