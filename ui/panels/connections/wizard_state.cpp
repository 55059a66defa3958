// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/wizard_state.h"

#include <array>

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QUuid>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/panels/connections/level_names.h"
#include "ui/panels/connections/saml_rows.h"
#include "ui/panels/connections/suggested_mapping.h"
#include "ui/panels/connections/vendors.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

constexpr std::array<const char*, 5> kPages{"choose", "give", "get", "test", "finish"};

QString say(const char* text) {
    return QCoreApplication::translate("Wizard", text);
}

bool needsSecret(const admin::api::Connection& connection) {
    return connection.clientAuth.starts_with("client_secret");
}

bool hasSecret(const WizardState& state) {
    return (state.connection.clientSecret && !state.connection.clientSecret->empty()) ||
           (state.created && state.connection.hasClientSecret);
}

QString missingValue(const WizardState& state) {
    const admin::api::Connection& connection = state.connection;
    if (isSaml(connection)) {
        return missingOfSaml(connection).isEmpty()
                   ? QString()
                   : say(QT_TRANSLATE_NOOP("Wizard", "The provider's metadata is missing, or its entity ID, single "
                                                     "sign-on URL and certificate."));
    }
    if (connection.issuer.empty()) {
        return say(QT_TRANSLATE_NOOP("Wizard", "The issuer is missing."));
    }
    if (connection.issuer.find("{tenantid}") != std::string::npos && connection.allowedTenantIds.empty()) {
        return say(QT_TRANSLATE_NOOP("Wizard", "The Entra directories that may sign in are missing."));
    }
    if (connection.clientId.empty()) {
        return say(QT_TRANSLATE_NOOP("Wizard", "The client id is missing."));
    }
    if (needsSecret(connection) && !hasSecret(state)) {
        return state.lostSecret
                   ? say(QT_TRANSLATE_NOOP("Wizard", "Enter the client secret again: it is never written down."))
                   : say(QT_TRANSLATE_NOOP("Wizard", "The client secret is missing."));
    }
    if (!unpairedLevel(connection).isEmpty()) {
        return say(QT_TRANSLATE_NOOP("Wizard", "A level lacks one of its names."));
    }
    return {};
}

} // namespace

QString newId() {
    // A random UUID with the milliseconds since 1970 in its first 48 bits.
    const QUuid random = QUuid::createUuid();
    const auto millis = quint64(QDateTime::currentMSecsSinceEpoch());
    QUuid id = random;
    id.data1 = uint(millis >> 16);
    id.data2 = ushort(millis & 0xffff);
    id.data3 = ushort(0x7000 | (random.data3 & 0x0fff));
    return id.toString(QUuid::WithoutBraces);
}

WizardState freshState(const QString& tenant) {
    WizardState state;
    state.tenant = tenant;
    state.connection.id = newId().toStdString();
    state.connection.enabled = false;
    state.connection.mapping = client::toRawJson(suggestedMapping({}));
    return state;
}

WizardState clonedState(const QString& tenant, const admin::api::Connection& from) {
    WizardState state;
    state.tenant = tenant;
    state.vendor = QLatin1String(isSaml(from) ? kSamlVendor : kOidcVendor);
    state.page = WizardPage::Give;
    state.mapped = true;
    state.connection = from;
    state.connection.id = newId().toStdString();
    state.connection.name = (toQString(from.name).left(58) + QStringLiteral("-copy")).toStdString();
    state.connection.displayName = say(QT_TRANSLATE_NOOP("Wizard", "%1 (copy)"))
                                       .arg(toQString(from.displayName.empty() ? from.name : from.displayName))
                                       .toStdString();
    state.connection.enabled = false;
    state.connection.clientSecret.reset();
    state.connection.hasClientSecret = false;
    state.connection.health = {};
    state.connection.saml.reset();
    return state;
}

bool isSaml(const admin::api::Connection& connection) {
    return connection.type == "saml";
}

void setProtocol(WizardState& state, const QString& type) {
    const bool isAnothers = !state.connection.preset.empty() && toQString(state.connection.preset) != state.vendor;
    if (state.created || (toQString(state.connection.type) == type && !isAnothers)) {
        return;
    }
    const admin::api::Connection before = state.connection;
    state.connection = {};
    state.connection.id = before.id;
    state.connection.name = before.name;
    state.connection.displayName = before.displayName;
    state.connection.enabled = before.enabled;
    state.connection.domains = before.domains;
    state.connection.mapping = before.preset.empty() ? before.mapping : client::toRawJson(suggestedMapping({}));
    state.mapped = state.mapped && before.preset.empty();
    state.connection.type = type.toStdString();
    state.copied.clear();
    state.lostSecret = false;
    if (isSaml(state.connection)) {
        state.connection.scopes.clear();
    } else {
        state.connection.issuer = vendorById(state.vendor).issuerFixed.toStdString();
    }
}

