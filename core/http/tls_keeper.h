// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "http/transport.h"

namespace gatehouse::http {

/// A server's TLS set-up, kept up with its files: a thread looks at them every so often and reads them again once one
/// has changed. New connections get the new certificate; those that are open keep theirs. Files that cannot be used,
/// as when the certificate is renewed before its key, leave everything as it is, with a line in the log. Thread safe.
class TlsKeeper {
public:
    /// `interval` zero: the files are looked at by reload() alone. `http.tls` names the file that could not be used.
    static Result<std::unique_ptr<TlsKeeper>> open(TlsFiles files, ClientCertificates accepted,
                                                   std::chrono::milliseconds interval);
    ~TlsKeeper();
    TlsKeeper(const TlsKeeper&) = delete;
    TlsKeeper& operator=(const TlsKeeper&) = delete;

    /// What a connection that begins now is to use.
    [[nodiscard]] TlsContext current() const;
    /// Reads the files now, changed or not. `http.tls`: the old set-up stays.
    [[nodiscard]] Status reload();

private:
    TlsKeeper(TlsFiles files, ClientCertificates accepted, std::chrono::milliseconds interval, TlsContext context,
              std::string seen);
    void watch();

    const TlsFiles m_files;
    const ClientCertificates m_accepted;
    const std::chrono::milliseconds m_interval;
    mutable std::mutex m_mutex;
    TlsContext m_context;
    std::mutex m_reloading; ///< taken before m_mutex
    std::string m_seen;     ///< identity of the files as last read; guarded by m_reloading
    std::mutex m_stopMutex;
    std::condition_variable m_stop;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace gatehouse::http
