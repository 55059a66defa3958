// SPDX-License-Identifier: Apache-2.0
#include "admin/stream_resource.h"

#include <algorithm>

#include "admin/api/codec.h"
#include "admin/api/stream.h"
#include "audit/audit.h"
#include "base/encoding.h"
#include "crypto/random.h"
#include "http/forms.h"
#include "jose/jws.h"
#include "ssf/transmitter/transmitter.h"

namespace gatehouse::admin {
namespace {

using ssf::transmitter::Stream;

void judge(const Stream& stream, const Stream* before, bool newSecret, Problems& problems) {
    const bool push = stream.delivery == Stream::Delivery::Push;
    if (before != nullptr && stream.delivery != before->delivery) {
        problems.push_back({"/delivery", "read_only", "is fixed once the stream exists"});
    }
    if (push && !http::parseUrl(stream.endpoint)) {
        problems.push_back({"/endpoint", "url_invalid", "must be an absolute https address"});
    }
    if (!push && !stream.endpoint.empty()) {
        problems.push_back({"/endpoint", "not_applicable", "is of a push alone"});
    }
    if (!push && !stream.authorization.empty()) {
        problems.push_back({"/authorization", "not_applicable", "is of a push alone"});
    }
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    const std::string_view header = stream.authorization.reveal();
    if (std::any_of(header.begin(), header.end(), isControl)) {
        problems.push_back({"/authorization", "out_of_range", "is no value of a header"});
    }
    if (before != nullptr && stream.endpoint != before->endpoint && !before->authorization.empty() && !newSecret) {
        problems.push_back({"/authorization", "secret_required", "must be given again when the address changes"});
    }
    const auto known = ssf::transmitter::scimEventTypes();
    for (std::size_t i = 0; i < stream.events.size(); ++i) {
        if (std::find(known.begin(), known.end(), stream.events[i]) == known.end()) {
            problems.push_back({"/events/" + std::to_string(i), "unknown_value", "is no event that is sent"});
        }
    }
}

} // namespace

Result<Listing> StreamResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(streams, ssf::transmitter::listStreams(reader, scoped.sealer));
    std::vector<KeyedItem> items;
    for (const Stream& stream : streams) {
        if (asciiLower(stream.name).find(asciiLower(query.search)) != std::string::npos) {
            TRY(shown, show(reader, scoped, stream));
            items.push_back({stream.id, std::move(shown)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<Stream> StreamResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    return ssf::transmitter::findStream(reader, scoped.sealer, id);
}

Result<json::Object> StreamResource::show(store::Reader& reader, const Scoped& scoped, const Stream& stream) {
    TRY(waiting, ssf::transmitter::Transmitter::waiting(reader, scoped.tenant, stream));
    api::Stream out;
    out.id = stream.id;
    out.name = stream.name;
    out.delivery = ssf::transmitter::deliveryName(stream.delivery);
    out.endpoint = stream.endpoint;
    out.hasAuthorization = !stream.authorization.empty();
    out.audience = stream.audience;
    out.algorithm = jose::signatureName(stream.algorithm);
    out.events = stream.events;
    out.enabled = stream.enabled;
    out.issuer = scoped.context.services.publicUrl.tenantIssuer(scoped.context.tenant().slug);
    if (stream.delivery == Stream::Delivery::Poll) {
        out.pollUrl = ssf::transmitter::pollUrl(out.issuer, stream.id);
    }
    out.waiting = waiting;
    out.deliveredAt = stream.deliveredAt;
    out.problem = stream.problem;
    out.createdBy = stream.createdBy;
    out.createdAt = stream.createdAt;
    out.updatedAt = stream.updatedAt;
    return api::toJson(out).get_object();
}

json::Object StreamResource::state(const Stream& stream) {
    return {{"name", stream.name},
            {"delivery", ssf::transmitter::deliveryName(stream.delivery)},
            {"endpoint", stream.endpoint},
            {"audience", stream.audience},
            {"algorithm", jose::signatureName(stream.algorithm)},
            {"events", json::toArray(stream.events)},
            {"enabled", stream.enabled}};
}

std::string StreamResource::path(const Scoped& scoped, const Stream& stream) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/streams/" + stream.id;
}

Stream StreamResource::blank(const Scoped& scoped) {
    Stream stream;
    stream.id = crypto::newUuid(scoped.context.request.now);
    stream.createdBy = scoped.context.request.caller.id;
    stream.createdAt = scoped.context.request.now;
    return stream;
}

Stream StreamResource::renewed(const Stream& before) {
    Stream stream;
    stream.id = before.id;
    stream.authorization = before.authorization;
    stream.createdBy = before.createdBy;
    stream.position = before.position;
    stream.deliveredAt = before.deliveredAt;
    stream.createdAt = before.createdAt;
    stream.version = before.version;
    return stream;
}

Status StreamResource::read(Change& change, const Scoped& scoped, const json::Object& document, Stream& stream,
                            const Stream* before) {
    auto wanted = api::fromJson<api::Stream>(document);
    if (!wanted) {
        for (const Problem& problem : problemsFrom(wanted.error())) {
            change.problems.push_back(problem);
        }
        return {};
    }
    stream.name = wanted->name;
    stream.delivery = wanted->delivery == "poll" ? Stream::Delivery::Poll : Stream::Delivery::Push;
    stream.endpoint = wanted->endpoint;
    stream.audience = wanted->audience;
    stream.events = wanted->events;
    stream.enabled = wanted->enabled;
    stream.updatedAt = change.now();
    if (wanted->authorization) {
        stream.authorization = Secret(*std::move(wanted->authorization));
    }
    TRY(ring, scoped.context.services.keys.ring(scoped.tenant));
    const bool rsa = ring->find(crypto::Signature::RS256) != nullptr;
    TRY(algorithm, jose::parseSignature(wanted->algorithm.value_or(rsa ? "RS256" : "ES256")));
    stream.algorithm = algorithm;
    if (ring->find(algorithm) == nullptr) {
        change.problems.push_back({"/algorithm", "unknown_value",
                                   "has no active key here: make one with gatehousectl key create, and activate it"});
    }
    judge(stream, before, json::member(document, "authorization") != nullptr, change.problems);
    return {};
}

Status StreamResource::insert(Change& change, const Scoped& scoped, Stream& stream) {
    TRY(last, audit::lastSeq(change.writer(), scoped.tenant));
    stream.position = last;
    return ssf::transmitter::insertStream(change.writer(), scoped.sealer, stream);
}

Status StreamResource::update(Change& change, const Scoped& scoped, Stream& stream, const Stream&) {
    return ssf::transmitter::updateStream(change.writer(), scoped.sealer, stream);
}

Status StreamResource::remove(Change& change, const Scoped& scoped, const Stream& stream) {
    return ssf::transmitter::removeStream(change.writer(), scoped.tenant, stream.id);
}

} // namespace gatehouse::admin
