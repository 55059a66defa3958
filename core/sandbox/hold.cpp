// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hold.h"

#include <algorithm>

#include "crypto/hash.h"
#include "crypto/random.h"
#include "http/forms.h"
#include "sandbox/hold_pages.h"
#include "sandbox/page.h"

namespace gatehouse::sandbox {

namespace {

constexpr std::size_t kMostThreads = 16;
constexpr std::chrono::seconds kTick{1};
constexpr const char* kCookie = "gatehouse_held";

} // namespace

Hold::Hold(const Clock& clock, http::CookieOptions cookies, Observer observer)
    : m_clock(clock)
    , m_cookies(std::move(cookies))
    , m_observer(std::move(observer)) {}

Hold::~Hold() {
    stop();
}

bool Hold::isOn(std::string_view tenant) const {
    const std::lock_guard lock(m_mutex);
    return m_tenants.contains(tenant);
}

void Hold::set(const std::string& tenant, bool on) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped) {
            return;
        }
        if (on) {
            m_tenants.insert(tenant);
        } else {
            m_tenants.erase(tenant);
        }
        m_count.store(static_cast<int>(m_tenants.size()), std::memory_order_relaxed);
        if (on && !m_thread.joinable()) {
            m_thread = std::thread([this] { run(); });
        }
    }
    if (!on) {
        releaseAll(tenant);
    }
}

/// nullptr where the step cannot be held: the switch went off meanwhile, or there are too many. Called with the lock.
Hold::Shared Hold::add(const std::string& tenant, Narration told, http::Response answer) {
    const auto mine =
        std::count_if(m_entries.begin(), m_entries.end(), [&](const Shared& e) { return e->step.tenant == tenant; });
    if (m_stopped || static_cast<std::size_t>(mine) >= kMostSteps) {
        return nullptr;
    }
    auto entry = std::make_shared<Entry>();
    entry->step = {std::to_string(++m_last), tenant, std::move(told), m_clock.now()};
    entry->answer = std::move(answer);
    entry->changed = entry->step.since;
    m_entries.push_back(entry);
    m_wake.notify_one();
    return entry;
}

http::Response Hold::waitingPage(const Entry& entry, const std::string& place) const {
    http::Response page =
        entry.state == State::Computing ? workingPage(entry.step.told.language) : heldPage(entry.step.told);
    page.headers.set("Refresh", "1; url=" + place + "/" + entry.ticket);
    return page;
}

/// The same with the cookie by which the browser is known again.
http::Response Hold::firstPage(Entry& entry, const std::string& place) const {
    entry.ticket = crypto::randomToken();
    entry.password = crypto::randomToken();
    http::Response page = waitingPage(entry, place);
    http::CookieOptions options = m_cookies;
    options.path = place + "/" + entry.ticket;
    page.headers.add("Set-Cookie", http::setCookie(kCookie, entry.password, options));
    return page;
}

http::Response Hold::keep(const std::string& tenant, const std::string& place, Narration told, http::Response answer) {
    Shared entry;
    http::Response page;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_tenants.contains(tenant)) {
            return answer;
        }
        const web::Language language = told.language;
        entry = add(tenant, std::move(told), std::move(answer));
        if (!entry) {
            return fullPage(language);
        }
        page = firstPage(*entry, place);
    }
    tell({{Change::Held, entry->step}});
    return page;
}

http::Response Hold::wait(const std::string& tenant, Narration told, http::Response answer) {
    Shared entry;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_tenants.contains(tenant)) {
            return answer;
        }
        entry = add(tenant, std::move(told), std::move(answer));
        if (!entry) {
            return fullAnswer();
        }
        entry->parking = Parking::here();
    }
    tell({{Change::Held, entry->step}});
    if (entry->parking != nullptr) {
        entry->parking->park();
    }
    std::unique_lock lock(m_mutex);
    entry->passed.wait(lock, [&] { return entry->state != State::Held; });
    return entry->state == State::Released ? std::move(entry->answer)
                                           : goneAnswer(entry->state == State::TimedOut  ? Gone::TimedOut
                                                        : entry->state == State::Dropped ? Gone::Dropped
                                                                                         : Gone::Stopped);
}

http::Response Hold::later(const std::string& tenant, const std::string& place, web::Language language,
                           std::function<http::Response()> compute) {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_computing, [](Computing& each) {
        const bool done = each.entry->state != State::Computing;
        if (done) {
            each.thread.join(); // it has let go of the lock, and does nothing more
        }
        return done;
    });
    Narration told;
    told.language = language;
    const Shared entry = m_computing.size() < kMostThreads ? add(tenant, std::move(told), {}) : nullptr;
    if (!entry) {
        return fullPage(language);
    }
    entry->state = State::Computing;
    m_computing.push_back({std::thread([this, entry, compute = std::move(compute)] {
                               http::Response answer = compute();
                               const std::lock_guard done(m_mutex);
                               entry->answer = std::move(answer);
                               entry->changed = m_clock.now();
                               entry->state = State::Released;
                           }),
                           entry});
    return firstPage(*entry, place);
}

