// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "json/json.h"

namespace gatehouse::bench {

/// A gatehoused in a folder of its own, and what /proc says about it.
class Daemon {
public:
    /// `folder` holds data/, the key and the log. Starts it and waits for the first answer.
    Daemon(std::filesystem::path program, std::filesystem::path folder);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// SIGTERM, then a new start on the same data.
    void restart();
    /// One request of the Admin API over its socket; ends the process unless it succeeds.
    json::Object admin(std::string_view method, const std::string& target, const json::Object& body = {});

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] std::filesystem::path dataFolder() const { return m_folder / "data"; }
    /// From exec to the first answered request.
    [[nodiscard]] std::chrono::microseconds startUp() const { return m_startUp; }
    /// CPU time used so far, user and system.
    [[nodiscard]] std::chrono::milliseconds cpu() const;
    /// Resident memory in KiB; `unique` leaves out file-backed pages.
    [[nodiscard]] long residentKib(bool unique = false) const;

private:
    void start();
    void stop();

    std::filesystem::path m_program;
    std::filesystem::path m_folder;
    std::uint16_t m_port = 0;
    int m_pid = -1;
    std::chrono::microseconds m_startUp{0};
};

} // namespace gatehouse::bench
