// SPDX-License-Identifier: Apache-2.0
#include "oauth/resource.h"

#include <algorithm>

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kMost = 10;

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

Result<std::vector<std::string>> requestedResources(const http::Parameters& parameters,
                                                    const std::vector<std::string>& allowed) {
    std::vector<std::string> resources;
    for (const auto& [name, value] : parameters.pairs()) {
        if (name != "resource" || contains(resources, value)) {
            continue;
        }
        if (!contains(allowed, value)) {
            return fail(Code::InvalidArgument, "oauth.invalid_target", value.substr(0, 200));
        }
        resources.push_back(value);
        if (resources.size() > kMost) {
            return fail(Code::InvalidArgument, "oauth.invalid_target", "more than ten");
        }
    }
    return resources;
}

} // namespace gatehouse::oauth