http::Response Hold::answerOf(Entry& entry, const std::string& place) const {
    switch (entry.state) {
    case State::Computing:
    case State::Held:
        break;
    case State::Released:
        return std::move(entry.answer);
    case State::TimedOut:
        return gonePage(Gone::TimedOut, entry.step.told.language);
    case State::Dropped:
        return gonePage(Gone::Dropped, entry.step.told.language);
    case State::Stopped:
        return gonePage(Gone::Stopped, entry.step.told.language);
    }
    return waitingPage(entry, place);
}

http::Response Hold::poll(const std::string& place, const http::Request& request) {
    const std::string ticket = request.path.size() > place.size() ? request.path.substr(place.size() + 1) : "";
    const auto cookie = http::cookie(request.headers, kCookie);
    const std::string password = cookie && *cookie ? **cookie : std::string();
    expire();
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Shared& each) {
        return !each->ticket.empty() && crypto::constantTimeEqual(each->ticket, ticket) &&
               crypto::constantTimeEqual(each->password, password);
    });
    if (found == m_entries.end()) {
        return gonePage(Gone::Delivered, languageOf(request));
    }
    auto answer = answerOf(**found, place);
    if ((*found)->state != State::Computing && (*found)->state != State::Held) {
        m_entries.erase(found); // exactly once
    }
    return answer;
}

std::vector<HeldStep> Hold::held(const std::string& tenant) const {
    std::vector<HeldStep> out;
    const std::lock_guard lock(m_mutex);
    for (const Shared& entry : m_entries) {
        if (entry->state == State::Held && entry->step.tenant == tenant) {
            out.push_back(entry->step);
        }
    }
    return out;
}

/// With the lock.
void Hold::leave(const Shared& entry, State state, std::vector<News>& news) {
    entry->state = state;
    entry->changed = m_clock.now();
    news.push_back({state == State::Released   ? Change::Released
                    : state == State::TimedOut ? Change::TimedOut
                                               : Change::Dropped,
                    entry->step});
    if (entry->ticket.empty()) {
        std::erase(m_entries, entry);
        entry->passed.notify_all();
        if (entry->parking != nullptr) {
            entry->parking->resume();
        }
    }
}

std::optional<HeldStep> Hold::release(const std::string& tenant, std::string_view id) {
    std::vector<News> news;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Shared& each) {
            return each->state == State::Held && each->step.tenant == tenant && (id.empty() || each->step.id == id);
        });
        if (found == m_entries.end()) {
            return std::nullopt;
        }
        leave(Shared(*found), State::Released, news);
    }
    tell(news);
    return news.front().step;
}

std::size_t Hold::leaveAll(const std::string& tenant, State state) {
    std::vector<News> news;
    {
        const std::lock_guard lock(m_mutex);
        const std::vector<Shared> all = m_entries;
        for (const Shared& entry : all) {
            if (entry->state == State::Held && (tenant.empty() || entry->step.tenant == tenant)) {
                leave(entry, state, news);
            }
        }
    }
    tell(news);
    return news.size();
}

std::size_t Hold::releaseAll(const std::string& tenant) {
    return leaveAll(tenant, State::Released);
}

std::size_t Hold::drop(const std::string& tenant) {
    return leaveAll(tenant, State::Dropped);
}

void Hold::expire() {
    std::vector<News> news;
    {
        const std::lock_guard lock(m_mutex);
        const Time limit = m_clock.now() - kLongest;
        const std::vector<Shared> all = m_entries;
        for (const Shared& entry : all) {
            if (entry->state == State::Held && entry->step.since <= limit) {
                leave(entry, State::TimedOut, news);
            } else if (entry->state != State::Computing && entry->state != State::Held && entry->changed <= limit) {
                std::erase(m_entries, entry); // nobody came for it
            }
        }
    }
    tell(news);
}

void Hold::tell(const std::vector<News>& news) const {
    for (const News& each : news) {
        if (m_observer) {
            m_observer(each.change, each.step);
        }
    }
}

void Hold::run() {
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        if (m_entries.empty()) {
            m_wake.wait(lock, [this] { return m_stopped || !m_entries.empty(); });
            continue;
        }
        m_wake.wait_for(lock, kTick, [this] { return m_stopped; });
        lock.unlock();
        expire();
        lock.lock();
    }
}

void Hold::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_tenants.clear();
        m_count.store(0, std::memory_order_relaxed);
    }
    m_wake.notify_all();
    leaveAll({}, State::Stopped);
    std::vector<Computing> computing;
    {
        const std::lock_guard lock(m_mutex);
        computing.swap(m_computing);
    }
    for (Computing& each : computing) {
        each.thread.join();
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::string_view changeName(Hold::Change change) {
    switch (change) {
    case Hold::Change::Held:
        return "held";
    case Hold::Change::Released:
        return "released";
    case Hold::Change::TimedOut:
        return "timed-out";
    case Hold::Change::Dropped:
        return "dropped";
    }
    return "";
}

} // namespace gatehouse::sandbox
