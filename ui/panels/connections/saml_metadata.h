// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace gatehouse::ui::panels::connections {

/// What SAML metadata says of an identity provider, as far as somebody who pastes it is shown (SAML 2.0 Metadata,
/// 2.3.2 and 2.4.3). What counts is what the broker reads of it.
struct SamlMetadata {
    QString entityId;
    QString ssoUrl; ///< of the redirect binding, else of POST
    QString sloUrl;
    QStringList certificates; ///< PEM, of the keys that may sign
};

/// The first identity provider in a document of at most 1 MiB; nullopt where there is none, where it is no well-formed
/// XML, and where it has a document type.
[[nodiscard]] std::optional<SamlMetadata> readSamlMetadata(const QString& xml);

/// Whose software an entity ID is of, as its vendor is called: "Microsoft Entra"; empty: not known.
[[nodiscard]] QString makerOf(const QString& entityId);

/// The certificates in a text as PEM, each by itself: PEM as it is, or one as bare base64. Empty: there is none.
[[nodiscard]] QStringList pemsIn(const QString& text);

/// "CN=Contoso, until 2027-01-31, days left: 1041"; what cannot be read says so.
[[nodiscard]] QString certificateLine(const QString& pem, const QDateTime& now);
/// The same of what the broker read.
[[nodiscard]] QString certificateLine(const QString& subject, const QDateTime& notAfter, const QDateTime& now);

} // namespace gatehouse::ui::panels::connections
