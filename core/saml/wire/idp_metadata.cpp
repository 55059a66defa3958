// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/idp_metadata.h"

#include "saml/wire/names.h"

namespace gatehouse::saml::wire {

Result<IdpMetadata> readIdpMetadata(std::string_view text, std::string_view entityId, crypto::Strength least,
                                    const std::vector<crypto::PublicKey>& signers) {
    TRY(tree, parseMetadata(text));
    if (!signers.empty()) {
        TRY(proven, proveMetadata(tree, signers));
        tree = std::move(proven);
    }
    TRY(entity, chooseEntity(tree.root(), entityId));
    const auto role = roleOf(entity, "IDPSSODescriptor");
    if (!role) {
        return fail(Code::InvalidArgument, "metadata.no_idp", "no IDPSSODescriptor for SAML 2.0");
    }
    IdpMetadata out;
    TRY(name, entityIdOf(entity));
    TRY(end, validUntilOf(*role));
    TRY(cached, cacheDurationOf(*role));
    TRY(signOn, endpointsOf(*role, "SingleSignOnService"));
    TRY(logout, endpointsOf(*role, "SingleLogoutService"));
    RoleKeys keys = keysOf(*role, least);
    out.entityId = std::move(name);
    out.validUntil = end;
    out.cacheDuration = cached;
    out.isOfMany = !tree.root().is(kMetadataSpace, "EntityDescriptor");
    out.wantAuthnRequestsSigned = isTrue(role->attribute("WantAuthnRequestsSigned"));
    out.signing = std::move(keys.signing);
    out.encryption = std::move(keys.encryption);
    out.unreadableKeys = std::move(keys.unreadable);
    out.singleSignOn = std::move(signOn);
    out.singleLogout = std::move(logout);
    out.nameIdFormats = nameIdFormatsOf(*role);
    return out;
}

} // namespace gatehouse::saml::wire
