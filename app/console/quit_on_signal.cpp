// SPDX-License-Identifier: Apache-2.0
#include "quit_on_signal.h"

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

#include <QApplication>
#include <QSocketNotifier>

namespace gatehouse::console {
namespace {

int s_ends[2] = {-1, -1}; // a handler may only write to a descriptor

void handle(int) {
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(s_ends[0], &byte, 1);
}

} // namespace

QuitOnSignal::QuitOnSignal(std::function<void()> quit) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, s_ends) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(s_ends[1], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, qApp, [quit = std::move(quit)] { quit(); });
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        ::sigaction(number, &action, nullptr);
    }
}

QuitOnSignal::~QuitOnSignal() {
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        ::signal(number, SIG_DFL);
    }
    m_notifier.reset();
    ::close(s_ends[0]);
    ::close(s_ends[1]);
}

} // namespace gatehouse::console
