// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

class QSocketNotifier;

namespace gatehouse::console {

/// Turns SIGTERM, SIGINT and SIGHUP into an orderly quit: `quit` runs in the event loop, saves and ends it; the broker
/// drains, the program ends with 0.
class QuitOnSignal {
public:
    explicit QuitOnSignal(std::function<void()> quit);
    ~QuitOnSignal();
    QuitOnSignal(const QuitOnSignal&) = delete;
    QuitOnSignal& operator=(const QuitOnSignal&) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace gatehouse::console
