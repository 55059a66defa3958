// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_scim
// Whatever is accepted runs each operation at most once, upon a resource of the service, without a reference left in
// it; and every operation has an answer unless errors stopped the rest.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "scim/bulk.h"
#include "scim/core_schemas.h"
#include "scim/errors.h"

namespace {

using namespace gatehouse;

bool refers(const json::Value& value) {
    if (const json::Object* object = value.if_object()) {
        for (const auto& each : *object) {
            if (refers(each.value())) {
                return true;
            }
        }
    } else if (const json::Array* list = value.if_array()) {
        for (const json::Value& each : *list) {
            if (refers(each)) {
                return true;
            }
        }
    }
    return value.is_string() && json::view(value.get_string()).starts_with("bulkId:");
}

void mustBeClients(const Error& error) {
    const scim::ScimError described = scim::describe(error);
    if (described.status != 413 && (described.status != 400 || described.scimType.empty())) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<scim::ResourceType> types = {scim::userType(), scim::groupType()};
    const auto request = scim::parseBulk(std::string_view(reinterpret_cast<const char*>(data), size), types);
    if (!request) {
        mustBeClients(request.error());
        return 0;
    }
    std::size_t performed = 0;
    const scim::BulkPerform perform = [&](const scim::BulkOperation& operation) -> Result<scim::BulkOutcome> {
        if (operation.type == nullptr || refers(operation.data) || operation.id.starts_with("bulkId:") ||
            operation.id.find('/') != std::string::npos || operation.id == "..") {
            std::abort();
        }
        if (++performed % 5 == 0) {
            return fail(Code::InvalidArgument, "scim.value");
        }
        return scim::BulkOutcome{200, "made" + std::to_string(performed), "https://x.example/1", ""};
    };
    const json::Object response = scim::runBulk(*request, "https://x.example", perform);
    const std::size_t answers = json::arrayMember(response, "Operations")->size();
    if (performed > request->operations.size() || answers > request->operations.size() ||
        (request->failOnErrors == 0 && answers != request->operations.size())) {
        std::abort();
    }
    return 0;
}
