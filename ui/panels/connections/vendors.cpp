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

/// Those of no vendor are ours, and are said in the language of the console.
SamlTerms spoken(SamlTerms terms) {
    static constexpr const char* kOurs[] = {
        QT_TRANSLATE_NOOP("Vendors", "Metadata address"),
        QT_TRANSLATE_NOOP("Vendors", "Single sign-on URL"),
        QT_TRANSLATE_NOOP("Vendors", "Single logout URL"),
        QT_TRANSLATE_NOOP("Vendors", "Signing certificate"),
        QT_TRANSLATE_NOOP("Vendors", "Where the provider registers service providers (relying parties)"),
        QT_TRANSLATE_NOOP("Vendors", "Where the provider publishes its metadata, or shows its single sign-on URL and "
                                     "certificate"),
        QT_TRANSLATE_NOOP("Vendors", "Any provider of SAML 2.0 with the Web Browser SSO profile."),
    };
    for (QString* term : {&terms.metadataUrl, &terms.ssoUrl, &terms.logoutUrl, &terms.certificate, &terms.where,
                          &terms.whereValues, &terms.hint}) {
        const auto* const known = std::find_if(std::begin(kOurs), std::end(kOurs),
                                               [term](const char* ours) { return *term == QLatin1String(ours); });
        if (known != std::end(kOurs)) {
            *term = QCoreApplication::translate("Vendors", *known);
        }
    }
    return terms;
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

SamlTerms samlTerms() {
    return spoken(vendorById(QLatin1String(kSamlVendor)).saml.value_or(SamlTerms()));
}

SamlTerms samlTermsOf(const QString& vendor) {
    const std::optional<SamlTerms>& terms = vendorById(vendor).saml;
    return terms && vendor != QLatin1String(kSamlVendor) ? *terms : samlTerms();
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
