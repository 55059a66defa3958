// SPDX-License-Identifier: Apache-2.0
#include "scim/errors.h"

#include <algorithm>

#include "scim/text.h"

namespace gatehouse::scim {
namespace {

struct Row {
    std::string_view reason;
    Code code;
    int status;
    std::string_view scimType;
    std::string_view sentence;
};

// The first row of a scimType is the one that another server's error of that type becomes.
constexpr Row kRows[] = {
    {"scim.filter", Code::InvalidArgument, 400, "invalidFilter", "The filter cannot be read"},
    {"scim.filter_too_large", Code::InvalidArgument, 400, "invalidFilter", "The filter is too long or too deep"},
    {"scim.filter_attribute", Code::InvalidArgument, 400, "invalidFilter", "There is no such attribute to filter by"},
    {"scim.filter_operator", Code::InvalidArgument, 400, "invalidFilter", "The attribute cannot be compared like that"},
    {"scim.filter_value", Code::InvalidArgument, 400, "invalidFilter", "The value is not of the attribute's type"},
    {"scim.too_many", Code::InvalidArgument, 400, "tooMany", "The filter finds more than can be given"},
    {"scim.uniqueness", Code::Conflict, 409, "uniqueness", "Another resource has this value"},
    {"scim.mutability", Code::InvalidArgument, 400, "mutability", "The attribute cannot be changed"},
    {"scim.syntax", Code::InvalidArgument, 400, "invalidSyntax", "The request has not the shape that it should"},
    {"scim.schemas", Code::InvalidArgument, 400, "invalidSyntax", "The schemas do not name what is sent"},
    {"scim.unknown_attribute", Code::InvalidArgument, 400, "invalidSyntax", "There is no such attribute"},
    {"scim.duplicate_attribute", Code::InvalidArgument, 400, "invalidSyntax", "The attribute is there twice"},
    {"scim.patch_op", Code::InvalidArgument, 400, "invalidSyntax", "The operation is none of add, replace, remove"},
    {"scim.path", Code::InvalidArgument, 400, "invalidPath", "The path names nothing that can be changed"},
    {"scim.members_filter", Code::InvalidArgument, 400, "invalidPath", "Members can be named by their value alone"},
    {"scim.no_target", Code::InvalidArgument, 400, "noTarget", "The path leads to nothing"},
    {"scim.value", Code::InvalidArgument, 400, "invalidValue", "The value is missing or of another type"},
    {"scim.required", Code::InvalidArgument, 400, "invalidValue", "The attribute has to have a value"},
    {"scim.too_long", Code::InvalidArgument, 400, "invalidValue", "The value is too long"},
    {"scim.too_many_values", Code::InvalidArgument, 400, "invalidValue", "The attribute has too many values"},
    {"scim.primary", Code::InvalidArgument, 400, "invalidValue", "Only one value can be the primary one"},
    {"scim.projection", Code::InvalidArgument, 400, "invalidValue", "The list of attributes cannot be used"},
    {"scim.parameter", Code::InvalidArgument, 400, "invalidValue", "The parameter has an impossible value"},
    {"scim.bulk_method", Code::InvalidArgument, 400, "invalidValue", "The method is none of POST, PUT, PATCH, DELETE"},
    {"scim.bulk_path", Code::InvalidArgument, 400, "invalidPath", "The path names no resource of this service"},
    {"scim.bulk_id", Code::InvalidArgument, 400, "invalidValue", "A bulkId is missing or there twice"},
    {"scim.bulk_reference", Code::InvalidArgument, 400, "invalidValue", "What the bulkId stands for was not made"},
    {"scim.bulk_fail_on_errors", Code::InvalidArgument, 400, "invalidValue", "failOnErrors has to be 1 or more"},
    {"scim.version_unsupported", Code::InvalidArgument, 400, "invalidVers", "The version of SCIM is not supported"},
    {"scim.member", Code::InvalidArgument, 400, "invalidValue", "There is no such person or group"},
    {"scim.group_circle", Code::InvalidArgument, 400, "invalidValue", "The groups would lie within each other"},
    {"scim.protected", Code::PermissionDenied, 403, "mutability", "Only administrators change this group"},
    {"scim.administrator", Code::PermissionDenied, 403, "mutability",
     "The names by which an administrator is known are not changed by a directory"},
    {"scim.deactivations_held", Code::PermissionDenied, 403, "",
     "So many people would leave that an administrator has to let it pass first"},
    {"scim.sensitive", Code::PermissionDenied, 403, "sensitive", "Such a request belongs in a body, not an address"},
    {"scim.cursor", Code::InvalidArgument, 400, "invalidCursor", "The cursor is none of ours"},
    {"scim.cursor_expired", Code::InvalidArgument, 400, "expiredCursor", "The cursor has expired"},
    {"scim.count", Code::InvalidArgument, 400, "invalidCount", "The count cannot be used with a cursor"},
    {"scim.bulk_circular", Code::Conflict, 409, "", "The operations need each other in a circle"},
    {"scim.patch_too_large", Code::InvalidArgument, 413, "", "The request changes too much at once"},
    {"scim.bulk_too_many", Code::InvalidArgument, 413, "", "The request has too many operations"},
    {"scim.bulk_too_large", Code::InvalidArgument, 413, "", "The request has too many octets"},
    {"scim.media_type", Code::InvalidArgument, 415, "", "The body has to be application/scim+json or application/json"},
    {"scim.method", Code::InvalidArgument, 405, "", "The address has no such method"},
    {"scim.not_offered", Code::InvalidArgument, 501, "", "This service does not offer that"},
    {"scim.changed", Code::FailedPrecondition, 412, "", "The resource was changed meanwhile"},
    {"scim.not_found", Code::NotFound, 404, "", "There is no such resource"},
};

const Row* rowOf(std::string_view reason) {
    const auto* found =
        std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& row) { return row.reason == reason; });
    return found == std::end(kRows) ? nullptr : found;
}

