// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/saml_values.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/detail_grid.h"

namespace gatehouse::ui::panels::apps {

namespace {

struct SamlValues {
    Q_DECLARE_TR_FUNCTIONS(SamlValues)
};

constexpr int kPemColumn = 64;

/// The certificate of a key, as base64 of DER; empty where it has none.
QString certificateOf(const admin::api::Key& key) {
    return client::toJsonObject(key.jwk).value(QLatin1String("x5c")).toArray().at(0).toString();
}

QString pemOf(QString base64) {
    for (qsizetype at = kPemColumn; at < base64.size(); at += kPemColumn + 1) {
        base64.insert(at, u'\n');
    }
    return QStringLiteral("-----BEGIN CERTIFICATE-----\n%1\n-----END CERTIFICATE-----\n").arg(base64);
}

QString fingerprintOf(const QString& base64) {
    const QByteArray der = QByteArray::fromBase64(base64.toLatin1());
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':').toUpper());
}

/// Too long to be read: its fingerprint stands for it, the button copies it as PEM.
void addCertificate(widgets::DetailGrid& grid, const QString& name, const QString& base64) {
    auto* holder = new QWidget(&grid);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    QString shown = fingerprintOf(base64);
    shown.insert(shown.size() / 2 + 1, u'\n');
    auto* label = new QLabel(shown, holder);
    label->setFont(theme::codeFont(grid.font()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setToolTip(SamlValues::tr("SHA-256 of the certificate"));
    auto* copy = new widgets::CopyButton(SamlValues::tr("certificate"), holder);
    copy->setObjectName(QStringLiteral("app.copyCertificate"));
    copy->setValue(pemOf(base64));
    row->addWidget(label, 1);
    row->addWidget(copy, 0, Qt::AlignTop);
    grid.addWidget(name, holder);
}

} // namespace

void addSamlValues(widgets::DetailGrid& grid, const admin::api::App& app, const QString& issuer,
                   const std::vector<admin::api::Key>& keys) {
    if (issuer.isEmpty()) {
        return;
    }
    const QString at = issuer + QStringLiteral("/saml/");
    grid.addCode(SamlValues::tr("Our metadata"), at + QStringLiteral("metadata"));
    grid.addCode(SamlValues::tr("Our entity ID"), at + QStringLiteral("metadata"));
    grid.addCode(SamlValues::tr("Single sign-on URL"), at + QStringLiteral("sso"));
    grid.addCode(SamlValues::tr("Single logout URL"), at + QStringLiteral("slo"));
    bool known = false;
    for (const auto& [state, name] : {std::pair("active", SamlValues::tr("Signing certificate")),
                                      std::pair("next", SamlValues::tr("The next certificate"))}) {
        for (const admin::api::Key& key : keys) {
            const QString base64 = certificateOf(key);
            if (key.use == "saml" && key.state == state && !base64.isEmpty()) {
                addCertificate(grid, name, base64);
                known = true;
            }
        }
    }
    if (!known) {
        grid.addText(SamlValues::tr("Signing certificate"),
                     SamlValues::tr("It is made when our metadata is first read."));
    }
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(client::toQString(app.clientId)));
    grid.addCode(SamlValues::tr("Opens the app"), at + QStringLiteral("launch?app=") + id);
    grid.addCode(SamlValues::tr("Its entity ID"), client::toQString(app.clientId));
}

} // namespace gatehouse::ui::panels::apps
