// SPDX-License-Identifier: Apache-2.0
#include "http/tls_keeper.h"

#include <utility>

#include <sys/stat.h>

#include "base/log.h"

namespace gatehouse::http {

namespace {

/// What tells a file from the one that was there before, through links: a renewal often swaps a link.
std::string identityOf(const std::filesystem::path& file) {
    struct stat status{};
    if (file.empty() || ::stat(file.c_str(), &status) != 0) {
        return "none;";
    }
    std::string out;
    for (const long long part :
         {static_cast<long long>(status.st_dev), static_cast<long long>(status.st_ino),
          static_cast<long long>(status.st_size), static_cast<long long>(status.st_mtim.tv_sec),
          static_cast<long long>(status.st_mtim.tv_nsec), static_cast<long long>(status.st_ctim.tv_nsec)}) {
        out.append(std::to_string(part)).append(",");
    }
    return out + ";";
}

std::string identityOf(const TlsFiles& files) {
    return identityOf(files.certificate) + identityOf(files.key) + identityOf(files.clientCa);
}

} // namespace

Result<std::unique_ptr<TlsKeeper>> TlsKeeper::open(TlsFiles files, ClientCertificates accepted,
                                                   std::chrono::milliseconds interval) {
    std::string seen = identityOf(files); // before they are read: what changes meanwhile is seen as a change
    TRY(context, makeTlsContext(files, accepted));
    return std::unique_ptr<TlsKeeper>(
        new TlsKeeper(std::move(files), accepted, interval, std::move(context), std::move(seen)));
}

TlsKeeper::TlsKeeper(TlsFiles files, ClientCertificates accepted, std::chrono::milliseconds interval,
                     TlsContext context, std::string seen)
    : m_files(std::move(files))
    , m_accepted(accepted)
    , m_interval(interval)
    , m_context(std::move(context))
    , m_seen(std::move(seen)) {
    if (m_interval.count() > 0) {
        m_thread = std::thread([this] { watch(); });
    }
}

TlsKeeper::~TlsKeeper() {
    {
        const std::lock_guard lock(m_stopMutex);
        m_stopping = true;
    }
    m_stop.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

TlsContext TlsKeeper::current() const {
    const std::lock_guard lock(m_mutex);
    return m_context;
}

Status TlsKeeper::reload() {
    const std::lock_guard reloading(m_reloading);
    m_seen = identityOf(m_files);
    auto context = makeTlsContext(m_files, m_accepted);
    if (!context) {
        log::warn("http.tls_kept", {{"reason", context.error().reason}, {"detail", context.error().detail}});
        return tl::unexpected<Error>(std::move(context).error());
    }
    {
        const std::lock_guard lock(m_mutex);
        m_context = *std::move(context);
    }
    log::info("http.tls_reloaded", {{"certificate", m_files.certificate.string()}});
    return {};
}

void TlsKeeper::watch() {
    std::unique_lock lock(m_stopMutex);
    while (!m_stop.wait_for(lock, m_interval, [this] { return m_stopping; })) {
        lock.unlock();
        const bool changed = [this] {
            const std::lock_guard reloading(m_reloading);
            return identityOf(m_files) != m_seen;
        }();
        if (changed) {
            (void)reload(); // it says in the log what came of it
        }
        lock.lock();
    }
}

} // namespace gatehouse::http
