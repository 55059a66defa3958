// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/tenants/settings_form.h"

#include <algorithm>

#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::panels::tenants {

using client::toQString;
using widgets::ChoiceField;

namespace {

constexpr std::int64_t kMegabyte = 1024 * 1024;
constexpr int kMostMegabytes = 10'240;
constexpr std::int64_t kShortestRotation = 3600; // what the broker takes (core/tenants/tenant_json.cpp)
constexpr std::int64_t kShortestAhead = 600;
constexpr std::int64_t kLongestAhead = 30LL * 86400;

/// What the field shows of so many bytes; it counts whole megabytes.
int megabytesOf(std::int64_t bytes) {
    return static_cast<int>(std::clamp<std::int64_t>(bytes / kMegabyte, 1, kMostMegabytes));
}

QString word(const char* text) {
    return QLatin1String(text);
}

} // namespace

SettingsForm::SettingsForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_slug(new QLineEdit(this))
    , m_kind(new ChoiceField({{word("live"), tr("Production")}, {word("sandbox"), tr("Sandbox")}}, this))
    , m_status(new ChoiceField(
          {{word("active"), tr("Active")}, {word("suspended"), tr("Suspended: nobody can sign in")}}, this))
    , m_provisioning(new ChoiceField({{word("jit"), tr("When they first sign in")},
                                      {word("scim"), tr("By the company's directory (SCIM)")},
                                      {word("off"), tr("By hand only")}},
                                     this))
    , m_linking(new ChoiceField(
          {{word("verified-email"), tr("By verified e-mail, once")}, {word("never"), tr("Never")}}, this))
    , m_roleMode(new ChoiceField({{word("replace"), tr("Replace with those of the sign-in")},
                                  {word("merge"), tr("Merge: keep those given by hand")}},
                                 this))
    , m_localLogin(new ChoiceField(
          {{word("off"), tr("Off")}, {word("on"), tr("On")}, {word("break-glass"), tr("For emergencies only")}}, this))
    , m_language(new ChoiceField({{word("en"), word("English")},
                                  {word("de"), word("Deutsch")},
                                  {word("ar"), QString::fromUtf8("\u0627\u0644\u0639\u0631\u0628\u064a\u0629")}},
                                 this)) // each in itself, as on the pages
    , m_sessionTtl(new widgets::DurationField(this))
    , m_idleTtl(new widgets::DurationField(this))
    , m_accessTokenTtl(new widgets::DurationField(this))
    , m_refreshTokenTtl(new widgets::DurationField(this))
    , m_requiredAcr(new widgets::WordsField(this))
    , m_acrOrder(new widgets::PairsField(u'>', this))
    , m_ipPinning(new ChoiceField({{word("off"), tr("Ignore")},
                                   {word("notify"), tr("Note it in the log")},
                                   {word("terminate"), tr("End the session")}},
                                  this))
    , m_blockedAddresses(new widgets::WordsField(this))
    , m_anomaly(new ChoiceField({{word("off"), tr("Ignore")},
                                 {word("notify"), tr("Note it in the log")},
                                 {word("challenge"), tr("Ask to sign in again")},
                                 {word("block"), tr("Refuse")}},
                                this))
    , m_recordedLogins(new QSpinBox(this))
    , m_recordedMegabytes(new QSpinBox(this))
    , m_recordedAge(new widgets::DurationField(this))
    , m_keysEvery(new widgets::DurationField(this))
    , m_keysAhead(new widgets::DurationField(this))
    , m_matching(new widgets::WordsField(this))
    , m_scimRequests(new QSpinBox(this))
    , m_scimDeactivations(new QSpinBox(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_slug->setFont(theme::codeFont(font()));

    m_form->addRow(word("/name"), tr("&Name"), m_name);
    m_form->addRow(word("/slug"), tr("Short name"), m_slug,
                   tr("Part of every address of this tenant. Lower case, digits, hyphens."));
    m_form->addRow(word("/kind"), tr("Kind"), m_kind);
    m_form->addRow(word("/status"), tr("State"), m_status);
    m_form->addSection(tr("How people get in"));
    m_form->addRow(word("/settings/provisioning"), tr("New people"), m_provisioning);
    m_form->addRow(word("/settings/linking"), tr("Existing people"), m_linking,
                   tr("How a first sign-in finds somebody who is already known here."));
    m_form->addRow(word("/settings/roleMode"), tr("Roles"), m_roleMode);
    m_form->addRow(word("/settings/localLogin"), tr("Local accounts"), m_localLogin);
    m_form->addRow(word("/settings/requiredAcr"), tr("Required level"), m_requiredAcr,
                   tr("Authentication levels (acr) that are enough; empty: any."));
    m_acrOrder->setPlaceholderText(QStringLiteral("urn:company:vault>urn:gatehouse:aal2"));
    m_form->addRow(word("/settings/acrOrder"), tr("Stronger levels"), m_acrOrder,
                   tr("Stronger>weaker, for levels of your own: who reached the one has met the other."));
    m_form->addRow(word("/settings/language"), tr("Language of pages"), m_language,
                   tr("For people whose app and browser ask for none of these."));
    m_scimRequests->setRange(1, 100'000);
    m_scimRequests->setSuffix(tr(" /s", "requests a second"));
    m_scimDeactivations->setRange(0, 100);
    m_scimDeactivations->setSuffix(tr(" %", "unit"));
    m_form->addSection(tr("The company's directory (SCIM)"));
    m_matching->setPlaceholderText(QStringLiteral("externalId userName email"));
    m_form->addRow(
        word("/settings/matching"), tr("First sign-in"), m_matching,
        tr("By what it finds the person that the directory made: externalId, userName, email, in this order."));
    m_form->addRow(word("/settings/scim/requestsPerSecond"), tr("Requests"), m_scimRequests,
                   tr("Of all its clients together; for a moment twice as many."));
    m_form->addRow(word("/settings/scim/deactivationPercent"), tr("Deactivations"), m_scimDeactivations,
                   tr("Of the active people, in an hour. More is refused until you raise this; 100 % lets all pass."));
    m_form->addSection(tr("How long they stay"));
    m_form->addRow(word("/settings/sessionTtl"), tr("Session"), m_sessionTtl, tr("Ends after this, whatever happens."));
    m_form->addRow(word("/settings/idleTtl"), tr("Idle session"), m_idleTtl);
    m_form->addRow(word("/settings/accessTokenTtl"), tr("Access token"), m_accessTokenTtl);
    m_form->addRow(word("/settings/refreshTokenTtl"), tr("Refresh token"), m_refreshTokenTtl);
    m_form->addSection(tr("When something looks wrong"));
    m_form->addRow(word("/settings/ipPinning"), tr("Address changes"), m_ipPinning);
    m_blockedAddresses->setPlaceholderText(QStringLiteral("192.0.2.0/24 2001:db8::/32"));
    m_form->addRow(word("/settings/blockedAddresses"), tr("Blocked addresses"), m_blockedAddresses,
                   tr("Addresses and ranges. Nobody signs in from there, and sessions there end when you save."));
    m_form->addRow(word("/settings/anomaly"), tr("Unusual sign-in"), m_anomaly);
    m_recordedLogins->setRange(0, 10'000);
    m_recordedMegabytes->setRange(1, kMostMegabytes);
    m_recordedMegabytes->setSuffix(tr(" MB", "unit"));
    m_form->addSection(tr("Recorded logins"), tr("Kept sealed, without secrets, so that they can be looked into and "
                                                 "tried against a draft. The oldest go first."));
    m_form->addRow(word("/settings/recording/logins"), tr("At most"), m_recordedLogins, tr("Logins; 0 records none."));
    m_form->addRow(word("/settings/recording/bytes"), tr("Space"), m_recordedMegabytes);
    m_form->addRow(word("/settings/recording/age"), tr("For"), m_recordedAge);
    m_form->addSection(tr("Signing keys"), tr("They change by themselves, and each is published before it signs."));
    m_form->addRow(word("/settings/keyRotation/every"), tr("A key signs for"), m_keysEvery,
                   tr("Then the next one takes over; 0 s: keys are changed by hand alone."));
    m_form->addRow(word("/settings/keyRotation/publishAhead"), tr("Published before"), m_keysAhead,
                   tr("How long everybody has to fetch the next key before it signs."));
}

void SettingsForm::setTenant(const admin::api::Tenant& tenant, Use use) {
    m_tenant = tenant;
    const admin::api::Settings& settings = tenant.settings;
    m_form->clearErrors();
    m_name->setText(toQString(tenant.name));
    m_slug->setText(toQString(tenant.slug));
    m_kind->setValue(toQString(tenant.kind));
    m_status->setValue(toQString(tenant.status));
    m_form->setRowVisible(word("/status"), use == Use::Edit);
    m_provisioning->setValue(toQString(settings.provisioning));
    m_linking->setValue(toQString(settings.linking));
    m_roleMode->setValue(toQString(settings.roleMode));
    m_localLogin->setValue(toQString(settings.localLogin));
    m_language->setValue(toQString(settings.language));
    m_sessionTtl->setSeconds(settings.sessionTtl);
    m_idleTtl->setSeconds(settings.idleTtl);
    m_accessTokenTtl->setSeconds(settings.accessTokenTtl);
    m_refreshTokenTtl->setSeconds(settings.refreshTokenTtl);
    m_requiredAcr->setWords(client::toStringList(settings.requiredAcr));
    std::vector<widgets::PairsField::Pair> order;
    for (const admin::api::AcrRule& rule : settings.acrOrder) {
        for (const std::string& weaker : rule.satisfies) {
            order.emplace_back(toQString(rule.acr), toQString(weaker));
        }
    }
    m_acrOrder->setPairs(order);
    m_blockedAddresses->setWords(client::toStringList(settings.blockedAddresses));
    m_ipPinning->setValue(toQString(settings.ipPinning));
    m_anomaly->setValue(toQString(settings.anomaly));
    const QSignalBlocker quietLogins(m_recordedLogins); // it tells of every change, whoever made it
    const QSignalBlocker quietSpace(m_recordedMegabytes);
    m_recordedLogins->setValue(static_cast<int>(settings.recording.logins));
    m_recordedMegabytes->setValue(megabytesOf(settings.recording.bytes));
    m_recordedAge->setSeconds(settings.recording.age);
    m_keysEvery->setSeconds(settings.keyRotation.every);
    m_keysAhead->setSeconds(settings.keyRotation.publishAhead);
    const QSignalBlocker quietRequests(m_scimRequests);
    const QSignalBlocker quietDeactivations(m_scimDeactivations);
    m_matching->setWords(client::toStringList(settings.matching));
    m_scimRequests->setValue(static_cast<int>(settings.scim.requestsPerSecond));
    m_scimDeactivations->setValue(static_cast<int>(settings.scim.deactivationPercent));
}

admin::api::Tenant SettingsForm::tenant() const {
    admin::api::Tenant tenant = m_tenant;
    tenant.name = m_name->text().trimmed().toStdString();
    tenant.slug = m_slug->text().trimmed().toStdString();
    tenant.kind = m_kind->value().toStdString();
    tenant.status = m_status->value().toStdString();
    admin::api::Settings& settings = tenant.settings;
    settings.provisioning = m_provisioning->value().toStdString();
    settings.linking = m_linking->value().toStdString();
    settings.roleMode = m_roleMode->value().toStdString();
    settings.localLogin = m_localLogin->value().toStdString();
    settings.language = m_language->value().toStdString();
    settings.sessionTtl = m_sessionTtl->seconds().value_or(settings.sessionTtl);
    settings.idleTtl = m_idleTtl->seconds().value_or(settings.idleTtl);
    settings.accessTokenTtl = m_accessTokenTtl->seconds().value_or(settings.accessTokenTtl);
    settings.refreshTokenTtl = m_refreshTokenTtl->seconds().value_or(settings.refreshTokenTtl);
    settings.requiredAcr = client::toStrings(m_requiredAcr->words());
    settings.acrOrder.clear();
    for (const auto& [stronger, weaker] : m_acrOrder->pairs()) {
        const std::string acr = stronger.toStdString();
        if (settings.acrOrder.empty() || settings.acrOrder.back().acr != acr) {
            settings.acrOrder.push_back({acr, {}});
        }
        settings.acrOrder.back().satisfies.push_back(weaker.toStdString());
    }
    settings.blockedAddresses = client::toStrings(m_blockedAddresses->words());
    settings.ipPinning = m_ipPinning->value().toStdString();
    settings.anomaly = m_anomaly->value().toStdString();
    settings.recording.logins = m_recordedLogins->value();
    if (m_recordedMegabytes->value() != megabytesOf(settings.recording.bytes)) {
        settings.recording.bytes = m_recordedMegabytes->value() * kMegabyte;
    }
    settings.recording.age = m_recordedAge->seconds().value_or(settings.recording.age);
    settings.keyRotation.every = m_keysEvery->seconds().value_or(settings.keyRotation.every);
    settings.keyRotation.publishAhead = m_keysAhead->seconds().value_or(settings.keyRotation.publishAhead);
    settings.matching = client::toStrings(m_matching->words());
    settings.scim.requestsPerSecond = m_scimRequests->value();
    settings.scim.deactivationPercent = m_scimDeactivations->value();
    return tenant;
}

std::vector<widgets::FieldError> SettingsForm::problems() const {
    std::vector<widgets::FieldError> problems;
    const auto check = [&](const char* pointer, const widgets::DurationField* field) {
        if (!field->seconds()) {
            problems.push_back(
                {word(pointer), word("malformed"), tr("This is no time span. Write for example 12 h or 30 min.")});
        }
    };
    check("/settings/sessionTtl", m_sessionTtl);
    check("/settings/idleTtl", m_idleTtl);
    check("/settings/accessTokenTtl", m_accessTokenTtl);
    check("/settings/refreshTokenTtl", m_refreshTokenTtl);
    check("/settings/recording/age", m_recordedAge);
    check("/settings/keyRotation/every", m_keysEvery);
    check("/settings/keyRotation/publishAhead", m_keysAhead);
    const auto refuse = [&](const char* pointer, const QString& message) {
        problems.push_back({word(pointer), word("out_of_range"), message});
    };
    if (const std::int64_t every = m_keysEvery->seconds().value_or(0); every > 0 && every < kShortestRotation) {
        refuse("/settings/keyRotation/every", tr("At least an hour, or 0 s for by hand alone."));
    }
    if (const auto ahead = m_keysAhead->seconds(); ahead && (*ahead < kShortestAhead || *ahead > kLongestAhead)) {
        refuse("/settings/keyRotation/publishAhead", tr("From 10 min to 30 days."));
    }
    if (const QString odd = m_acrOrder->malformed(); !odd.isEmpty()) {
        problems.push_back({word("/settings/acrOrder"), word("malformed"),
                            tr("\"%1\" is no pair. Write for example vault>urn:gatehouse:aal2").arg(odd)});
    }
    for (const auto& [pointer, field] : {std::pair("/name", m_name), std::pair("/slug", m_slug)}) {
        if (field->text().trimmed().isEmpty()) {
            problems.push_back({word(pointer), word("required"), tr("Is needed.")});
        }
    }
    return problems;
}

} // namespace gatehouse::ui::panels::tenants
