// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "admin/api/connection.h"

namespace gatehouse::ui::panels::connections {

/// What somebody pasted or dropped of a SAML provider, understood.
struct SamlSource {
    enum class Kind {
        Nothing,     ///< empty
        Address,     ///< of metadata
        Metadata,    ///< the document itself
        Certificate, ///< PEM or base64
        Unknown
    };
    Kind kind = Kind::Nothing;
    QString text;     ///< what was recognised, without white space around it
    QString sentence; ///< for people: what it is, or what was expected
};

/// Recognises metadata, its address, and a certificate. Never throws anything away: an unknown text says what was
/// expected. At most 1 MiB is looked at.
[[nodiscard]] SamlSource recogniseSaml(const QString& pasted);

/// Puts it into a connection of type saml. Metadata takes the place of what was there of the provider; true where
/// something was put in.
bool take(const SamlSource& source, admin::api::Connection& connection);

} // namespace gatehouse::ui::panels::connections