void applyPreset(WizardState& state, const admin::api::Preset& preset) {
    if (state.created || state.mapped || !isSaml(state.connection) || toQString(preset.name) != state.vendor) {
        return;
    }
    QJsonObject document = client::documentOf(state.connection);
    const QJsonObject defaults = client::toJsonObject(preset.defaults);
    for (auto each = defaults.begin(); each != defaults.end(); ++each) {
        document.insert(each.key(), each.value());
    }
    document.insert(QStringLiteral("preset"), toQString(preset.name));
    if (const auto connection = client::resourceOf<admin::api::Connection>(document)) {
        state.connection = *connection;
        state.mapped = true;
    }
}

drafts::Draft toDraft(const WizardState& state) {
    drafts::Draft draft;
    draft.subject = {state.tenant, QStringLiteral("connection"), toQString(state.connection.id)};
    draft.panel = QStringLiteral("connections");
    draft.title = titleOf(state);
    draft.wanted = client::documentOf(state.connection);
    draft.ready = state.page == WizardPage::Finish && obstacle(state).isEmpty();
    draft.lostSecret = state.lostSecret;
    if (draft.ready) {
        draft.wanted.insert(QStringLiteral("enabled"), true);
    }
    if (state.connection.clientSecret && !state.connection.clientSecret->empty()) {
        draft.secrets = {QStringLiteral("/clientSecret")};
    } else {
        draft.wanted.remove(QStringLiteral("clientSecret"));
    }
    draft.act = state.created ? drafts::Act::Update : drafts::Act::Create;
    if (state.created) {
        draft.base = state.base;
        draft.etag = state.etag;
        draft.wanted.remove(QStringLiteral("id"));
    }
    draft.notes = {{QStringLiteral("wizard"), true},
                   {QStringLiteral("vendor"), state.vendor},
                   {QStringLiteral("page"), QLatin1String(kPages.at(std::size_t(state.page)))},
                   {QStringLiteral("copied"), QJsonArray::fromStringList(state.copied)},
                   {QStringLiteral("mapped"), state.mapped},
                   {QStringLiteral("hasSecret"), state.connection.hasClientSecret},
                   {QStringLiteral("flow"), state.lastFlow}};
    return draft;
}

std::optional<WizardState> stateFrom(const drafts::Draft& draft) {
    const auto connection = client::resourceOf<admin::api::Connection>(draft.wanted);
    if (!draft.notes.value(QLatin1String("wizard")).toBool() || !connection) {
        return std::nullopt;
    }
    WizardState state;
    state.tenant = draft.subject.tenant;
    state.connection = *connection;
    state.connection.id = draft.subject.key.toStdString();
    state.connection.enabled = false; // until the last page is done
    state.connection.hasClientSecret = draft.notes.value(QLatin1String("hasSecret")).toBool();
    state.vendor = draft.notes.value(QLatin1String("vendor")).toString();
    const QString page = draft.notes.value(QLatin1String("page")).toString();
    for (std::size_t i = 0; i < kPages.size(); ++i) {
        state.page = page == QLatin1String(kPages.at(i)) ? WizardPage(i) : state.page;
    }
    for (const QJsonValueConstRef each : draft.notes.value(QLatin1String("copied")).toArray()) {
        state.copied.append(each.toString());
    }
    state.mapped = draft.notes.value(QLatin1String("mapped")).toBool();
    state.lastFlow = draft.notes.value(QLatin1String("flow")).toString();
    state.lostSecret = draft.lostSecret && !connection->clientSecret;
    state.created = draft.act == drafts::Act::Update;
    state.base = draft.base;
    state.etag = draft.etag;
    return state;
}

QString titleOf(const WizardState& state) {
    if (!state.connection.displayName.empty()) {
        return toQString(state.connection.displayName);
    }
    return state.vendor.isEmpty() ? say(QT_TRANSLATE_NOOP("Wizard", "New identity provider"))
                                  : vendorById(state.vendor).name;
}

QString obstacle(const WizardState& state) {
    switch (state.page) {
    case WizardPage::Choose:
        return state.vendor.isEmpty() ? say(QT_TRANSLATE_NOOP("Wizard", "Choose a provider first.")) : QString();
    case WizardPage::Give:
        return {};
    case WizardPage::Get:
        return missingValue(state);
    case WizardPage::Test:
        return missingValue(state);
    case WizardPage::Finish:
        if (const QString missing = missingValue(state); !missing.isEmpty()) {
            return missing;
        }
        return state.connection.name.empty() ? say(QT_TRANSLATE_NOOP("Wizard", "The short name is missing."))
                                             : QString();
    }
    return {};
}

QString samlAddressOf(const WizardState& state, const QString& publicUrl, const char* service) {
    return publicUrl + QStringLiteral("/sso/saml/") + toQString(state.connection.id) + u'/' + QLatin1String(service);
}

QString redirectUriOf(const WizardState& state, const QString& publicUrl) {
    return publicUrl + QStringLiteral("/sso/oidc/") + toQString(state.connection.id) + QStringLiteral("/callback");
}

} // namespace gatehouse::ui::panels::connections
