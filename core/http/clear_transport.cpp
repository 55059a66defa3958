// SPDX-License-Identifier: Apache-2.0
#include "http/transport.h"

#include <cerrno>

#include <sys/socket.h>

namespace gatehouse::http {

namespace {

class ClearTransport final : public Transport {
public:
    explicit ClearTransport(int fd)
        : m_fd(fd) {}

    IoResult handshake() override { return {IoOutcome::Done, 0}; }

    IoResult read(char* data, std::size_t size) override {
        ssize_t count = 0;
        do {
            count = ::recv(m_fd, data, size, MSG_DONTWAIT);
        } while (count < 0 && errno == EINTR);
        if (count > 0) {
            return {IoOutcome::Done, static_cast<std::size_t>(count)};
        }
        return {count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? IoOutcome::WantRead : IoOutcome::Closed, 0};
    }

    IoResult write(const char* data, std::size_t size) override {
        ssize_t count = 0;
        do {
            count = ::send(m_fd, data, size, MSG_DONTWAIT | MSG_NOSIGNAL);
        } while (count < 0 && errno == EINTR);
        if (count >= 0) {
            return {IoOutcome::Done, static_cast<std::size_t>(count)};
        }
        return {errno == EAGAIN || errno == EWOULDBLOCK ? IoOutcome::WantWrite : IoOutcome::Closed, 0};
    }

    void finishWriting() override { ::shutdown(m_fd, SHUT_WR); }

private:
    int m_fd;
};

} // namespace

std::unique_ptr<Transport> makeClearTransport(int fd) {
    return std::make_unique<ClearTransport>(fd);
}

} // namespace gatehouse::http
