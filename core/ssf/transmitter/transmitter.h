// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>

#include "base/time.h"
#include "keys/key_ring.h"
#include "outbox/outbox.h"
#include "ssf/transmitter/scim_events.h"
#include "ssf/transmitter/streams.h"
#include "tenants/tenant_cache.h"
#include "web/public_url.h"
#include "web/router.h"

namespace gatehouse::ssf::transmitter {

/// The kind of the outbox's messages that are security event tokens. Their destination is the stream's id, their
/// subject the token's jti.
inline constexpr std::string_view kSecurityEvent = "security-event";

/// Tells the streams of all tenants what happens there. A thread follows the logs; push leaves by the outbox, poll is
/// answered here.
class Transmitter final : public outbox::Courier {
public:
    /// A compact JWS of type secevent+jwt by the tenant's issuer (RFC 8417, 2.3).
    using Sign = std::function<Result<std::string>(const tenants::Tenant&, const json::Object&, crypto::Signature)>;
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        const web::PublicUrl& publicUrl;
        outbox::Outbox& outbox;
        Sign sign;
    };
    explicit Transmitter(Parts parts)
        : m_parts(std::move(parts)) {}
    ~Transmitter() override { stop(); }
    Transmitter(const Transmitter&) = delete;
    Transmitter& operator=(const Transmitter&) = delete;

    /// `/t/{tenant}/ssf/poll/{streamId}`
    void mount(web::Router& router);
    void start();
    /// Polls that wait are answered with nothing. Safe to call twice.
    void stop();
    /// Looks at once: for whoever knows that something happened.
    void wake();
    /// Tells every stream what it was not told yet; what the thread does, again and again.
    void followAll();

    /// Puts one event into a stream, in the caller's transaction.
    [[nodiscard]] Status put(store::Writer& writer, const tenants::Tenant& tenant, const store::Sealer& sealer,
                             const Stream& stream, const SecurityEvent& event);
    /// How many tokens wait for a stream's receiver.
    [[nodiscard]] static Result<std::int64_t> waiting(store::Reader& reader, const TenantId& tenant,
                                                      const Stream& stream);

    // outbox::Courier. `stream.off` (Unavailable) while it is switched off, `stream.not_found`.
    [[nodiscard]] Result<http::OutboundRequest> request(const outbox::Message& message) override;
    [[nodiscard]] Status kept(store::Writer& writer, const outbox::Message& message,
                              const outbox::Receipt& receipt) override;

private:
    using TenantPtr = std::shared_ptr<const tenants::Tenant>;
    struct Waiter;

    void run();
    void answerWaiters();
    /// True while there is more.
    [[nodiscard]] Result<bool> follow(const Behind& behind);
    [[nodiscard]] Result<std::vector<SecurityEvent>> eventsOf(store::Reader& reader, const store::Sealer& sealer,
                                                              const Stream& stream, const audit::Entry& entry) const;
    [[nodiscard]] http::Response poll(const web::Context& context);
    [[nodiscard]] http::Response refusedPoll(const web::Context& context, const store::Sealer& sealer);
    [[nodiscard]] Result<http::Response> answerPoll(const TenantPtr& tenant, const store::Sealer& sealer,
                                                    const std::string& stream, const json::Object& asked);
    /// Until something may be there for the stream, or half a minute has passed.
    void wait(const std::string& stream);

    Parts m_parts;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_news = false;
    std::map<std::string, std::shared_ptr<Waiter>> m_waiters; ///< by the stream: the last poll alone waits
    std::map<std::string, Time> m_noted;                      ///< when a refused poll was last recorded
    std::thread m_thread;
};

} // namespace gatehouse::ssf::transmitter
