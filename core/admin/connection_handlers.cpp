// SPDX-License-Identifier: Apache-2.0
#include "admin/connection_preset.h"
#include "admin/connection_resource.h"
#include "admin/handlers.h"
#include "admin/last_sign_in.h"
#include "admin/preview.h"
#include "admin/replay.h"
#include "admin/response_check.h"
#include "admin/trusted_authorities.h"
#include "admin/usage.h"
#include "oidc/rp/connection_test.h"
#include "saml/sp/connection_test.h"

namespace gatehouse::admin {

namespace {

constexpr std::size_t kMaxRunName = 64;

json::Object toJson(const connections::Fix& fix) {
    return {{"kind", fix.kind}, {"value", fix.value}};
}

json::Object toJson(const connections::Stage& stage) {
    json::Object step{{"name", stage.name},     {"status", statusName(stage.status)},
                      {"detail", stage.actual}, {"hint", stage.cure},
                      {"fix", nullptr},         {"fixes", json::Array()}};
    if (!stage.fix.kind.empty()) {
        step["fix"] = toJson(stage.fix);
        json::Array fixes{toJson(stage.fix)};
        for (const connections::Fix& other : stage.more) {
            fixes.push_back(toJson(other));
        }
        step["fixes"] = std::move(fixes);
    }
    return step;
}

Result<connections::Connection> load(const Context& context, const Scoped& scoped) {
    return context.services.store.read(
        [&](store::Reader& reader) { return ConnectionResource::find(reader, scoped, context.request.object); });
}

// The test of the connection's protocol.
connections::Stages stagesOf(const Context& context, const connections::Connection& connection, const LastSignIn& last,
                             std::function<void(const connections::Stage&)> onStage) {
    const Services& services = context.services;
    if (connection.type == connections::Type::Saml) {
        saml::sp::TestInputs inputs{connection,  services.outbound,  services.clock.now(),  last.signIn,
                                    last.claims, std::move(onStage), services.outboundProxy};
        return saml::sp::testConnection(inputs);
    }
    oidc::rp::TestInputs inputs{connection,        services.publicUrl.oidcCallback(connection.id),
                                services.outbound, services.keys,
                                services.clock,    services.allowHttp,
                                last.signIn,       last.claims};
    inputs.proxy = services.outboundProxy;
    inputs.onStage = std::move(onStage);
    return oidc::rp::testConnection(inputs);
}

// The stages as they go, and all of them at the end.
Answered runTest(const Context& context, const connections::Connection& connection, const LastSignIn& last) {
    const std::string run = context.request.argument("run");
    std::function<void(const connections::Stage&)> onStage;
    if (!run.empty()) {
        onStage = [&context, &run](const connections::Stage& stage) {
            context.live.onTestStage(
                context.tenantId(),
                {{"tenant", context.tenant().slug}, {"run", run.substr(0, kMaxRunName)}, {"step", toJson(stage)}});
        };
    }
    const connections::Stages stages = stagesOf(context, connection, last, std::move(onStage));
    json::Array steps;
    for (const connections::Stage& stage : stages) {
        steps.push_back(toJson(stage));
    }
    return ok(json::Object{{"ok", firstFailure(stages) == nullptr}, {"steps", std::move(steps)}});
}

Answered test(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    TRY(last, lastSignIn(context, scoped, connection.id));
    TRY(outside, context.outside(connection.id));
    return runTest(context, connection, last);
}

// The connection that a draft describes: what it leaves out is as saved where it names a saved one.
Outcome<connections::Connection> drafted(const Context& context, const Scoped& scoped, json::Object document) {
    connections::Connection connection = ConnectionResource::blank(scoped);
    connection.name = "draft";
    bool isSaved = false;
    const std::string id(json::stringMember(document, "id").value_or(""));
    if (!id.empty()) {
        auto saved = context.services.store.read(
            [&](store::Reader& reader) { return connections::find(reader, scoped.sealer, ConnectionId(id)); });
        if (saved) {
            connection = *std::move(saved);
            isSaved = true;
        } else if (saved.error().code != Code::NotFound) {
            return tl::unexpected(Refusal(saved.error()));
        } else if (isUuidV7(id)) {
            connection.id = ConnectionId(id); // chosen, and not created yet
        }
    }
    for (const char* member : {"redirectUri", "saml", "hasClientSecret", "health", "createdAt", "updatedAt"}) {
        document.stable_erase(member);
    }
    Problems problems;
    if (!isSaved) {
        document = withPreset(document, problems);
    }
    connections::readJson(document, connection, problems); // a kept secret goes to no other issuer: secret_required
    judgeAuthorities(connection.trustedAuthorities, context.request.now, "/trustedAuthorities", problems);
    // What is wrong with the address is for the first stage to say.
    std::erase_if(problems, [](const Problem& each) { return each.pointer == "/issuer" && each.code != "wrong_type"; });
    if (!problems.empty()) {
        return invalid(std::move(problems));
    }
    return connection;
}

Answered testDraft(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    TRY(scoped, scopedTo(context));
    const auto connection = drafted(context, scoped, *body);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    TRY(last, lastSignIn(context, scoped, connection->id));
    TRY(outside, context.outside(std::nullopt));
    return runTest(context, *connection, last);
}

Answered testSignIn(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(connection, ConnectionResource::find(inProgress.writer(), scoped, context.request.object));
        TRY(made, context.services.login.prepareTest(inProgress.writer(), scoped.sealer, context.tenant(), connection,
                                                     context.request.ip));
        ENSURE(inProgress.record({"TestSignInStarted",
                                  "connection",
                                  connection.id.text(),
                                  connection.name,
                                  {{"connection", connection.name}, {"reference", made.reference}},
                                  {}}));
        return ok(json::Object{{"flowId", made.flow.text()}, {"reference", made.reference}, {"url", made.url}});
    });
}

