// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "http/client.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::outbox {

/// Table outbox; to be applied after those of tenants.
[[nodiscard]] std::vector<store::Migration> migrations();

/// Something to be said to somebody outside.
struct NewMessage {
    std::string kind;        ///< whose courier brings it
    std::string destination; ///< what is slow or dead as one, such as an app's id
    std::string subject;     ///< what it is about, to look receipts up by, such as a session's id
    std::string payload;     ///< for the courier; sealed in the store
};

/// One that was put.
struct Message {
    std::string id; ///< the same in each try
    TenantId tenant;
    NewMessage said;
    int attempt = 1; ///< this one
    Time createdAt;
};

/// Pending: not tried yet. Failed: will be tried again.
enum class State { Pending, Failed, Confirmed, GivenUp };
[[nodiscard]] std::string_view stateName(State state); ///< "pending", "failed", "confirmed", "given-up"

/// How far a message has come.
struct Receipt {
    std::string id;
    std::string destination;
    std::string subject;
    State state = State::Pending;
    int attempts = 0;
    int status = 0;              ///< HTTP status of the last answer; 0: none
    std::string reason;          ///< slug of what the last try failed by; empty: it did not
    Time createdAt;              ///< of the commit that put it, or a moment before
    std::optional<Time> triedAt; ///< the end of the last try
    std::optional<Time> dueAt;   ///< of the next try; none once it is settled
    Milliseconds elapsed{0};     ///< of the last try
};

/// Brings the messages of one kind. Called from several threads at once.
class Courier {
public:
    virtual ~Courier() = default;
    /// What to send this time, made afresh for each try. An error with Code::Unavailable is tried again, any other
    /// gives the message up.
    [[nodiscard]] virtual Result<http::OutboundRequest> request(const Message& message) = 0;
    /// In the transaction that keeps what came of a try: to record it, or to pass it on after the commit.
    [[nodiscard]] virtual Status kept(store::Writer& writer, const Message& message, const Receipt& receipt) = 0;
};

struct Limits {
    int workers = 16;
    int perDestination = 2;                ///< tries at once; one while it fails
    Milliseconds firstDelay{1000};         ///< after a failure; doubled each time
    Milliseconds longestDelay{900 * 1000}; ///< of a message
    Milliseconds longestPause{60 * 1000};  ///< of a destination that fails
    int attempts = 100;                    ///< then it is given up
    Seconds age{24 * 3600};                ///< the same
    Milliseconds deadline{5000};           ///< of one try; stop() waits no longer
};

/// Delivers what transactions have put, at least once, soon after their commit and across restarts. A status of 200 to
/// 299 confirms; 400 says that trying again is no use (OpenID Connect Back-Channel Logout 1.0, 2.8; RFC 8935, 2.4)
/// and gives up; everything else is tried again. Messages of one destination are begun in the order in which they are
/// due.
class Outbox {
public:
    using SealerFor = std::function<Result<store::Sealer>(const TenantId&)>;
    /// `chance` gives 0 to 1; unset: at random.
    struct Parts {
        store::Store& store;
        const Clock& clock;
        http::Client& client;
        SealerFor sealerFor;
        std::function<double()> chance = {};
    };
    explicit Outbox(Parts parts, Limits limits = {});
    ~Outbox();
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    /// Who brings a kind. Before start(); the courier outlives the outbox's threads.
    void carry(std::string kind, Courier& courier);
    /// Takes up what was left and starts the threads.
    [[nodiscard]] Status start();
    /// Ends the threads once the tries under way are over. Nothing is lost. Safe to call twice.
    void stop();

    /// In the caller's transaction; delivered after its commit. Gives its id. `tenant_sealed`.
    [[nodiscard]] Result<std::string> put(store::Writer& writer, const TenantId& tenant, const NewMessage& message);
    /// Looks at what is due now: for who moves the clock.
    void wake();

private:
    using Address = std::tuple<std::string, std::string, std::string>; ///< tenant, kind, destination
    /// What waits for one destination. Its messages are in the store alone.
    struct Lane {
        Time readyAt;             ///< no try before
        Time pausedUntil;         ///< because it failed
        int failures = 0;         ///< in a row
        std::set<std::string> at; ///< ids being tried
    };
    struct Job {
        Address address;
        Message message;
        Bytes sealed;
    };

    void work();
    [[nodiscard]] std::optional<Job> next(Time now, std::optional<Time>& later);
    [[nodiscard]] std::optional<Job> firstOf(const Address& address, Lane& lane, Time now);
    void tryOnce(Job job);
    [[nodiscard]] Result<http::OutboundResponse> send(Job& job, Receipt& receipt);
    [[nodiscard]] Status keep(const Job& job, const Receipt& receipt);
    void done(const Job& job, const Receipt& receipt, bool kept);
    void hear();

    Parts m_parts;
    const Limits m_limits;
    std::map<std::string, Courier*> m_couriers;

    std::mutex m_mutex; ///< of the lanes; held while the first message of one is read
    std::map<Address, Lane> m_lanes;
    std::mutex m_newsMutex; ///< taken by commits, so never held for long; after m_mutex
    std::condition_variable m_wake;
    std::vector<Address> m_news;
    std::uint64_t m_woken = 0;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

// Receipts. Of one kind and subject, in the order in which they were put.
[[nodiscard]] Result<std::vector<Receipt>> receipts(store::Reader& reader, const TenantId& tenant,
                                                    std::string_view kind, std::string_view subject);
/// How many of one kind wait for one destination.
[[nodiscard]] Result<std::int64_t> countWaiting(store::Reader& reader, const TenantId& tenant, std::string_view kind,
                                                std::string_view destination);
/// Deletes what was settled more than `keep` ago. Rows deleted.
[[nodiscard]] Result<std::int64_t> purge(store::Writer& writer, Time now, Seconds keep);

} // namespace gatehouse::outbox
