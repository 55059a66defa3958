// SPDX-License-Identifier: Apache-2.0
#include "http/transport.h"

#include <algorithm>
#include <climits>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>

namespace gatehouse::http {

namespace {

struct SslDeleter {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};
using SslPointer = std::unique_ptr<SSL, SslDeleter>;

int boundedSize(std::size_t size) {
    return static_cast<int>(std::min<std::size_t>(size, INT_MAX));
}

/// OpenSSL straight on the socket: no memory buffers in between, so an idle connection costs little.
class TlsTransport final : public Transport {
public:
    TlsTransport(TlsContext context, SslPointer ssl, int fd)
        : m_context(std::move(context))
        , m_ssl(std::move(ssl))
        , m_fd(fd) {}

    IoResult handshake() override {
        ERR_clear_error();
        return outcome(SSL_accept(m_ssl.get()));
    }

    IoResult read(char* data, std::size_t size) override {
        ERR_clear_error();
        return outcome(SSL_read(m_ssl.get(), data, boundedSize(size)));
    }

    IoResult write(const char* data, std::size_t size) override {
        ERR_clear_error();
        return outcome(SSL_write(m_ssl.get(), data, boundedSize(size)));
    }

    void finishWriting() override {
        ERR_clear_error();
        if (!m_broken && SSL_is_init_finished(m_ssl.get()) == 1) {
            SSL_shutdown(m_ssl.get()); // sends close_notify; what the peer answers does not matter
        }
        ::shutdown(m_fd, SHUT_WR);
    }

    [[nodiscard]] bool hasBuffered() const override { return SSL_has_pending(m_ssl.get()) == 1; }

    [[nodiscard]] std::string clientCertificate() const override {
        X509* certificate = SSL_get0_peer_certificate(m_ssl.get());
        if (certificate == nullptr) {
            return {};
        }
        const int size = i2d_X509(certificate, nullptr);
        if (size <= 0) {
            return {};
        }
        std::string der(static_cast<std::size_t>(size), '\0');
        auto* out = reinterpret_cast<unsigned char*>(der.data());
        return i2d_X509(certificate, &out) == size ? der : std::string();
    }

    [[nodiscard]] bool certificateProven() const override {
        return SSL_get0_peer_certificate(m_ssl.get()) != nullptr && SSL_get_verify_result(m_ssl.get()) == X509_V_OK;
    }

private:
    IoResult outcome(int result) {
        if (result > 0) {
            return {IoOutcome::Done, static_cast<std::size_t>(result)};
        }
        switch (SSL_get_error(m_ssl.get(), result)) {
        case SSL_ERROR_WANT_READ:
            return {IoOutcome::WantRead, 0};
        case SSL_ERROR_WANT_WRITE:
            return {IoOutcome::WantWrite, 0};
        case SSL_ERROR_SSL:
        case SSL_ERROR_SYSCALL:
            m_broken = true; // nothing may be sent after a fatal error
            return {};
        default:
            return {};
        }
    }

    TlsContext m_context;
    SslPointer m_ssl;
    int m_fd;
    bool m_broken = false;
};

} // namespace

std::unique_ptr<Transport> makeTlsTransport(const TlsContext& context, int fd) {
    SslPointer ssl(SSL_new(context.get()));
    if (ssl == nullptr || SSL_set_fd(ssl.get(), fd) != 1) {
        return nullptr;
    }
    return std::make_unique<TlsTransport>(context, std::move(ssl), fd);
}

} // namespace gatehouse::http
