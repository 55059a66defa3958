// SPDX-License-Identifier: Apache-2.0
// Event streams: who is told what happens in a tenant, and whether that works.
#include "admin/handlers.h"
#include "admin/stream_resource.h"
#include "ssf/transmitter/transmitter.h"

namespace gatehouse::admin {

namespace {

using ssf::transmitter::Stream;

/// The stream as it is shown, with a new bearer of its poller, once.
Result<Answer> withBearer(Change& inProgress, const Scoped& scoped, const Stream& stream) {
    TRY(shown, StreamResource::show(inProgress.writer(), scoped, stream));
    const Secret bearer = ssf::transmitter::makeBearer();
    ENSURE(ssf::transmitter::setBearer(inProgress.writer(), scoped.tenant, stream.id, bearer));
    shown["bearer"] = bearer.reveal();
    return ok(shown, StreamResource::etag(stream));
}

Answered create(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(stream, createItem<StreamResource>(inProgress, scoped, *body));
        TRY(answer, stream.delivery == Stream::Delivery::Poll
                        ? withBearer(inProgress, scoped, stream)
                        : showItem<StreamResource>(inProgress.writer(), scoped, stream));
        answer.status = 201;
        answer.location = StreamResource::path(scoped, stream);
        return answer;
    });
}

Answered rotate(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(stream, StreamResource::find(inProgress.writer(), scoped, context.request.object));
        if (stream.delivery != Stream::Delivery::Poll) {
            return fail(Code::FailedPrecondition, "stream.not_poll");
        }
        ENSURE(inProgress.record({"AdminAction", "stream", stream.id, stream.name, {{"act", "rotate"}}, {}}));
        return withBearer(inProgress, scoped, stream);
    });
}

Answered verify(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(stream, StreamResource::find(inProgress.writer(), scoped, context.request.object));
        if (!stream.enabled || context.services.transmitter == nullptr) {
            return fail(Code::FailedPrecondition, "stream.off");
        }
        ENSURE(context.services.transmitter->put(inProgress.writer(), context.tenant(), scoped.sealer, stream,
                                                 ssf::transmitter::verificationOf(stream.id, {})));
        inProgress.writer().afterCommit([transmitter = context.services.transmitter] { transmitter->wake(); });
        ENSURE(inProgress.record({"AdminAction", "stream", stream.id, stream.name, {{"act", "verify"}}, {}}));
        return showItem<StreamResource>(inProgress.writer(), scoped, stream);
    });
}

constexpr Handler kHandlers[] = {
    {"stream.list", listAll<StreamResource>},
    {"stream.create", create},
    {"stream.get", getOne<StreamResource>},
    {"stream.update", editOne<StreamResource, Edit::Patch>},
    {"stream.replace", editOne<StreamResource, Edit::Replace>},
    {"stream.delete", deleteOne<StreamResource>},
    {"stream.verify", verify},
    {"stream.rotate", rotate},
};

} // namespace

std::span<const Handler> streamHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
