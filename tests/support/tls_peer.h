// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include <QTemporaryDir>

#include "http/server.h"
#include "tests/support/test_certificate.h"

namespace gatehouse::testing {

/// A broker-like TLS server with a certificate of its own choice.
class TlsPeer {
public:
    TlsPeer(const CertificateWish& wish, const TestCertificate* issuer) {
        const TestCertificate leaf(wish, issuer);
        const std::string base = m_folder.path().toStdString();
        leaf.writeCertificate(base + "/cert.pem");
        leaf.writeKey(base + "/key.pem");
        http::ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 2;
        options.tls = http::TlsFiles{base + "/cert.pem", base + "/key.pem", {}};
        m_server = http::Server::start(options, [this](const http::Request& request) {
                       ++m_asked;
                       http::Response response;
                       response.body = request.peer.secure ? "secure" : "clear";
                       return response;
                   }).value();
    }
    [[nodiscard]] std::string url(const std::string& host) const {
        const std::string address = m_server->addresses().front();
        return "https://" + host + address.substr(address.rfind(':')) + "/";
    }
    [[nodiscard]] const http::Server& server() const { return *m_server; }
    [[nodiscard]] std::uint16_t port() const {
        const std::string address = m_server->addresses().front();
        return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    std::atomic<int> m_asked{0};
    QTemporaryDir m_folder;
    std::unique_ptr<http::Server> m_server;
};

} // namespace gatehouse::testing
