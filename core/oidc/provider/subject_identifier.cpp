// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/subject_identifier.h"

#include <algorithm>

#include "directory/directory.h"

namespace gatehouse::oidc::provider {
namespace {

using People = std::vector<UserId>;

Result<People> byId(store::Reader& reader, const store::Sealer& sealer, std::string_view id) {
    const auto user = directory::findWithoutIdentities(reader, sealer, UserId(std::string(id)));
    if (user) {
        return People{user->id};
    }
    return user.error().code == Code::NotFound ? Result<People>(People()) : tl::unexpected<Error>(user.error());
}

Result<People> byIdentity(store::Reader& reader, const store::Sealer& sealer, const connections::List& connections,
                          std::string_view issuer, std::string_view subject) {
    People out;
    for (const auto& connection : connections) {
        TRY(user, directory::findByIdentity(reader, sealer, connection->id, issuer, subject));
        if (user) {
            out.push_back(*user);
        }
    }
    return out;
}

Result<People> named(store::Reader& reader, const store::Sealer& sealer, const Issuer& issuer,
                     const connections::List& connections, const json::Object& identifier) {
    const auto format = json::stringMember(identifier, "format");
    const auto email = json::stringMember(identifier, "email");
    const auto iss = json::stringMember(identifier, "iss");
    const auto sub = json::stringMember(identifier, "sub");
    const auto id = json::stringMember(identifier, "id");
    if (format == "email" && email && !email->empty()) {
        return directory::findByEmail(reader, sealer, *email);
    }
    if (format == "iss_sub" && iss && sub && !sub->empty()) {
        return *iss == issuer.url ? byId(reader, sealer, *sub) : byIdentity(reader, sealer, connections, *iss, *sub);
    }
    if (format == "opaque" && id && !id->empty()) {
        return byId(reader, sealer, *id);
    }
    return fail(Code::InvalidArgument, "oauth.invalid_request.sub_id");
}

} // namespace

Result<std::vector<UserId>> peopleOf(store::Reader& reader, const store::Sealer& sealer, const Issuer& issuer,
                                     const connections::List& connections, const json::Object& identifier,
                                     const std::optional<ConnectionId>& only) {
    TRY(people, named(reader, sealer, issuer, connections, identifier));
    People out;
    for (UserId& each : people) {
        bool meant = !only;
        if (only) {
            TRY(theirs, directory::hasIdentityOf(reader, sealer.tenant(), each, *only));
            meant = theirs;
        }
        if (meant && std::find(out.begin(), out.end(), each) == out.end()) {
            out.push_back(std::move(each));
        }
    }
    return out;
}

} // namespace gatehouse::oidc::provider
