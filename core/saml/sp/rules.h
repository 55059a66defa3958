// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only.
#include <string>

#include "base/check.h"
#include "connections/connection.h"
#include "saml/sp/idp.h"
#include "saml/sp/response.h"
#include "web/public_url.h"

namespace gatehouse::saml::sp {

/// How long an answer that nobody asked for may be under way (standards/03, section 8).
inline constexpr Seconds kUnaskedUnderWay{120};

/// What every answer of this provider has to fulfil, whatever was asked of it. Without our decryption keys.
[[nodiscard]] ResponseRules rulesOf(const connections::Connection& connection, const Idp& idp,
                                    const web::PublicUrl& publicUrl);

/// `saml.subject.known`: that a proven assertion names somebody who lasts. `subject`: subjectOf().
[[nodiscard]] Check subjectKnown(const Assertion& assertion, const std::string& subject);

} // namespace gatehouse::saml::sp
