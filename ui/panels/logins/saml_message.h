// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace gatehouse::ui::panels::logins {

/// One thing that a SAML message says.
struct SamlPart {
    QString section; ///< "Response", "Assertion", "Attributes"
    QString name;    ///< as the standard or the provider calls it: "Issuer", "NotOnOrAfter", "mail"
    QString value;
    QString meaning; ///< for people; empty for what is not known
};

/// A recorded message of SAML 2.0 laid out: who, for whom, when, by which signature, and the attributes (SAML 2.0 Core,
/// 2 and 3). Empty where it is no XML, or has a document type.
[[nodiscard]] std::vector<SamlPart> samlParts(const QString& xml);

} // namespace gatehouse::ui::panels::logins
