// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "admin/api/raw_json.h"

namespace gatehouse::admin::api {

/// What a vendor's admin console calls our values, and its own metadata. Empty: it does not ask for it.
struct PresetLabels {
    std::string entityId;
    std::string acsUrl;
    std::string sloUrl;
    std::string metadata;
};

/// An attribute that a vendor's provider sends.
struct PresetAttribute {
    std::string name;
    std::string target;    ///< email | displayName | givenName | familyName | groups | amr
    bool byItself = false; ///< without its administrator setting it up
};

/// `/admin/v1/presets/{name}`: what is known of a vendor of SAML identity providers. Read-only.
struct Preset {
    std::string name;                   ///< what a connection's `preset` says: "entra"
    std::string title;                  ///< "Microsoft Entra ID"
    std::vector<std::string> entityIds; ///< how they look; '*' is any text without '/'
    std::string metadataUrl;            ///< with {placeholders}; empty: there is none
    PresetLabels labels;
    std::vector<PresetAttribute> attributes;
    RawJson defaults; ///< members of a connection
    bool singleLogout = false;
    std::string certificates;       ///< how long they live, for people
    std::vector<std::string> notes; ///< for people
};

} // namespace gatehouse::admin::api
