// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::ui::panels::connections {

/// What somebody pasted or dropped, understood.
struct SourceText {
    enum class Kind {
        Nothing,  ///< empty
        Issuer,   ///< an address to be taken as the issuer
        Address,  ///< of a metadata document; the issuer is what stands before /.well-known
        Document, ///< an OpenID Connect metadata document
        Saml,     ///< SAML metadata: a protocol that this page does not set up
        Unknown
    };
    Kind kind = Kind::Nothing;
    QString issuer;
    QStringList scopes;      ///< of those that we ask for, what the document offers; empty: not known
    QStringList clientAuths; ///< ways to prove ourselves that the document offers; empty: not known
    QString sentence;        ///< for people: what it is, or what was expected
};

/// Recognises a URL, a bare host name, or a discovery document. Never throws anything away: an unknown text says what
/// was expected. At most 1 MiB is looked at.
[[nodiscard]] SourceText recognise(const QString& text);

inline constexpr qint64 kMaxSourceBytes = 1024 * 1024;

} // namespace gatehouse::ui::panels::connections
