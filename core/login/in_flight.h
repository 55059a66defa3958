// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace gatehouse::login {

/// The attempts whose answer is being worked on in this process, so that a callback that comes twice at once is sent to
/// the provider once. What makes an attempt single is finishFlow(): this only spares the provider a code that is used
/// twice, and the person an error that the second callback would cause to the first. Thread safe.
class InFlight {
public:
    /// Held while the answer is worked on; false if another thread holds it.
    class Claim {
    public:
        Claim(InFlight& all, std::string_view state)
            : m_all(all)
            , m_state(state)
            , m_mine(all.insert(m_state)) {}
        ~Claim() {
            if (m_mine) {
                m_all.erase(m_state);
            }
        }
        Claim(const Claim&) = delete;
        Claim& operator=(const Claim&) = delete;
        explicit operator bool() const { return m_mine; }

    private:
        InFlight& m_all;
        std::string m_state;
        bool m_mine;
    };

private:
    bool insert(const std::string& state) {
        const std::lock_guard lock(m_mutex);
        return m_states.insert(state).second;
    }
    void erase(const std::string& state) {
        const std::lock_guard lock(m_mutex);
        m_states.erase(state);
    }

    std::mutex m_mutex;
    std::set<std::string> m_states;
};

} // namespace gatehouse::login