ScimError byCode(Code code) {
    switch (code) {
    case Code::InvalidArgument:
        return {400, "invalidSyntax", "The request cannot be read."};
    case Code::Unauthenticated:
        return {401, "", "Prove first who you are."};
    case Code::PermissionDenied:
        return {403, "", "This is not allowed."};
    case Code::NotFound:
        return {404, "", "There is no such resource."};
    case Code::Conflict:
        return {409, "", "The resource was changed meanwhile, or exists already."};
    case Code::FailedPrecondition:
        return {412, "", "The state of the resource does not allow it."};
    case Code::RateLimited:
        return {429, "", "Too many requests: try again later."};
    case Code::Unavailable:
    case Code::DeadlineExceeded:
        return {503, "", "Try again later."};
    case Code::Internal:
        break;
    }
    return {500, "", "Something went wrong on our side."};
}

Code codeOf(int status) {
    switch (status) {
    case 401:
        return Code::Unauthenticated;
    case 403:
        return Code::PermissionDenied;
    case 404:
        return Code::NotFound;
    case 409:
        return Code::Conflict;
    case 412:
        return Code::FailedPrecondition;
    case 429:
        return Code::RateLimited;
    default:
        return status >= 500 ? Code::Unavailable : Code::InvalidArgument;
    }
}

} // namespace

ScimError describe(const Error& error) {
    const Row* row = rowOf(error.reason);
    if (row == nullptr) {
        ScimError out = byCode(error.code);
        if (error.reason == "json.too_large") {
            out = {413, "", "The request has too many octets."};
        }
        return out;
    }
    const std::string where = error.detail.empty() ? "." : ": " + error.detail + ".";
    return {row->status, std::string(row->scimType), std::string(row->sentence) + where};
}

json::Object errorBody(const ScimError& error) {
    json::Object out{{"schemas", json::Array{json::Value(jsonText(kErrorSchema))}},
                     {"status", std::to_string(error.status)}};
    if (!error.scimType.empty()) {
        out["scimType"] = error.scimType;
    }
    if (!error.detail.empty()) {
        out["detail"] = error.detail;
    }
    return out;
}

json::Object errorBody(const Error& error) {
    return errorBody(describe(error));
}

Result<ScimError> readErrorBody(const json::Object& body) {
    const auto schemas = json::stringsMember(body, "schemas");
    const std::string_view status = json::stringMember(body, "status").value_or("");
    const bool named = schemas && std::find(schemas->begin(), schemas->end(), kErrorSchema) != schemas->end();
    const bool digits = status.size() == 3 && status.front() >= '3' && status.front() <= '5' &&
                        std::all_of(status.begin(), status.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!named || !digits) {
        return fail(Code::InvalidArgument, "scim.error_body");
    }
    return ScimError{(status[0] - '0') * 100 + (status[1] - '0') * 10 + (status[2] - '0'),
                     std::string(json::stringMember(body, "scimType").value_or("")),
                     std::string(json::stringMember(body, "detail").value_or(""))};
}

Error toError(const ScimError& error) {
    const auto* found = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& row) {
        return error.scimType.empty() ? row.scimType.empty() && row.status == error.status
                                      : row.scimType == error.scimType;
    });
    if (found != std::end(kRows)) {
        return {found->code, std::string(found->reason), error.detail};
    }
    return {codeOf(error.status), "scim.refused", error.detail};
}

} // namespace gatehouse::scim
