// SPDX-License-Identifier: Apache-2.0
// Many operations in one request (RFC 7644, 3.7), fifty in a transaction: others come in between.
#include "scim/bulk.h"
#include "scim/server/server.h"

namespace gatehouse::scim::server {
namespace {

constexpr int kInOneTransaction = 50;

Method methodOf(BulkMethod method) {
    switch (method) {
    case BulkMethod::Post:
        return Method::Create;
    case BulkMethod::Put:
        return Method::Replace;
    case BulkMethod::Patch:
        return Method::Patch;
    case BulkMethod::Delete:
        break;
    }
    return Method::Remove;
}

bool isOurFault(const Error& error) {
    return error.code == Code::Internal || error.code == Code::Unavailable || error.code == Code::DeadlineExceeded ||
           error.reason.starts_with("store.");
}

Result<BulkOutcome> perform(store::Writer& writer, const Call& call, const BulkOperation& each) {
    Operation operation;
    operation.method = methodOf(each.method);
    operation.type = each.type;
    operation.id = each.id;
    operation.body = each.data;
    operation.ifMatch = each.version;
    operation.wantsBody = false;
    TRY(answer, change(writer, call, operation));
    return BulkOutcome{answer.status, answer.resourceId, answer.location, answer.etag};
}

} // namespace

Result<Answer> Server::bulk(const Call& call, const std::string& body, bool rehearsal) {
    TRY(request, parseBulk(body, call.types->all));
    BulkRun run(request, call.base);
    while (!run.isOver()) {
        const Status written = m_parts.store.write([&](store::Writer& writer) -> Status {
            Status status;
            // A rehearsal is one transaction, or its operations would not see each other.
            for (int i = 0; (rehearsal || i < kInOneTransaction) && !run.isOver() && status; ++i) {
                run.step([&](const BulkOperation& each) {
                    auto outcome = perform(writer, call, each);
                    if (!outcome && isOurFault(outcome.error())) {
                        status = tl::unexpected<Error>(outcome.error());
                    }
                    return outcome;
                });
            }
            return status && rehearsal ? fail(Code::FailedPrecondition, "scim.rehearsal") : status;
        });
        if (!written && written.error().reason != "scim.rehearsal") {
            return tl::unexpected<Error>(written.error());
        }
    }
    Answer answer;
    answer.body = run.answer();
    return answer;
}

} // namespace gatehouse::scim::server
