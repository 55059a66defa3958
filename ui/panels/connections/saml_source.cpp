// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/saml_source.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/panels/connections/saml_metadata.h"
#include "ui/panels/connections/source_text.h"

namespace gatehouse::ui::panels::connections {
namespace {

using Kind = SamlSource::Kind;

struct SamlSourceWords {
    Q_DECLARE_TR_FUNCTIONS(SamlSource)
};

SamlSource fromXml(const QString& text) {
    const auto metadata = readSamlMetadata(text);
    if (!metadata) {
        return {Kind::Unknown, text,
                SamlSourceWords::tr("This XML is no metadata of an identity provider (IDPSSODescriptor).")};
    }
    const QString maker = makerOf(metadata->entityId);
    return {Kind::Metadata, text,
            maker.isEmpty() ? SamlSourceWords::tr("Recognised: SAML metadata.")
                            : SamlSourceWords::tr("Recognised: SAML metadata, %1.").arg(maker)};
}

SamlSource fromAddress(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty() || url.hasFragment()) {
        return {Kind::Unknown, text, SamlSourceWords::tr("This is no https address.")};
    }
    if (text.contains(QLatin1String("/.well-known/openid-configuration"))) {
        return {Kind::Unknown, text,
                SamlSourceWords::tr("This is the address of OpenID Connect metadata. SAML metadata was expected.")};
    }
    return {Kind::Address, text,
            SamlSourceWords::tr("Recognised: an address of metadata. It is read by the test, and every six hours.")};
}

} // namespace

SamlSource recogniseSaml(const QString& pasted) {
    if (pasted.size() > kMaxSourceBytes) {
        return {Kind::Unknown, {}, SamlSourceWords::tr("This is larger than 1 MiB.")};
    }
    const QString text = pasted.trimmed();
    if (text.isEmpty()) {
        return {};
    }
    if (text.startsWith(u'<')) {
        return fromXml(text);
    }
    if (const QStringList pems = pemsIn(text); !pems.isEmpty()) {
        return {Kind::Certificate, pems.join(QString()), SamlSourceWords::tr("Recognised: a certificate.")};
    }
    if (text.contains(QLatin1String("://"))) {
        return fromAddress(text);
    }
    return {Kind::Unknown, text,
            SamlSourceWords::tr("Not recognised. Expected: SAML metadata, its address, or a certificate.")};
}

bool take(const SamlSource& source, admin::api::Connection& connection) {
    if (source.kind == Kind::Certificate) {
        connection.certificates = client::toStrings(pemsIn(source.text));
        return true;
    }
    if (source.kind != Kind::Address && source.kind != Kind::Metadata) {
        return false;
    }
    // What is given by hand comes before what metadata says, and would hide it.
    connection.entityId.clear();
    connection.ssoUrl.clear();
    connection.sloUrl.clear();
    connection.certificates.clear();
    connection.metadataUrl = source.kind == Kind::Address ? source.text.toStdString() : std::string();
    connection.metadataXml = source.kind == Kind::Metadata ? source.text.toStdString() : std::string();
    return true;
}

} // namespace gatehouse::ui::panels::connections
