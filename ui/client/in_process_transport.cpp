// SPDX-License-Identifier: Apache-2.0
#include "ui/client/in_process_transport.h"

#include <memory>

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>

namespace gatehouse::ui::client {
namespace {

constexpr int kThreads = 16; ///< a call that was given up holds its thread until the broker is done with it

} // namespace

InProcessTransport::InProcessTransport(api::Dispatcher dispatcher)
    : m_dispatcher(std::move(dispatcher)) {
    m_threads.setMaxThreadCount(kThreads);
}

InProcessTransport::~InProcessTransport() {
    m_threads.clear();
    m_threads.waitForDone();
}

QFuture<api::Reply> InProcessTransport::send(const api::Call& call) {
    auto promise = std::make_shared<QPromise<api::Reply>>();
    QFuture<api::Reply> future = promise->future();
    promise->start();
    // What is given up is over for whoever asked, however long the broker goes on with it.
    auto* watcher = new QFutureWatcher<api::Reply>(QCoreApplication::instance());
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [promise] { promise->finish(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    m_threads.start([this, promise, call] {
        if (!promise->isCanceled()) {
            promise->addResult(m_dispatcher(call));
        }
        promise->finish();
    });
    return future;
}

} // namespace gatehouse::ui::client
