// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/guesses.h"

#include <array>

namespace gatehouse::oidc::provider {
namespace {

std::string issuerKey(const Guesses::From& from) {
    return "i\n" + from.issuer;
}
std::string addressKey(const Guesses::From& from) {
    return "a\n" + from.issuer + '\n' + from.address;
}
std::string browserKey(const Guesses::From& from) {
    return "b\n" + from.issuer + '\n' + from.browser;
}

} // namespace

Guesses::Verdict Guesses::take(const From& from, Time now) {
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    const std::array<std::pair<std::string, int>, 3> limits{std::pair{issuerKey(from), kOfIssuer},
                                                            std::pair{addressKey(from), kOfAddress},
                                                            std::pair{browserKey(from), kOfBrowser}};
    for (const auto& [key, limit] : limits) {
        const auto found = m_counts.find(key);
        if (found != m_counts.end() && now - found->second.since < kWindow && found->second.tries >= limit) {
            const bool first = !found->second.refused;
            found->second.refused = true;
            return first ? Verdict::FirstRefusal : Verdict::Refused;
        }
    }
    for (const auto& [key, limit] : limits) {
        ++countOf(key, now).tries;
    }
    return Verdict::Allowed;
}

void Guesses::giveBack(const From& from) {
    const std::lock_guard lock(m_mutex);
    for (const std::string& key : {issuerKey(from), addressKey(from), browserKey(from)}) {
        const auto found = m_counts.find(key);
        if (found != m_counts.end() && found->second.tries > 0) {
            --found->second.tries;
        }
    }
}

Guesses::Count& Guesses::countOf(std::string key, Time now) {
    Count& count = m_counts.try_emplace(std::move(key), Count{now, 0, false}).first->second;
    if (now - count.since >= kWindow) {
        count = {now, 0, false};
    }
    return count;
}

void Guesses::forgetOld(Time now) {
    if (now - m_swept < kWindow) {
        return;
    }
    m_swept = now;
    std::erase_if(m_counts, [&](const auto& each) { return now - each.second.since >= kWindow; });
}

} // namespace gatehouse::oidc::provider
