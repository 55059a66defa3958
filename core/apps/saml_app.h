// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "json/json.h"

namespace gatehouse::json {
class ObjectReader;
}

namespace gatehouse::apps {

struct App;

/// An attribute that an app gets, and the claim whose value it has.
struct ReleasedAttribute {
    std::string name;         ///< as the assertion names it
    std::string claim;        ///< one of releasableClaims()
    std::string friendlyName; ///< may be empty
};
/// `email name given_name family_name preferred_username groups roles sub`.
[[nodiscard]] const std::vector<std::string_view>& releasableClaims();

/// How an app of type saml is answered, beside what its metadata says.
struct SamlApp {
    std::string nameIdFormat;                  ///< URI; empty: as the request or the metadata wants it
    bool signResponses = true;                 ///< the Response too, beside its Assertion
    bool encryptAssertions = true;             ///< where the metadata has a key for that
    bool requireSignedRequests = false;        ///< also where the metadata does not say that they are
    bool idpInitiated = false;                 ///< may be opened with a response that it did not ask for
    std::string relayState;                    ///< of such a response; at most 80 octets
    std::vector<ReleasedAttribute> attributes; ///< empty: what the metadata asks for, else the usual ones
};

// Inside this module only: these members of an app's record. Problems: `sp_metadata_missing`, `sp_metadata_invalid`,
// `entity_id_mismatch`, `name_id_format_unknown`, `claim_unknown`, `not_for_type`.
void writeSaml(const App& app, json::Object& out);
void readSaml(json::ObjectReader& reader, App& app, Problems& problems);
/// What has to fit together, once the whole record is read. An app without a client id gets its entity ID for one.
void checkSaml(App& app, json::ObjectReader& reader);

} // namespace gatehouse::apps
