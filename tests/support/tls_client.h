// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "tests/support/raw_connection.h"
#include "tests/support/test_certificate.h"

namespace gatehouse::testing {

/// How a client of the test comes: its versions, ciphers and certificate.
struct ClientWish {
    int minimum = TLS1_2_VERSION;
    int maximum = 0;
    const char* ciphers = nullptr;
    const char* suites = nullptr;
    std::string alpn{};
    const TestCertificate* certificate = nullptr;
};

/// A TLS client on a blocking socket.
class TlsClient {
public:
    TlsClient(const std::string& address, const ClientWish& wish)
        : m_raw(address)
        , m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free)
        , m_ssl(nullptr, SSL_free) {
        SSL_CTX* context = m_context.get();
        SSL_CTX_set_security_level(context, 0);
        SSL_CTX_set_min_proto_version(context, wish.minimum);
        SSL_CTX_set_max_proto_version(context, wish.maximum);
        if (wish.ciphers != nullptr) {
            SSL_CTX_set_cipher_list(context, wish.ciphers);
        }
        if (wish.suites != nullptr) {
            SSL_CTX_set_ciphersuites(context, wish.suites);
        }
        if (wish.certificate != nullptr) {
            SSL_CTX_use_certificate(context, wish.certificate->certificate());
            SSL_CTX_use_PrivateKey(context, wish.certificate->key());
        }
        if (!wish.alpn.empty()) {
            SSL_CTX_set_alpn_protos(context, reinterpret_cast<const unsigned char*>(wish.alpn.data()),
                                    static_cast<unsigned>(wish.alpn.size()));
        }
        const timeval patience{5, 0};
        ::setsockopt(m_raw.fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        m_ssl.reset(SSL_new(context));
        SSL_set_fd(m_ssl.get(), m_raw.fd());
        connected = SSL_connect(m_ssl.get()) == 1;
        ERR_clear_error();
    }
    /// The answer as far as it comes in one piece; empty after a refusal.
    std::string ask(const std::string& request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") {
        std::string answer;
        char buffer[8192];
        if (SSL_write(m_ssl.get(), request.data(), static_cast<int>(request.size())) > 0) {
            while (answer.find("\r\n\r\n") == std::string::npos) {
                const int count = SSL_read(m_ssl.get(), buffer, sizeof buffer);
                if (count <= 0) {
                    break;
                }
                answer.append(buffer, static_cast<std::size_t>(count));
            }
        }
        ERR_clear_error();
        return answer;
    }
    /// The whole answer to a request that asks for the connection to be closed.
    std::string askWhole(const std::string& request) {
        std::string answer = ask(request);
        char buffer[8192];
        for (int count = 1; count > 0 && !answer.empty();) {
            count = SSL_read(m_ssl.get(), buffer, sizeof buffer);
            answer.append(buffer, count > 0 ? static_cast<std::size_t>(count) : 0);
        }
        ERR_clear_error();
        return answer;
    }
    [[nodiscard]] SSL* ssl() const { return m_ssl.get(); }
    bool connected = false;

private:
    RawConnection m_raw;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> m_context;
    std::unique_ptr<SSL, void (*)(SSL*)> m_ssl;
};

} // namespace gatehouse::testing
