// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/saml_metadata.h"

#include <array>
#include <utility>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QXmlStreamReader>

#include "ui/panels/connections/source_text.h"
#include "ui/panels/connections/vendors.h"

namespace gatehouse::ui::panels::connections {
namespace {

const QLatin1String kMetadataSpace("urn:oasis:names:tc:SAML:2.0:metadata");
const QLatin1String kSignatureSpace("http://www.w3.org/2000/09/xmldsig#");
constexpr qsizetype kPemLine = 64;
constexpr qint64 kDay = 86'400;

struct SamlMetadataWords {
    Q_DECLARE_TR_FUNCTIONS(SamlMetadata)
};

/// What an entity ID holds, by the vendor's id.
constexpr std::array kMakers{std::pair("sts.windows.net/", "entra"),
                             std::pair("login.microsoftonline", "entra"),
                             std::pair("okta.com/", "okta"),
                             std::pair("accounts.google.com/", "google"),
                             std::pair("/adfs/", "adfs"),
                             std::pair("pingone.", "ping"),
                             std::pair("onelogin.com/", "onelogin"),
                             std::pair("jumpcloud", "jumpcloud"),
                             std::pair("/realms/", "keycloak"),
                             std::pair("/idp/shibboleth", "shibboleth")};

QString toPem(QString base64) {
    static const QRegularExpression kSpace(QStringLiteral("\\s"));
    base64.remove(kSpace);
    QString pem = QStringLiteral("-----BEGIN CERTIFICATE-----\n");
    for (qsizetype at = 0; at < base64.size(); at += kPemLine) {
        pem += base64.mid(at, kPemLine) + u'\n';
    }
    return pem + QStringLiteral("-----END CERTIFICATE-----\n");
}

/// What stands inside one IDPSSODescriptor, whose start was read.
void readProvider(QXmlStreamReader& xml, SamlMetadata& out) {
    bool signing = false;
    while (xml.readNext() != QXmlStreamReader::Invalid) {
        const bool ofMetadata = xml.namespaceUri() == kMetadataSpace;
        if (xml.isEndElement() && ofMetadata && xml.name() == QLatin1String("IDPSSODescriptor")) {
            return;
        }
        if (!xml.isStartElement()) {
            continue;
        }
        const QXmlStreamAttributes attributes = xml.attributes();
        const auto binding = attributes.value(QLatin1String("Binding"));
        const QString location = attributes.value(QLatin1String("Location")).toString();
        const bool redirect = binding.endsWith(QLatin1String(":HTTP-Redirect"));
        const bool usable = redirect || binding.endsWith(QLatin1String(":HTTP-POST"));
        if (ofMetadata && xml.name() == QLatin1String("KeyDescriptor")) {
            signing = attributes.value(QLatin1String("use")) != QLatin1String("encryption");
        } else if (ofMetadata && usable && xml.name() == QLatin1String("SingleSignOnService")) {
            out.ssoUrl = redirect || out.ssoUrl.isEmpty() ? location : out.ssoUrl;
        } else if (ofMetadata && usable && xml.name() == QLatin1String("SingleLogoutService")) {
            out.sloUrl = redirect || out.sloUrl.isEmpty() ? location : out.sloUrl;
        } else if (signing && xml.namespaceUri() == kSignatureSpace && xml.name() == QLatin1String("X509Certificate")) {
            out.certificates.append(toPem(xml.readElementText()));
        }
    }
}

} // namespace

std::optional<SamlMetadata> readSamlMetadata(const QString& text) {
    if (text.size() > kMaxSourceBytes) {
        return std::nullopt;
    }
    QXmlStreamReader xml(text);
    SamlMetadata found;
    bool isProvider = false;
    QString entityId;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.tokenType() == QXmlStreamReader::DTD) {
            return std::nullopt; // metadata has none; what it declares could be anything
        }
        if (isProvider || !xml.isStartElement() || xml.namespaceUri() != kMetadataSpace) {
            continue;
        }
        if (xml.name() == QLatin1String("EntityDescriptor")) {
            entityId = xml.attributes().value(QLatin1String("entityID")).toString();
        } else if (xml.name() == QLatin1String("IDPSSODescriptor")) {
            isProvider = true;
            found.entityId = entityId;
            readProvider(xml, found);
        }
    }
    return isProvider && !xml.hasError() && !found.entityId.isEmpty() ? std::optional(found) : std::nullopt;
}

QString makerOf(const QString& entityId) {
    for (const auto& [part, vendor] : kMakers) {
        if (entityId.contains(QLatin1String(part), Qt::CaseInsensitive)) {
            return vendorById(QLatin1String(vendor)).name;
        }
    }
    return {};
}

QStringList pemsIn(const QString& text) {
    static const QRegularExpression kPem(
        QStringLiteral("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----"));
    static const QRegularExpression kBare(QStringLiteral("\\A\\s*MII[A-Za-z0-9+/=\\s]{100,}\\z"));
    QStringList pems;
    for (const QRegularExpressionMatch& match : kPem.globalMatch(text)) {
        pems.append(toPem(match.captured(1)));
    }
    if (pems.isEmpty() && kBare.match(text).hasMatch()) {
        pems.append(toPem(text));
    }
    return pems;
}

QString certificateLine(const QString& pem, const QDateTime& now) {
    const QSslCertificate certificate(pem.toLatin1(), QSsl::Pem);
    if (certificate.isNull()) {
        return SamlMetadataWords::tr("A certificate that cannot be read");
    }
    const QStringList names = certificate.subjectInfo(QSslCertificate::CommonName);
    const QString subject = names.isEmpty() ? certificate.subjectDisplayName() : names.front();
    return certificateLine(QStringLiteral("CN=") + subject, certificate.expiryDate(), now);
}

QString certificateLine(const QString& subject, const QDateTime& notAfter, const QDateTime& now) {
    const QString date = notAfter.toUTC().toString(QStringLiteral("yyyy-MM-dd"));
    return notAfter <= now ? SamlMetadataWords::tr("%1, expired on %2").arg(subject, date)
                           : SamlMetadataWords::tr("%1, until %2, days left: %3")
                                 .arg(subject, date, QString::number(now.secsTo(notAfter) / kDay));
}

} // namespace gatehouse::ui::panels::connections
