// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/idp_cache.h"

#include <algorithm>

#include "crypto/hash.h"

namespace gatehouse::saml::sp {
namespace {

using connections::Connection;
using Held = std::shared_ptr<const HeldIdp>;

constexpr Seconds kRetryAfterFailure{60};
constexpr Seconds kUnknownKeyPause{60};
constexpr std::size_t kLargestDocument = std::size_t(4) * 1024 * 1024;

json::Object descriptionOf(const Idp& idp) {
    json::Array certificates;
    for (const crypto::Certificate& each : idp.certificates) {
        certificates.push_back(json::Object{
            {"subject", each.subject}, {"fingerprint", each.fingerprint}, {"notAfter", toRfc3339(each.notAfter)}});
    }
    return {{"entityId", idp.entityId},
            {"ssoUrl", idp.ssoUrl},
            {"ssoBinding", idp.ssoBinding == connections::Binding::Post ? "post" : "redirect"},
            {"sloUrl", idp.sloUrl},
            {"wantAuthnRequestsSigned", idp.wantsSignedRequests},
            {"certificates", std::move(certificates)}};
}

Held heldOf(Idp idp, Time fetchedAt) {
    auto description = std::make_shared<connections::Provider>();
    description->metadataText = json::write(descriptionOf(idp));
    description->digest = crypto::sha256(description->metadataText);
    description->metadataFetchedAt = fetchedAt;
    for (const crypto::Certificate& each : idp.certificates) {
        auto& end = description->certificatesEnd;
        end = end ? std::max(*end, each.notAfter) : each.notAfter;
    }
    return std::make_shared<const HeldIdp>(HeldIdp{std::move(idp), fetchedAt, std::move(description)});
}

Result<Idp> idpFrom(const Connection& connection, const std::string& text) {
    TRY(metadata, wire::readIdpMetadata(text, connection.saml.entityId));
    return idpOf(connection, &metadata);
}

bool isFetched(const Connection& connection) {
    return !connection.saml.metadataUrl.empty();
}

bool isInForce(const Held& held, Time now) {
    return !held->idp.validUntil || now < *held->idp.validUntil;
}

Result<std::string> fetchText(http::Client& client, const Connection& connection) {
    http::OutboundRequest request;
    request.url = connection.saml.metadataUrl;
    request.authorities = connection.trustedAuthorities;
    request.headers.set("Accept", "application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8");
    request.deadline = Milliseconds(5000);
    request.maxBytes = kLargestDocument;
    TRY(answer, client.send(connection.tenant.text(), request));
    if (answer.status != 200) {
        return fail(Code::Unavailable, "metadata.http_status",
                    "Got HTTP " + std::to_string(answer.status) + " at " + request.url + ".");
    }
    return std::move(answer.body);
}

} // namespace

std::vector<std::string> changesToApprove(const Idp& used, const Idp& fetched) {
    std::vector<std::string> changes;
    for (const auto& [name, before, after] : {std::tuple("entityId", &used.entityId, &fetched.entityId),
                                              {"ssoUrl", &used.ssoUrl, &fetched.ssoUrl},
                                              {"sloUrl", &used.sloUrl, &fetched.sloUrl}}) {
        if (*before != *after) {
            changes.emplace_back(name);
        }
    }
    const bool overlap =
        std::any_of(used.certificates.begin(), used.certificates.end(), [&](const crypto::Certificate& known) {
            return std::any_of(fetched.certificates.begin(), fetched.certificates.end(),
                               [&](const crypto::Certificate& each) { return each.der == known.der; });
        });
    if (!overlap) {
        changes.emplace_back("keys");
    }
    return changes;
}

std::shared_ptr<IdpCache::Entry> IdpCache::entryOf(const Connection& connection) {
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[connection.id];
    if (!entry || entry->settings != connection.saml) {
        entry = std::make_shared<Entry>();
        entry->settings = connection.saml;
    }
    return entry;
}

Result<Held> IdpCache::use(Entry& entry, const Connection& connection, const std::string& text, Time fetchedAt) {
    TRY(idp, isFetched(connection) ? idpFrom(connection, text) : idpOf(connection));
    Held held = heldOf(std::move(idp), fetchedAt);
    const std::lock_guard lock(entry.guard);
    entry.idp = held;
    return held;
}

Result<Held> IdpCache::fetch(Entry& entry, const Connection& connection) {
    const Time now = m_clock.now();
    TRY(text, fetchText(m_client, connection));
    TRY(fetched, idpFrom(connection, text));
    if (fetched.validUntil && *fetched.validUntil <= now) {
        return fail(Code::FailedPrecondition, "metadata.expired", toRfc3339(*fetched.validUntil));
    }
    TRY(before,
        m_store.read([&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); }));
    KeptMetadata kept{connection.saml.metadataUrl, text, now, {}, {}};
    if (before && before->url == kept.url) {
        const auto used = idpFrom(connection, before->text);
        if (used && !changesToApprove(*used, fetched).empty()) {
            kept.text = before->text;
            kept.pending = text;
            kept.pendingSince = before->pending == text ? before->pendingSince : std::optional(now);
        }
    }
    ENSURE(m_store.write(
        [&](store::Writer& writer) { return keepMetadata(writer, connection.tenant, connection.id, kept); }));
    return use(entry, connection, kept.text, now);
}

