// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/parking.h"
#include "base/time.h"
#include "http/forms.h"
#include "http/message.h"
#include "sandbox/narration.h"
#include "web/language.h"

namespace gatehouse::sandbox {

/// A step of a login that waits for somebody to say "next".
struct HeldStep {
    std::string id;     ///< counts up: the oldest has the smallest number
    std::string tenant; ///< slug
    Narration told;
    Time since;
};

/// Holds back what a tenant's login endpoints answer until it is released: the handler's answer is computed and kept. A
/// browser gets a page that waits, and then the real answer exactly once; a server's call waits, without a worker where
/// the stack can be left (base/parking.h). After ten minutes a step is given up with an explanation. Thread safe; only
/// for practice tenants, which is the caller's to check.
class Hold {
public:
    enum class Change { Held, Released, TimedOut, Dropped };
    /// Told of each step that is held or leaves, on whatever thread, with no lock held.
    using Observer = std::function<void(Change, const HeldStep&)>;
    static constexpr Seconds kLongest{600};
    static constexpr std::size_t kMostSteps = 100; ///< of one tenant; beyond, a step is refused at once

    /// `cookies`: as the broker's own are sent; the path is set here.
    Hold(const Clock& clock, http::CookieOptions cookies, Observer observer);
    ~Hold();
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    /// Whether any tenant is being held: all that a request of another tenant pays.
    [[nodiscard]] bool any() const { return m_count.load(std::memory_order_relaxed) != 0; }
    [[nodiscard]] bool isOn(std::string_view tenant) const;
    /// Off releases everything that is held.
    void set(const std::string& tenant, bool on);

    /// Keeps the answer to a browser and gives a page that waits for it at `<place>/{ticket}`; `place` is
    /// "/sandbox/{slug}/held".
    [[nodiscard]] http::Response keep(const std::string& tenant, const std::string& place, Narration told,
                                      http::Response answer);
    /// Waits with the answer to a server's call.
    [[nodiscard]] http::Response wait(const std::string& tenant, Narration told, http::Response answer);
    /// Answers a browser at once with the page that waits, and computes on a thread of its own what itself may be held
    /// on the way. Not a step: nothing to release.
    [[nodiscard]] http::Response later(const std::string& tenant, const std::string& place, web::Language language,
                                       std::function<http::Response()> compute);
    /// The page that waits, the real answer once it is released, or the explanation why there will be none. The browser
    /// is known by the cookie that came with the first page.
    [[nodiscard]] http::Response poll(const std::string& place, const http::Request& request);

    /// Oldest first.
    [[nodiscard]] std::vector<HeldStep> held(const std::string& tenant) const;
    /// Lets the oldest go, or the one with this id; nullopt if there is none.
    std::optional<HeldStep> release(const std::string& tenant, std::string_view id = {});
    std::size_t releaseAll(const std::string& tenant);
    /// Gives up everything that is held, because the sandbox is put back.
    std::size_t drop(const std::string& tenant);
    /// Gives up what was held for too long. A thread does so every second; tests call it.
    void expire();
    /// Lets everything go with 503 and ends the threads. Nothing is held afterwards. Safe to call twice.
    void stop();

private:
    enum class State { Computing, Held, Released, TimedOut, Dropped, Stopped };
    struct Entry {
        HeldStep step;
        State state = State::Held;
        http::Response answer;
        std::string ticket;   ///< of a browser's; empty: a server's call
        std::string password; ///< the cookie's value
        Time changed;
        Parking* parking = nullptr;
        std::condition_variable passed;
    };
    using Shared = std::shared_ptr<Entry>;
    /// Work on a thread of its own, and the answer that will come of it.
    struct Computing {
        std::thread thread;
        Shared entry;
    };
    struct News {
        Change change;
        HeldStep step;
    };

    [[nodiscard]] Shared add(const std::string& tenant, Narration told, http::Response answer);
    [[nodiscard]] http::Response waitingPage(const Entry& entry, const std::string& place) const;
    [[nodiscard]] http::Response firstPage(Entry& entry, const std::string& place) const;
    [[nodiscard]] http::Response answerOf(Entry& entry, const std::string& place) const;
    void leave(const Shared& entry, State state, std::vector<News>& news);
    std::size_t leaveAll(const std::string& tenant, State state);
    void tell(const std::vector<News>& news) const;
    void run();

    const Clock& m_clock;
    const http::CookieOptions m_cookies;
    const Observer m_observer;
    std::atomic<int> m_count{0};
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::set<std::string, std::less<>> m_tenants;
    std::vector<Shared> m_entries; ///< in the order in which they came
    std::vector<Computing> m_computing;
    std::uint64_t m_last = 0;
    bool m_stopped = false;
    std::thread m_thread;
};

/// held | released | timed-out | dropped
[[nodiscard]] std::string_view changeName(Hold::Change change);

} // namespace gatehouse::sandbox
