// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

#include "http/forms.h"
#include "http/server.h"

namespace gatehouse::flows {

/// The part of an app that hears of logouts: a real server on loopback that keeps what it is told and answers what the
/// test says.
class RelyingParty {
public:
    RelyingParty() {
        http::ServerOptions options;
        options.listeners.push_back({"127.0.0.1:0"});
        options.allowedHosts = {"127.0.0.1"};
        options.workers = 1;
        m_server = http::Server::start(std::move(options), [this](const http::Request& request) {
                       return hear(request);
                   }).value();
    }
    ~RelyingParty() { m_server->stop(); }
    RelyingParty(const RelyingParty&) = delete;
    RelyingParty& operator=(const RelyingParty&) = delete;

    [[nodiscard]] std::string address() const { return "http://" + m_server->addresses().front() + "/logout"; }
    /// The logout tokens so far.
    [[nodiscard]] std::vector<std::string> told() const {
        const std::lock_guard lock(m_mutex);
        return m_told;
    }
    std::atomic<int> status{200};

private:
    http::Response hear(const http::Request& request) {
        const auto form = http::Parameters::parse(request.body);
        const std::lock_guard lock(m_mutex);
        m_told.emplace_back(form ? form->get("logout_token").value_or("") : "");
        http::Response response;
        response.status = status;
        response.headers.set("Cache-Control", "no-store");
        return response;
    }
    mutable std::mutex m_mutex;
    std::vector<std::string> m_told;
    std::unique_ptr<http::Server> m_server;
};

} // namespace gatehouse::flows
