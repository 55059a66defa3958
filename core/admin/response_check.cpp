// SPDX-License-Identifier: Apache-2.0
#include "admin/response_check.h"

#include "admin/api/codec.h"
#include "admin/api/response_check.h"
#include "admin/preview.h"
#include "login/flow_json.h"
#include "saml/sp/examine.h"

namespace gatehouse::admin {

namespace {

json::Array checksJson(const Checks& checks) {
    json::Array out;
    for (const Check& check : checks) {
        out.push_back(login::toJson(check));
    }
    return out;
}

/// Only what is there: a tenant that never spoke SAML gets no keys by being asked.
Result<std::vector<crypto::PrivateKey>> decryptionKeys(const Context& context) {
    TRY(ring, context.services.keys.ring(context.tenantId()));
    std::vector<crypto::PrivateKey> out;
    for (const keys::SamlKey& each : ring->samlEncryption) {
        if (each.key) {
            out.push_back(*each.key);
        }
    }
    return out;
}

} // namespace

Answered checkResponse(const Context& context, const connections::Connection& connection) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::ResponseCheckRequest>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    if (connection.type != connections::Type::Saml || context.services.samlIdps == nullptr) {
        return fail(Code::FailedPrecondition, "connection.not_saml");
    }
    const auto held = context.services.samlIdps->held(connection);
    if (!held) {
        return fail(Code::FailedPrecondition, "connection.no_metadata");
    }
    TRY(keys, decryptionKeys(context));
    TRY(examined,
        saml::sp::examine(wanted->response, {connection, held->idp, context.services.publicUrl, std::move(keys),
                                             wanted->inResponseTo, wanted->at, context.request.now}));
    json::Object out{{"ok", firstFailure(examined.checks) == nullptr},
                     {"form", examined.form},
                     {"at", toRfc3339(examined.at)},
                     {"checks", checksJson(examined.checks)},
                     {"subject", examined.subject},
                     {"message", std::move(examined.message)},
                     {"xml", examined.xml},
                     {"preview", nullptr}};
    if (!examined.claims.empty()) {
        TRY(preview, previewOf(context, connection, std::move(examined.claims), nullptr));
        out["preview"] = std::move(preview);
    }
    return ok(std::move(out));
}

} // namespace gatehouse::admin
