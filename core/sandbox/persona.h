// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/language.h"
#include "json/json.h"

namespace gatehouse::sandbox {

/// Somebody to sign in as at the practice IdP.
struct Persona {
    std::string name;    ///< also a `login_hint` that signs in without a click
    std::string title;   ///< what there is to learn from signing in as this one; English
    std::string subject; ///< the `sub` claim
    json::Object claims; ///< everything else that the IdP says
};

/// The title in a language.
[[nodiscard]] std::string_view titleOf(const Persona& persona, web::Language language);
/// The cast, in the order of the page. The company's domain is acme.example.
[[nodiscard]] const std::vector<Persona>& personas();
/// nullptr if nobody has this name.
[[nodiscard]] const Persona* findPersona(std::string_view name);
/// The claims that the granted scopes let out: those of `email` and `profile` only with their scope, the others always.
[[nodiscard]] json::Object releasedClaims(const Persona& persona, const std::vector<std::string>& scopes);
/// {"name","title","claims"}
[[nodiscard]] json::Object toJson(const Persona& persona);

} // namespace gatehouse::sandbox
