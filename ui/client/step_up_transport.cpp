// SPDX-License-Identifier: Apache-2.0
#include "ui/client/step_up_transport.h"

#include <algorithm>
#include <utility>

#include <QFutureWatcher>
#include <QRegularExpression>

#include "ui/client/failure.h"

namespace gatehouse::ui::client {
namespace {

const auto kCode = QStringLiteral("insufficient_user_authentication");

QString headerOf(const api::Reply& reply, const QString& name) {
    for (const auto& [key, value] : reply.headers) {
        if (QString::fromStdString(key).compare(name, Qt::CaseInsensitive) == 0) {
            return QString::fromStdString(value);
        }
    }
    return {};
}

QString parameterOf(const QString& challenge, const char* name) {
    const QRegularExpression pattern(QStringLiteral("(?:^|[ ,])%1=\"([^\"]*)\"").arg(QLatin1String(name)));
    return pattern.match(challenge).captured(1);
}

void answer(const std::shared_ptr<QPromise<api::Reply>>& promise, const api::Reply& reply) {
    if (!promise->isCanceled()) {
        promise->addResult(reply);
    }
    promise->finish();
}

} // namespace

std::optional<StepUpChallenge> challengeOf(const api::Reply& reply) {
    if (reply.status != 401 || failureOf(reply).code != kCode) {
        return std::nullopt;
    }
    const QString challenge = headerOf(reply, QStringLiteral("WWW-Authenticate"));
    return StepUpChallenge{parameterOf(challenge, "acr_values"),
                           std::max(0, parameterOf(challenge, "max_age").toInt())};
}

StepUpTransport::StepUpTransport(Transport& inner, QObject* parent)
    : QObject(parent)
    , m_inner(inner) {}

StepUpTransport::~StepUpTransport() {
    giveUp();
}

QFuture<api::Reply> StepUpTransport::send(const api::Call& call) {
    auto promise = std::make_shared<QPromise<api::Reply>>();
    promise->start();
    // A list that is read in the background asks nobody for anything.
    forward(call, promise, call.method != "GET");
    return promise->future();
}

void StepUpTransport::forward(const api::Call& call, const Promise& promise, bool mayWait) {
    QFuture<api::Reply> inner = m_inner.send(call);
    auto* given = new QFutureWatcher<api::Reply>(this);
    connect(given, &QFutureWatcherBase::canceled, given, [inner]() mutable { inner.cancel(); });
    given->setFuture(promise->future());
    auto* watcher = new QFutureWatcher<api::Reply>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, given, call, promise, mayWait] {
        watcher->deleteLater();
        given->deleteLater();
        const QFuture<api::Reply> future = watcher->future();
        if (promise->isCanceled() || future.isCanceled() || future.resultCount() == 0) {
            promise->finish();
            return;
        }
        const api::Reply reply = future.result();
        const auto challenge = mayWait ? challengeOf(reply) : std::nullopt;
        if (!challenge) {
            answer(promise, reply);
            return;
        }
        m_waiting.push_back({call, reply, promise});
        auto* patience = new QFutureWatcher<api::Reply>(this);
        connect(patience, &QFutureWatcherBase::canceled, this, [this, promise] { forget(promise); });
        connect(patience, &QFutureWatcherBase::finished, patience, &QObject::deleteLater);
        patience->setFuture(promise->future());
        emit wanted(*challenge);
    });
    watcher->setFuture(inner);
}

void StepUpTransport::forget(const Promise& promise) {
    const auto gone = std::remove_if(m_waiting.begin(), m_waiting.end(),
                                     [&promise](const Waiting& each) { return each.promise == promise; });
    if (gone == m_waiting.end()) {
        return;
    }
    m_waiting.erase(gone, m_waiting.end());
    promise->finish();
    if (m_waiting.empty()) {
        emit notWantedAnyMore();
    }
}

void StepUpTransport::repeat() {
    for (const Waiting& each : std::exchange(m_waiting, {})) {
        forward(each.call, each.promise, false);
    }
}

void StepUpTransport::giveUp() {
    for (const Waiting& each : std::exchange(m_waiting, {})) {
        answer(each.promise, each.refusal);
    }
}

} // namespace gatehouse::ui::client
