// SPDX-License-Identifier: Apache-2.0
#include "admin/api/bundle.h"

namespace gatehouse::admin::api {

Decoded<OpenedBundle> openBundle(std::string_view text) {
    const Result<json::Object> document = json::parseObject(text, {.bytes = kLargestBundle, .depth = 32});
    if (!document) {
        return tl::unexpected(malformedBody(document.error()));
    }
    if (json::integerMember(*document, "gatehouseBundle") != 1) {
        return tl::unexpected(FieldErrors{{"/gatehouseBundle", "unknown_value", "must be 1"}});
    }
    const json::Object* content = json::objectMember(*document, "content");
    if (content == nullptr) {
        return tl::unexpected(FieldErrors{{"/content", "required", "is required"}});
    }
    Decoded<FlowBundle> bundle = fromJson<FlowBundle>(*document, Side::Reply);
    if (!bundle) {
        return tl::unexpected(std::move(bundle).error());
    }
    return OpenedBundle{*std::move(bundle), json::canonical(*content)};
}

} // namespace gatehouse::admin::api