Answered usage(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    return usageOf(context, connection.id);
}

Answered preview(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    return previewLogin(context, scoped, connection);
}

Answered judgeResponse(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    return checkResponse(context, connection);
}

Answered refresh(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    {
        TRY(outside, context.outside(connection.id));
        if (connection.type == connections::Type::Saml) {
            ENSURE(context.services.samlIdps->refresh(connection));
        } else {
            ENSURE(context.services.providers.refresh(connection));
        }
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(current, ConnectionResource::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(connections::recordRefresh(inProgress.writer(), scoped.tenant, current.id, inProgress.now()));
        ENSURE(recordItem<ConnectionResource>(inProgress, scoped, "MetadataRefreshed", current, {}));
        return showItem<ConnectionResource>(inProgress.writer(), scoped, current);
    });
}

// Metadata that was fetched and changes more than keys counts from now on.
Answered approveMetadata(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(current, ConnectionResource::find(inProgress.writer(), scoped, context.request.object));
        if (current.type != connections::Type::Saml) {
            return fail(Code::FailedPrecondition, "metadata.none_pending");
        }
        TRY(changes, context.services.samlIdps->approve(inProgress.writer(), current));
        ENSURE(recordItem<ConnectionResource>(inProgress, scoped, "MetadataApproved", current,
                                              {{"changes", json::toArray(changes)}}));
        return showItem<ConnectionResource>(inProgress.writer(), scoped, current);
    });
}

constexpr Handler kHandlers[] = {
    {"connection.list", listAll<ConnectionResource>},
    {"connection.create", createOne<ConnectionResource>},
    {"connection.get", getOne<ConnectionResource>},
    {"connection.update", editOne<ConnectionResource, Edit::Patch>},
    {"connection.replace", editOne<ConnectionResource, Edit::Replace>},
    {"connection.delete", deleteOne<ConnectionResource>},
    {"connection.test", test},
    {"connection.test-draft", testDraft},
    {"connection.certificate", presentedCertificates},
    {"connection.test-sign-in", testSignIn},
    {"connection.usage", usage},
    {"connection.preview", preview},
    {"connection.check-response", judgeResponse},
    {"connection.replay", replayConnection},
    {"connection.refresh", refresh},
    {"connection.approve-metadata", approveMetadata},
};

} // namespace

std::span<const Handler> connectionHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
