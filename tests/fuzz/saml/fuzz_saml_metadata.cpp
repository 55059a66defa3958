// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_saml_wire
// Whatever is read has a name and addresses of the web, and is the same however it comes: at once, or in pieces.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "saml/wire/idp_metadata.h"
#include "saml/wire/metadata_reader.h"

namespace {

using namespace gatehouse;

void must(bool holds) {
    if (!holds) {
        std::abort();
    }
}

Result<saml::wire::IdpMetadata> readInPieces(std::string_view text, std::size_t piece) {
    saml::wire::MetadataReader reader({}, {});
    for (std::size_t at = 0; at < text.size(); at += piece) {
        ENSURE(reader.feed(text.substr(at, piece)));
    }
    TRY(taken, reader.finish());
    return saml::wire::readIdpMetadata(taken);
}

bool same(const saml::wire::Endpoint& a, const saml::wire::Endpoint& b) {
    return a.binding == b.binding && a.location == b.location && a.responseLocation == b.responseLocation;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto whole = saml::wire::readIdpMetadata(text);
    const auto pieces = readInPieces(text, 1 + (size == 0 ? 0 : data[size / 2] % 32));
    // In parts the same ID may be there twice, so what is refused at once may be taken; never the other way round.
    must(pieces || !whole);
    for (const auto* read : {&whole, &pieces}) {
        if (*read) {
            must(!(*read)->entityId.empty());
            for (const saml::wire::Endpoint& each : (*read)->singleSignOn) {
                must(each.location.starts_with("http"));
            }
        }
    }
    if (whole) {
        must(whole->entityId == pieces->entityId && whole->validUntil == pieces->validUntil &&
             whole->signing.size() == pieces->signing.size() && whole->isOfMany == pieces->isOfMany);
        must(std::equal(whole->singleSignOn.begin(), whole->singleSignOn.end(), pieces->singleSignOn.begin(),
                        pieces->singleSignOn.end(), same));
    }
    return 0;
}
