// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "base/time.h"

namespace gatehouse::oidc::provider {

/// How often wrong user codes may be tried (RFC 8628, 5.1): in ten minutes five times from one browser, ten times from
/// one address and two hundred times at one issuer. At most those two hundred are remembered of each issuer. Thread
/// safe.
class Guesses {
public:
    struct From {
        std::string issuer;
        std::string address;
        std::string browser;
    };
    enum class Verdict { Allowed, FirstRefusal, Refused };
    /// Counts a try before it is looked at, so that no more than so many are looked at whatever runs in parallel.
    [[nodiscard]] Verdict take(const From& from, Time now);
    /// The code was right, and the try counts no more.
    void giveBack(const From& from);

    static constexpr int kOfBrowser = 5;
    static constexpr int kOfAddress = 10;
    static constexpr int kOfIssuer = 200;
    static constexpr Seconds kWindow{600};

private:
    struct Count {
        Time since;
        int tries = 0;
        bool refused = false; ///< at least once in this window
    };
    Count& countOf(std::string key, Time now);
    void forgetOld(Time now);

    std::mutex m_mutex;
    std::unordered_map<std::string, Count> m_counts;
    Time m_swept{};
};

} // namespace gatehouse::oidc::provider
