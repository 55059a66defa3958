// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/saml_facts.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/client/convert.h"
#include "ui/panels/connections/saml_metadata.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::connections {

using client::toDateTime;
using client::toQString;

namespace {

struct SamlFacts {
    Q_DECLARE_TR_FUNCTIONS(SamlFacts)
};

QString changeWord(const std::string& change) {
    if (change == "entityId") {
        return SamlFacts::tr("another entity ID");
    }
    if (change == "ssoUrl") {
        return SamlFacts::tr("another single sign-on URL");
    }
    if (change == "sloUrl") {
        return SamlFacts::tr("another single logout URL");
    }
    return change == "keys" ? SamlFacts::tr("none of the known keys") : toQString(change);
}

} // namespace

void addSamlFacts(widgets::DetailGrid& grid, const admin::api::Connection& connection, const QDateTime& now) {
    if (!connection.saml) {
        return;
    }
    const admin::api::SamlService& saml = *connection.saml;
    grid.addCode(SamlFacts::tr("Our entity ID"), toQString(saml.entityId));
    grid.addCode(SamlFacts::tr("Our logout address"), toQString(saml.sloUrl));
    if (saml.certificates.empty()) {
        grid.addText(SamlFacts::tr("Certificates"), SamlFacts::tr("none are known yet: read the metadata"));
    }
    for (const admin::api::SigningCertificate& each : saml.certificates) {
        grid.addText(SamlFacts::tr("Certificate"),
                     certificateLine(toQString(each.subject), toDateTime(each.notAfter), now),
                     toQString(each.fingerprint));
    }
}

QString pendingSentence(const admin::api::Connection& connection) {
    if (!connection.saml || connection.saml->pendingChanges.empty()) {
        return {};
    }
    QStringList changes;
    for (const std::string& each : connection.saml->pendingChanges) {
        changes.append(changeWord(each));
    }
    return SamlFacts::tr("Metadata of %1 waits for your approval: %2. Until then the former one counts.")
        .arg(widgets::absoluteTime(toDateTime(connection.saml->pendingSince)), changes.join(QStringLiteral(", ")));
}

QString providerOf(const admin::api::Connection& connection) {
    if (connection.type != "saml") {
        return toQString(connection.issuer);
    }
    if (!connection.entityId.empty()) {
        return toQString(connection.entityId);
    }
    const auto metadata = readSamlMetadata(toQString(connection.metadataXml));
    return metadata ? metadata->entityId : toQString(connection.metadataUrl);
}

} // namespace gatehouse::ui::panels::connections
