// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/idp.h"

#include "saml/sp/provider_metadata.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::sp {
namespace {

using connections::Binding;
using connections::Connection;

const wire::Endpoint* endpointOf(const std::vector<wire::Endpoint>& all, std::string_view binding) {
    for (const wire::Endpoint& each : all) {
        if (each.binding == binding) {
            return &each;
        }
    }
    return nullptr;
}

void chooseSignOn(const Connection& connection, const wire::IdpMetadata* metadata, Idp& idp) {
    idp.ssoUrl = connection.saml.ssoUrl;
    idp.ssoBinding = connection.saml.ssoBinding;
    if (!idp.ssoUrl.empty() || metadata == nullptr) {
        return;
    }
    const wire::Endpoint* redirect = endpointOf(metadata->singleSignOn, wire::kRedirectBinding);
    const wire::Endpoint* post = endpointOf(metadata->singleSignOn, wire::kPostBinding);
    const bool wantsPost = connection.saml.ssoBinding == Binding::Post;
    const wire::Endpoint* chosen = (wantsPost && post != nullptr) || redirect == nullptr ? post : redirect;
    if (chosen != nullptr) {
        idp.ssoUrl = chosen->location;
        idp.ssoBinding = chosen == post ? Binding::Post : Binding::Redirect;
    }
}

void chooseLogout(const Connection& connection, const wire::IdpMetadata* metadata, Idp& idp) {
    idp.sloUrl = idp.sloResponseUrl = connection.saml.sloUrl;
    if (!idp.sloUrl.empty() || metadata == nullptr) {
        return;
    }
    if (const wire::Endpoint* redirect = endpointOf(metadata->singleLogout, wire::kRedirectBinding)) {
        idp.sloUrl = redirect->location;
        idp.sloResponseUrl = redirect->responseLocation.empty() ? redirect->location : redirect->responseLocation;
    }
}

} // namespace

Result<Idp> idpOf(const Connection& connection, const wire::IdpMetadata* metadata) {
    Idp idp;
    idp.entityId = connection.saml.entityId;
    if (metadata != nullptr) {
        idp.entityId = idp.entityId.empty() ? metadata->entityId : idp.entityId;
        idp.wantsSignedRequests = metadata->wantAuthnRequestsSigned;
        idp.validUntil = metadata->validUntil;
        idp.cacheDuration = metadata->cacheDuration;
        idp.isOfMany = metadata->isOfMany;
        idp.certificates = metadata->signing;
    }
    if (idp.entityId.empty()) {
        return fail(Code::InvalidArgument, "metadata.entity_id");
    }
    if (!connection.saml.certificates.empty()) {
        idp.certificates.clear();
        for (const std::string& pem : connection.saml.certificates) {
            TRY(certificate, crypto::readCertificate(pem));
            idp.certificates.push_back(std::move(certificate));
        }
    }
    if (idp.certificates.empty()) {
        return fail(Code::InvalidArgument, "metadata.no_key",
                    metadata != nullptr && !metadata->unreadableKeys.empty() ? metadata->unreadableKeys.front() : "");
    }
    for (const crypto::Certificate& each : idp.certificates) {
        idp.keys.push_back(each.key);
    }
    chooseSignOn(connection, metadata, idp);
    if (idp.ssoUrl.empty()) {
        return fail(Code::InvalidArgument, "metadata.no_sso");
    }
    chooseLogout(connection, metadata, idp);
    return idp;
}

Result<Idp> idpOf(const Connection& connection) {
    if (connection.saml.metadataXml.empty()) {
        return idpOf(connection, nullptr);
    }
    TRY(metadata, readPasted(connection));
    return idpOf(connection, &metadata);
}

} // namespace gatehouse::saml::sp