Result<Held> IdpCache::get(const Connection& connection) {
    const auto entry = entryOf(connection);
    const Time now = m_clock.now();
    struct Now {
        Held held;
        Time next;
        std::uint64_t attempts;
    };
    const auto current = [&] {
        const std::lock_guard lock(entry->guard);
        return Now{entry->idp, entry->nextAttempt, entry->attempts};
    };
    const auto isFresh = [&](const Held& held) {
        return held && (!isFetched(connection) || now < held->fetchedAt + kFreshFor);
    };
    const Now before = current();
    if (isFresh(before.held) || (before.held && now < before.next)) {
        return before.held;
    }
    if (!isFetched(connection)) {
        return use(*entry, connection, {}, Time());
    }
    std::unique_lock fetching(entry->fetching, std::defer_lock);
    if (before.held && isInForce(before.held, now) && !fetching.try_lock()) {
        return before.held; // somebody fetches
    }
    if (!fetching.owns_lock()) {
        fetching.lock();
    }
    auto [held, next, attempts] = current();
    if (!held && attempts != before.attempts && entry->failure) {
        return tl::unexpected<Error>(*entry->failure);
    }
    if (!held) {
        TRY(kept, m_store.read(
                      [&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); }));
        if (kept && kept->url == connection.saml.metadataUrl) {
            held = use(*entry, connection, kept->text, kept->fetchedAt).value_or(nullptr);
        }
    }
    if (isFresh(held) || (held && now < next)) {
        return held;
    }
    auto fetched = fetch(*entry, connection);
    {
        const std::lock_guard lock(entry->guard);
        ++entry->attempts;
        entry->failure = fetched ? std::nullopt : std::optional(fetched.error());
    }
    if (fetched || !held) {
        return fetched;
    }
    if (!isInForce(held, now)) {
        return fail(Code::FailedPrecondition, "metadata.expired", toRfc3339(*held->idp.validUntil));
    }
    const std::lock_guard lock(entry->guard);
    entry->nextAttempt = now + kRetryAfterFailure;
    return held;
}

Result<Held> IdpCache::refreshKeys(const Connection& connection, const Held& seen) {
    if (!isFetched(connection)) {
        return seen;
    }
    const auto entry = entryOf(connection);
    const std::lock_guard fetching(entry->fetching);
    {
        const std::lock_guard lock(entry->guard);
        if (entry->idp && entry->idp != seen) {
            return entry->idp; // another login fetched meanwhile
        }
    }
    const Time now = m_clock.now();
    if (now < seen->fetchedAt + kUnknownKeyPause) {
        return seen;
    }
    return fetch(*entry, connection);
}

Result<Held> IdpCache::refresh(const Connection& connection) {
    const auto entry = entryOf(connection);
    const std::lock_guard fetching(entry->fetching);
    return isFetched(connection) ? fetch(*entry, connection) : use(*entry, connection, {}, Time());
}

std::optional<IdpCache::Pending> IdpCache::pending(const Connection& connection) const {
    const auto kept =
        m_store.read([&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); });
    if (!kept || !*kept || (*kept)->pending.empty() || (*kept)->url != connection.saml.metadataUrl) {
        return std::nullopt;
    }
    const auto used = idpFrom(connection, (*kept)->text);
    const auto fetched = idpFrom(connection, (*kept)->pending);
    return used && fetched
               ? std::optional(Pending{changesToApprove(*used, *fetched), (*kept)->pendingSince.value_or(Time())})
               : std::nullopt;
}

Result<std::vector<std::string>> IdpCache::approve(store::Writer& writer, const Connection& connection) {
    TRY(kept, findMetadata(writer, connection.tenant, connection.id));
    if (!kept || kept->pending.empty() || kept->url != connection.saml.metadataUrl) {
        return fail(Code::FailedPrecondition, "metadata.none_pending");
    }
    TRY(used, idpFrom(connection, kept->text));
    TRY(fetched, idpFrom(connection, kept->pending));
    kept->text = std::exchange(kept->pending, {});
    kept->pendingSince.reset();
    ENSURE(keepMetadata(writer, connection.tenant, connection.id, *kept));
    writer.afterCommit([this, id = connection.id] { drop(id); });
    return changesToApprove(used, fetched);
}

Held IdpCache::held(const Connection& connection) const {
    const std::shared_ptr<Entry> entry = [&] {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(connection.id);
        return found == m_entries.end() || found->second->settings != connection.saml ? nullptr : found->second;
    }();
    if (entry) {
        const std::lock_guard lock(entry->guard);
        if (entry->idp) {
            return entry->idp;
        }
    }
    if (!isFetched(connection)) {
        auto idp = idpOf(connection);
        return idp ? heldOf(*std::move(idp), Time()) : nullptr;
    }
    const auto kept =
        m_store.read([&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); });
    if (!kept || !*kept || (*kept)->url != connection.saml.metadataUrl) {
        return nullptr;
    }
    auto idp = idpFrom(connection, (*kept)->text);
    return idp ? heldOf(*std::move(idp), (*kept)->fetchedAt) : nullptr;
}

void IdpCache::drop(const ConnectionId& id) {
    const std::lock_guard lock(m_mutex);
    m_entries.erase(id);
}

} // namespace gatehouse::saml::sp
