// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/vendors.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace gatehouse::ui::panels::connections {
namespace {

SamlTerms samlFrom(const QJsonObject& object) {
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    return {text("entityId"), text("acsUrl"),      text("sloUrl"),      text("metadata"),    text("issuer"),
            text("ssoUrl"),   text("logoutUrl"),   text("certificate"), text("metadataUrl"), text("example"),
            text("where"),    text("whereValues"), text("hint")};
}

Vendor vendorFrom(const QJsonObject& object) {
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    std::optional<SamlTerms> saml;
    if (const QJsonObject terms = object.value(QLatin1String("saml")).toObject(); !terms.isEmpty()) {
        saml = samlFrom(terms);
    }
    return {text("id"),
            text("name"),
            text("mark"),
            text("words"),
            text("issuerExample"),
            text("issuer_fixed"),
            text("redirectUri"),
            text("issuer"),
            text("clientId"),
            text("clientSecret"),
            text("where"),
            text("whereValues"),
            text("hint"),
            saml};
}

std::vector<Vendor> readVendors() {
    QFile file(QStringLiteral(":/gatehouse/vendors.json"));
    std::vector<Vendor> all;
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        for (const QJsonValueConstRef each : document[QLatin1String("vendors")].toArray()) {
            all.push_back(vendorFrom(each.toObject()));
        }
    }
    return all;
}

const Vendor& sandboxVendor() {
    static const Vendor kSandbox = [] {
        Vendor vendor = vendorById(QLatin1String(kOidcVendor));
        vendor.id = QLatin1String(kSandboxVendor);
        vendor.name = QCoreApplication::translate("Vendors", "Practice provider");
        vendor.mark = QStringLiteral("S");
        vendor.words = QStringLiteral("sandbox demo test training");
        vendor.where =
            QCoreApplication::translate("Vendors", "Nowhere: it takes the redirect URIs of this broker as they are");
        vendor.whereValues =
            QCoreApplication::translate("Vendors", "Filled in already: it belongs to this tenant's sandbox");
        vendor.hint =
            QCoreApplication::translate("Vendors", "Built in, with people to sign in as. Nothing leaves this machine.");
        return vendor;
    }();
    return kSandbox;
}

} // namespace

const std::vector<Vendor>& vendors() {
    static const std::vector<Vendor> kVendors = readVendors();
    return kVendors;
}

const Vendor& vendorById(const QString& id) {
    if (id == QLatin1String(kSandboxVendor)) {
        return sandboxVendor();
    }
    const std::vector<Vendor>& all = vendors();
    const auto byId = [&all](const QString& wanted) {
        return std::find_if(all.begin(), all.end(), [&wanted](const Vendor& each) { return each.id == wanted; });
    };
    const auto found = byId(id);
    return found == all.end() ? *byId(QLatin1String(kOidcVendor)) : *found;
}

const SamlTerms& samlTerms() {
    return *vendorById(QLatin1String(kSamlVendor)).saml; // NOLINT(bugprone-unchecked-optional-access): of our own file
}

const SamlTerms& samlTermsOf(const QString& vendor) {
    const std::optional<SamlTerms>& terms = vendorById(vendor).saml;
    return terms ? *terms : samlTerms();
}

bool matches(const Vendor& vendor, const QString& text) {
    static const QRegularExpression kSpace(QStringLiteral("\\s+"));
    const QStringList known = (vendor.name + u' ' + vendor.words + u' ' + vendor.id).split(kSpace);
    const QStringList asked = text.split(kSpace, Qt::SkipEmptyParts);
    return std::all_of(asked.begin(), asked.end(), [&known](const QString& word) {
        return std::any_of(known.begin(), known.end(),
                           [&word](const QString& each) { return each.startsWith(word, Qt::CaseInsensitive); });
    });
}

} // namespace gatehouse::ui::panels::connections
