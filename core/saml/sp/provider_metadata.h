// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "base/time.h"
#include "connections/connection.h"
#include "http/client.h"
#include "saml/sp/idp.h"
#include "saml/wire/idp_metadata.h"
#include "saml/wire/metadata_reader.h"

namespace gatehouse::saml::sp {

/// Where a connection's metadata is asked for: its metadataUrl, or the entity's place below it
/// (draft-young-md-query, 3.1).
[[nodiscard]] std::string metadataAddress(const connections::SamlSettings& settings);
/// Who has to have signed it, told from anybody else; empty: nobody has to.
[[nodiscard]] std::string signersOf(const connections::SamlSettings& settings);
/// Asks for it there and reads it as it comes: an aggregate may be larger than memory should be.
class MetadataFetch {
public:
    /// `etag`: of the document that is known; empty: none is.
    explicit MetadataFetch(const connections::Connection& connection, const std::string& etag = {});
    /// Whole answers of 200 go to this, so it has to outlive the call.
    [[nodiscard]] const http::OutboundRequest& request() const { return m_request; }
    [[nodiscard]] std::size_t octets() const { return m_octets; }
    /// After a 200: what of the document is the connection's, proven where the connection names signers. Errors of
    /// wire::MetadataReader; `crypto.certificate_malformed` for a signer.
    [[nodiscard]] Result<std::string> finish();

private:
    http::OutboundRequest m_request;
    std::unique_ptr<wire::MetadataReader> m_reader;
    Status m_status;
    std::size_t m_octets = 0;
};
/// The connection's provider of what was fetched. Errors of readIdpMetadata().
[[nodiscard]] Result<wire::IdpMetadata> readFetched(const connections::Connection& connection, const std::string& text);
/// The connection's provider of the document that stands in it, proven where it names signers. Errors of
/// readIdpMetadata(); `crypto.certificate_malformed` for a signer.
[[nodiscard]] Result<wire::IdpMetadata> readPasted(const connections::Connection& connection);

/// That what was fetched may come into use (SAML V2.0 Metadata Interoperability Profile, 2.3; the rules of
/// federations): `metadata.expired`; `metadata.valid_until` for an aggregate or the answer of a query that does not
/// end, or in more than 30 days; `metadata.older` for a signed one that ends before the one in use does.
[[nodiscard]] Status checkDates(const connections::Connection& connection, const Idp& fetched, const Idp* used,
                                Time now);
/// When it is fetched again: after six hours or what it says itself (cacheDuration), within five minutes and a day, and
/// up to a tenth sooner by the connection's id, so that not all are asked for at once.
[[nodiscard]] Time refreshAt(const connections::Connection& connection, const Idp& idp, Time fetchedAt);

} // namespace gatehouse::saml::sp
