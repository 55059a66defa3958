// SPDX-License-Identifier: Apache-2.0
#include "scim/server/log_writer.h"

#include "base/log.h"

namespace gatehouse::scim::server {
namespace {

constexpr std::size_t kMost = 20'000; // more than a disk takes in half a second; beyond it they are dropped
constexpr auto kPause = std::chrono::milliseconds(500);

} // namespace

LogWriter::LogWriter(store::Store& store)
    : m_store(store)
    , m_thread([this] { run(); }) {}

LogWriter::~LogWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
    flush();
}

void LogWriter::keep(store::Sealer sealer, provisioning::Request request) {
    const std::lock_guard lock(m_mutex);
    if (m_kept.size() < kMost) {
        m_kept.push_back({std::move(sealer), std::move(request)});
    }
}

void LogWriter::used(const TenantId& tenant, std::string token, Time now) {
    const std::lock_guard lock(m_mutex);
    if (m_uses.size() < kMost) {
        m_uses.push_back({tenant, std::move(token), now});
    }
}

void LogWriter::flush() {
    std::vector<Kept> kept;
    std::vector<Use> uses;
    {
        const std::lock_guard lock(m_mutex);
        kept.swap(m_kept);
        uses.swap(m_uses);
    }
    if (kept.empty() && uses.empty()) {
        return;
    }
    const Status written = m_store.write([&](store::Writer& writer) -> Status {
        for (const Use& use : uses) {
            (void)provisioning::touchToken(writer, use.tenant, use.token, use.at); // it may have been deleted since
        }
        for (const Kept& each : kept) {
            (void)provisioning::insertRequest(writer, each.sealer, each.request); // its tenant may be gone
        }
        return {};
    });
    if (!written) {
        log::warn("scim.log", {{"reason", written.error().reason}});
    }
}

void LogWriter::run() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait_for(lock, kPause, [this] { return m_stopping; });
        lock.unlock();
        flush();
        lock.lock();
    }
}

} // namespace gatehouse::scim::server
