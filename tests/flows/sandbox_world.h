// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTest>

#include "broker/broker.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

/// The broker with its practice world, and the trainer's hands on it.
class SandboxWorld {
protected:
    void start() {
        broker::Config config;
        config.dataDir = std::filesystem::path(m_folder.path().toStdString()) / "data";
        config.listen = {"127.0.0.1:0"};
        config.masterKeyBytes = Secret(std::string(32, 'k'));
        config.workers = 4;
        config.workersPerUpstream = 4;
        config.workersPerTenant = 4;
        config.clock = &m_clock;
        config.demo = true;
        auto started = broker::Broker::start(std::move(config));
        if (!started) {
            qFatal("the broker: %s %s", started.error().reason.c_str(), started.error().detail.c_str());
        }
        m_broker = *std::move(started);
        m_url = m_broker->publicUrl();
        http::ClientOptions options;
        options.policy = {true, false, {}, true, false};
        m_client = http::makeCurlClient(std::move(options));
    }
    admin::api::Reply dispatch(const std::string& method, const std::string& path, const json::Object& body) {
        admin::api::Call call{method, "/admin/v1" + path, {}, {}};
        if (method != "GET" && method != "DELETE") {
            call.headers.emplace_back("Content-Type", "application/json");
            call.body = json::write(body);
        }
        return m_broker->adminDispatcher()(call);
    }
    json::Object admin(const std::string& method, const std::string& path, const json::Object& body = {}) {
        const admin::api::Reply reply = dispatch(method, path, body);
        if (reply.status < 200 || reply.status > 299) {
            qFatal("%s %s: %d %s", method.c_str(), path.c_str(), reply.status, reply.body.c_str());
        }
        return json::parseObject(reply.body).value_or(json::Object());
    }
    int status(const std::string& method, const std::string& path, const json::Object& body = {}) {
        return dispatch(method, path, body).status;
    }
    std::string code(const std::string& method, const std::string& path, const json::Object& body = {}) {
        return text(json::parseObject(dispatch(method, path, body).body).value_or(json::Object()), "code");
    }
    static std::string text(const json::Object& object, std::string_view name) {
        return std::string(json::stringMember(object, name).value_or(""));
    }
    json::Array items(const std::string& path) {
        const json::Object page = admin("GET", path);
        const json::Array* found = json::arrayMember(page, "items");
        return found == nullptr ? json::Array() : *found;
    }
    json::Array held() { return items("/tenants/acme/sandbox/held"); }
    json::Object onlyHeld() {
        const json::Array all = held();
        return all.size() == 1 ? all.front().as_object() : json::Object();
    }
    void switchOn(const std::string& fault) {
        const json::Object change{{"name", fault}, {"on", true}};
        admin("PATCH", "/tenants/acme/sandbox", {{"faults", json::Array{change}}});
    }
    void hold(bool on) { admin("PATCH", "/tenants/acme/sandbox", {{"hold", on}}); }
    std::string flowReason() {
        const json::Array flows = items("/tenants/acme/flows?limit=1");
        return flows.empty() ? "" : text(flows.front().as_object(), "reason");
    }
    QStringList faultsOn() {
        QStringList on;
        const json::Object sandbox = admin("GET", "/tenants/acme/sandbox");
        for (const json::Value& fault : *json::arrayMember(sandbox, "faults")) {
            if (fault.as_object().at("on").as_bool()) {
                on << QString::fromStdString(text(fault.as_object(), "name"));
            }
        }
        return on;
    }
    static std::string checksumOf(const json::Object& sandbox) {
        const json::Object* snapshot = json::objectMember(sandbox, "snapshot");
        return snapshot == nullptr ? "" : text(*snapshot, "checksum");
    }
    static std::string refreshOf(const Answer& page) {
        const std::string refresh(page.headers.get("Refresh").value_or(""));
        const std::size_t at = refresh.find("url=");
        return at == std::string::npos ? "" : s_url + refresh.substr(at + 4);
    }
    Browser browser() {
        s_url = m_url;
        return {*m_client, m_url};
    }

    inline static std::string s_url;
    QTemporaryDir m_folder;
    ManualClock m_clock{parseRfc3339("2026-11-21T12:00:00Z").value()};
    std::unique_ptr<broker::Broker> m_broker;
    std::unique_ptr<http::Client> m_client;
    std::string m_url;
};

} // namespace gatehouse::flows
