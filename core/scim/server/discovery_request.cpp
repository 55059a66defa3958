// SPDX-License-Identifier: Apache-2.0
// What the service says of itself.
#include "scim/discovery.h"
#include "scim/server/place.h"
#include "scim/server/search.h"
#include "scim/text.h"

namespace gatehouse::scim::server {
namespace {

ServiceLimits limitsOf(const std::vector<std::string>& eventUris) {
    ServiceLimits limits;
    limits.eventUris = eventUris;
    limits.defaultPage = kDefaultPage;
    limits.largestPage = kLargestPage;
    limits.authentication = {
        {"oauthbearertoken", "Bearer token", "A token of the tenant's (ghscim_...), made in its settings.",
         "https://www.rfc-editor.org/info/rfc6750", "", true},
        {"oauth2", "OAuth 2.0 client credentials",
         "An access token of the tenant's issuer with the scope scim, for a client that proves itself by secret, JWT "
         "or certificate.",
         "https://www.rfc-editor.org/info/rfc6749", "", false}};
    return limits;
}

/// One of a list's documents, by its id in any case.
Result<json::Value> one(const json::Object& list, const std::string& id) {
    for (const json::Value& each : list.at("Resources").as_array()) {
        if (sameName(json::stringMember(each.as_object(), "id").value_or(""), id)) {
            return each;
        }
    }
    return fail(Code::NotFound, "scim.not_found");
}

} // namespace

Result<Answer> Server::describeService(const Call& call, const Place& place) const {
    Answer answer;
    if (place.kind == Place::Kind::Config) {
        answer.body = serviceProviderConfig(limitsOf(m_parts.eventUris), call.base);
        return answer;
    }
    json::Object list = place.kind == Place::Kind::Types ? resourceTypesDocument(call.types->all, call.base)
                                                         : schemasDocument(call.types->all, call.base);
    if (place.id.empty()) {
        answer.body = std::move(list);
        return answer;
    }
    TRY(found, one(list, place.id));
    answer.body = std::move(found);
    return answer;
}

} // namespace gatehouse::scim::server
