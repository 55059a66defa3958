// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/provider_metadata.h"

#include <algorithm>
#include <functional>

#include "crypto/hash.h"
#include "http/forms.h"

namespace gatehouse::saml::sp {
namespace {

constexpr Milliseconds kDeadline{5000};
constexpr Milliseconds kFederationDeadline{60000}; // its aggregates come signed
constexpr Seconds kLongestValid{30 * 86400};
constexpr Seconds kUsually{6 * 3600};
constexpr Seconds kSoonest{300};
constexpr Seconds kLatest{86400};

Result<std::vector<crypto::PublicKey>> signersIn(const connections::SamlSettings& settings) {
    std::vector<crypto::PublicKey> keys;
    for (const std::string& pem : settings.metadataSigners) {
        TRY(certificate, crypto::readCertificate(pem));
        keys.push_back(std::move(certificate.key));
    }
    return keys;
}

} // namespace

std::string metadataAddress(const connections::SamlSettings& settings) {
    if (!settings.metadataQuery) {
        return settings.metadataUrl;
    }
    std::string base = settings.metadataUrl;
    if (base.ends_with('/')) {
        base.pop_back();
    }
    return base + "/entities/" + http::percentEncode(settings.entityId);
}

std::string signersOf(const connections::SamlSettings& settings) {
    std::string all;
    for (const std::string& pem : settings.metadataSigners) {
        all += pem + '\n';
    }
    return all.empty() ? all : base64UrlEncode(crypto::sha256(all));
}

MetadataFetch::MetadataFetch(const connections::Connection& connection, const std::string& etag) {
    auto signers = signersIn(connection.saml);
    if (!signers) {
        m_status = tl::unexpected(signers.error());
    }
    m_reader = std::make_unique<wire::MetadataReader>(connection.saml.entityId,
                                                      signers ? *std::move(signers) : std::vector<crypto::PublicKey>());
    m_request.url = metadataAddress(connection.saml);
    m_request.authorities = connection.trustedAuthorities;
    m_request.headers.set("Accept", "application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8");
    if (!etag.empty()) {
        m_request.headers.set("If-None-Match", etag);
    }
    m_request.deadline = connection.saml.metadataSigners.empty() ? kDeadline : kFederationDeadline;
    m_request.maxBytes = xml::PartLimits().octets;
    m_request.onBody = [this](std::string_view octets) {
        m_octets += octets.size();
        m_status = m_status.and_then([&] { return m_reader->feed(octets); });
        return m_status.has_value();
    };
}

Result<std::string> MetadataFetch::finish() {
    ENSURE(m_status);
    return m_reader->finish();
}

Result<wire::IdpMetadata> readFetched(const connections::Connection& connection, const std::string& text) {
    return wire::readIdpMetadata(text, connection.saml.entityId);
}

Result<wire::IdpMetadata> readPasted(const connections::Connection& connection) {
    TRY(signers, signersIn(connection.saml));
    return wire::readIdpMetadata(connection.saml.metadataXml, connection.saml.entityId, crypto::Strength::Today,
                                 signers);
}

Status checkDates(const connections::Connection& connection, const Idp& fetched, const Idp* used, Time now) {
    const std::string end = fetched.validUntil ? toRfc3339(*fetched.validUntil) : "";
    if (fetched.validUntil && *fetched.validUntil <= now) {
        return fail(Code::FailedPrecondition, "metadata.expired", end);
    }
    if ((fetched.isOfMany || connection.saml.metadataQuery) &&
        (!fetched.validUntil || *fetched.validUntil > now + kLongestValid)) {
        return fail(Code::FailedPrecondition, "metadata.valid_until", end.empty() ? "it has none" : end);
    }
    const bool isSigned = !connection.saml.metadataSigners.empty();
    if (isSigned && used != nullptr && used->validUntil && fetched.validUntil &&
        *fetched.validUntil < *used->validUntil) {
        return fail(Code::FailedPrecondition, "metadata.older", end);
    }
    return {};
}

Time refreshAt(const connections::Connection& connection, const Idp& idp, Time fetchedAt) {
    const auto seconds = std::clamp(idp.cacheDuration.value_or(kUsually), kSoonest, kLatest).count();
    const auto sooner = seconds * std::int64_t(std::hash<std::string>()(connection.id.text()) % 1000) / 10'000;
    return fetchedAt + Seconds(seconds - sooner);
}

} // namespace gatehouse::saml::sp
