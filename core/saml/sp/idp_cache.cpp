// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/idp_cache.h"

#include <algorithm>

#include "crypto/hash.h"
#include "saml/sp/provider_metadata.h"

namespace gatehouse::saml::sp {
namespace {

using connections::Connection;
using Held = std::shared_ptr<const HeldIdp>;

constexpr Seconds kRetryAfterFailure{60};
constexpr Seconds kUnknownKeyPause{60};
constexpr Seconds kNotFoundPause{600}; // Metadata Query Protocol: what is not there is remembered too
constexpr std::size_t kLongestEtag = 256;

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

Held heldOf(Idp idp, Time fetchedAt, Time refreshAt) {
    auto description = std::make_shared<connections::Provider>();
    description->metadataText = json::write(descriptionOf(idp));
    description->digest = crypto::sha256(description->metadataText);
    description->metadataFetchedAt = fetchedAt;
    for (const crypto::Certificate& each : idp.certificates) {
        auto& end = description->certificatesEnd;
        end = end ? std::max(*end, each.notAfter) : each.notAfter;
    }
    return std::make_shared<const HeldIdp>(HeldIdp{std::move(idp), fetchedAt, refreshAt, std::move(description)});
}

Result<Idp> idpFrom(const Connection& connection, const std::string& text) {
    TRY(metadata, readFetched(connection, text));
    return idpOf(connection, &metadata);
}

bool isFetched(const Connection& connection) {
    return !connection.saml.metadataUrl.empty();
}

/// Whether it was fetched from where it is fetched now, and is proven by whom it has to be.
bool isOf(const Connection& connection, const KeptMetadata& kept) {
    return kept.url == metadataAddress(connection.saml) && kept.signers == signersOf(connection.saml);
}

bool isInForce(const Held& held, Time now) {
    return !held->idp.validUntil || now < *held->idp.validUntil;
}

struct Fetched {
    bool isTheSame = false; ///< as it was when it had the etag
    std::string text;
    std::string etag;
};
Result<Fetched> fetchDocument(http::Client& client, const Connection& connection, const std::string& etag) {
    MetadataFetch fetch(connection, etag);
    TRY(answer, client.send(connection.tenant.text(), fetch.request()));
    if (answer.status == 304 && !etag.empty()) {
        return Fetched{true, {}, etag};
    }
    if (answer.status == 404 && connection.saml.metadataQuery) {
        return fail(Code::NotFound, "metadata.no_entity", connection.saml.entityId);
    }
    if (answer.status != 200) {
        return fail(Code::Unavailable, "metadata.http_status",
                    "Got HTTP " + std::to_string(answer.status) + " at " + fetch.request().url + ".");
    }
    TRY(text, fetch.finish());
    const std::string_view tag = answer.headers.get("ETag").value_or("");
    return Fetched{false, std::move(text), std::string(tag.size() > kLongestEtag ? "" : tag)};
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

Result<Held> IdpCache::use(Entry& entry, const Connection& connection, const KeptMetadata& kept) {
    TRY(idp, isFetched(connection) ? idpFrom(connection, kept.text) : idpOf(connection));
    Held held = heldOf(std::move(idp), kept.fetchedAt, kept.refreshAt);
    const std::lock_guard lock(entry.guard);
    entry.idp = held;
    return held;
}

Result<Held> IdpCache::fetch(Entry& entry, const Connection& connection) {
    const Time now = m_clock.now();
    TRY(before,
        m_store.read([&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); }));
    if (before && !isOf(connection, *before)) {
        before.reset();
    }
    auto used = before ? idpFrom(connection, before->text).map([](Idp idp) { return std::optional(std::move(idp)); })
                       : Result<std::optional<Idp>>(std::nullopt);
    if (!used) {
        before.reset(); // by today's settings it is none, so there is nothing to compare with
        used = std::optional<Idp>();
    }
    TRY(document, fetchDocument(m_client, connection, before ? before->etag : ""));
    KeptMetadata kept = before ? *before : KeptMetadata();
    kept.url = metadataAddress(connection.saml);
    kept.signers = signersOf(connection.saml);
    kept.fetchedAt = now;
    kept.etag = document.etag;
    Idp fetched;
    if (document.isTheSame) {
        fetched = **used;
    } else {
        TRY(read, idpFrom(connection, document.text));
        ENSURE(checkDates(connection, read, *used ? &**used : nullptr, now));
        fetched = std::move(read);
        if (*used && !changesToApprove(**used, fetched).empty()) {
            kept.pendingSince = kept.pending == document.text ? kept.pendingSince : std::optional(now);
            kept.pending = document.text;
        } else {
            kept.text = document.text;
            kept.pending.clear();
            kept.pendingSince.reset();
        }
    }
    kept.refreshAt = refreshAt(connection, fetched, now);
    ENSURE(m_store.write(
        [&](store::Writer& writer) { return keepMetadata(writer, connection.tenant, connection.id, kept); }));
    return use(entry, connection, kept);
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
    const auto isFresh = [&](const Held& held) { return held && (!isFetched(connection) || now < held->refreshAt); };
    const Now before = current();
    if (isFresh(before.held) || (before.held && now < before.next)) {
        return before.held;
    }
    if (!isFetched(connection)) {
        return use(*entry, connection, {});
    }
    std::unique_lock fetching(entry->fetching, std::defer_lock);
    if (before.held && isInForce(before.held, now) && !fetching.try_lock()) {
        return before.held; // somebody fetches
    }
    if (!fetching.owns_lock()) {
        fetching.lock();
    }
    auto [held, next, attempts] = current();
    if (!held && (attempts != before.attempts || now < next) && entry->failure) {
        return tl::unexpected<Error>(*entry->failure);
    }
    if (!held) {
        TRY(kept, m_store.read(
                      [&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); }));
        if (kept && isOf(connection, *kept)) {
            held = use(*entry, connection, *kept).value_or(nullptr);
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
        if (!fetched && fetched.error().code == Code::NotFound && connection.saml.metadataQuery) {
            entry->nextAttempt = now + kNotFoundPause;
        }
    }
    if (fetched || !held) {
        return fetched;
    }
    if (!isInForce(held, now)) {
        return fail(Code::FailedPrecondition, "metadata.expired", toRfc3339(*held->idp.validUntil));
    }
    const std::lock_guard lock(entry->guard);
    entry->nextAttempt = std::max(entry->nextAttempt, now + kRetryAfterFailure);
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
    return isFetched(connection) ? fetch(*entry, connection) : use(*entry, connection, {});
}

std::optional<IdpCache::Pending> IdpCache::pending(const Connection& connection) const {
    const auto kept =
        m_store.read([&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); });
    if (!kept || !*kept || (*kept)->pending.empty() || !isOf(connection, **kept)) {
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
    if (!kept || kept->pending.empty() || !isOf(connection, *kept)) {
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
        return idp ? heldOf(*std::move(idp), Time(), Time()) : nullptr;
    }
    const auto kept =
        m_store.read([&](store::Reader& reader) { return findMetadata(reader, connection.tenant, connection.id); });
    if (!kept || !*kept || !isOf(connection, **kept)) {
        return nullptr;
    }
    auto idp = idpFrom(connection, (*kept)->text);
    return idp ? heldOf(*std::move(idp), (*kept)->fetchedAt, (*kept)->refreshAt) : nullptr;
}

void IdpCache::drop(const ConnectionId& id) {
    const std::lock_guard lock(m_mutex);
    m_entries.erase(id);
}

} // namespace gatehouse::saml::sp
