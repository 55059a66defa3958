// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/app_form.h"

#include <QCheckBox>
#include <QDate>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/apps/about_rows.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/certificate_name_field.h"
#include "ui/panels/apps/field_problems.h"
#include "ui/panels/apps/grants_field.h"
#include "ui/panels/apps/lines_field.h"
#include "ui/panels/apps/saml_app_rows.h"
#include "ui/panels/apps/token_rows.h"
#include "ui/panels/apps/trust_rows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/json_edit.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;
using client::toStringList;
using client::toStrings;
using widgets::ChoiceField;

namespace {

constexpr std::int64_t kLongestMaxAge = 31'536'000; // a year, as the broker takes it

QString word(const char* text) {
    return QLatin1String(text);
}

std::vector<std::pair<QString, QString>> choices(std::initializer_list<const char*> words,
                                                 QString (*said)(const std::string&)) {
    std::vector<std::pair<QString, QString>> out;
    for (const char* each : words) {
        out.emplace_back(word(each), said(each));
    }
    return out;
}

} // namespace

AppForm::AppForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_type(new ChoiceField(choices({"web", "spa", "native", "service", "saml"}, AppWords::type), this))
    , m_clientId(new QLineEdit(this))
    , m_tenants(new widgets::WordsField(this))
    , m_grants(new GrantsField(this))
    , m_redirectUris(new LinesField(this))
    , m_scopes(new widgets::WordsField(this))
    , m_consent(new ChoiceField({{word("off"), tr("Nobody is asked")},
                                 {word("once"), tr("Once, and when it wants more")},
                                 {word("always"), tr("At each sign-in")}},
                                this))
    , m_requiredAcr(new widgets::WordsField(this))
    , m_defaultAcr(new widgets::WordsField(this))
    , m_maxAge(new widgets::DurationField(this))
    , m_firstParty(new QCheckBox(tr("It is the company's own"), this))
    , m_initiateLoginUri(new QLineEdit(this))
    , m_auth(new ChoiceField(choices({"client_secret_basic", "client_secret_post", "private_key_jwt", "tls_client_auth",
                                      "self_signed_tls_client_auth", "none"},
                                     AppWords::auth),
                             this))
    , m_jwksUri(new QLineEdit(this))
    , m_jwks(new widgets::JsonEdit(tr("Public keys"), this))
    , m_certificateName(new CertificateNameField(this))
    , m_postLogoutRedirectUris(new LinesField(this))
    , m_backchannelLogoutUri(new QLineEdit(this))
    , m_frontchannelLogoutUri(new QLineEdit(this))
    , m_owner(new QLineEdit(this))
    , m_until(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    const QFont code = theme::codeFont(font());
    for (QLineEdit* field : {m_clientId, static_cast<QLineEdit*>(m_tenants), static_cast<QLineEdit*>(m_scopes),
                             static_cast<QLineEdit*>(m_requiredAcr), static_cast<QLineEdit*>(m_defaultAcr),
                             m_initiateLoginUri, m_jwksUri, m_backchannelLogoutUri, m_frontchannelLogoutUri}) {
        field->setFont(code);
    }
    m_jwks->setFixedHeight(96);
    addBasics();
    m_saml = new SamlAppRows(*m_form);
    addSignIn();
    addProof();
    m_tokens = new TokenRows(*m_form);
    addLogout();
    m_about = new AboutRows(*m_form);
    m_trust = new TrustRows(*m_form);
    connect(m_saml, &SamlAppRows::named, this, [this](const QString& name) {
        if (m_use == Use::Create && m_name->text().trimmed().isEmpty()) {
            m_name->setText(name);
        }
    });
    connect(m_grants, &GrantsField::edited, this, &AppForm::showRows);
    connect(m_tokens, &TokenRows::turned, this, &AppForm::showRows);
    connect(m_type, &QComboBox::activated, this, &AppForm::takeUsual);
    connect(m_auth, &QComboBox::activated, this, &AppForm::showRows);
}

void AppForm::addBasics() {
    m_form->addRow(word("/name"), tr("&Name"), m_name, tr("What people read when they are asked to sign in."));
    m_form->addRow(word("/type"), tr("&Kind"), m_type);
    m_form->addRow(word("/clientId"), tr("&Client id"), m_clientId,
                   tr("Empty: one is made. It cannot be changed afterwards."));
    m_until->setPlaceholderText(QStringLiteral("2027-12-31"));
    m_form->addRow(word("/owner"), tr("Owner"), m_owner, tr("Who answers for it: a person's address or id."));
    m_form->addRow(word("/expiresAt"), tr("Works until"), m_until,
                   tr("The last day, as year-month-day; empty: without end. From then on it is refused."));
    m_form->addRow(word("/tenants"), tr("For tenants"), m_tenants,
                   tr("Their short names; all: everyone, also those to come."));
}

void AppForm::addSignIn() {
    m_form->addSection(tr("Sign-in"));
    m_form->addRow(word("/grantTypes"), tr("How it gets tokens"), m_grants);
    m_form->addRow(word("/redirectUris"), tr("&Redirect addresses"), m_redirectUris,
                   tr("One on each line, character by character as the app sends it."));
    m_form->addRow(word("/scopes"), tr("Scopes"), m_scopes, tr("What it may ask for."));
    m_form->addRow(word("/consent"), tr("Ask for consent"), m_consent);
    m_form->addRow(word("/firstParty"), tr("Whose it is"), m_firstParty);
    m_requiredAcr->setPlaceholderText(QStringLiteral("urn:gatehouse:aal2"));
    m_form->addRow(word("/requiredAcr"), tr("Required level"), m_requiredAcr,
                   tr("Authentication levels (acr) of which any will do, besides what the tenant requires; empty: "
                      "any."));
    m_form->addRow(word("/defaultAcrValues"), tr("Level asked for"), m_defaultAcr,
                   tr("Authentication levels (acr), best first, where a request names none; it need not be met."));
    m_form->addRow(word("/defaultMaxAge"), tr("Age of a sign-in"), m_maxAge,
                   tr("After this, people sign in again, unless the request names an age itself; empty: any age."));
    m_form->addRow(word("/initiateLoginUri"), tr("Login address"), m_initiateLoginUri,
                   tr("Where a sign-in that begins elsewhere is sent to. May stay empty."));
}

void AppForm::addProof() {
    m_form->addSection(tr("How it proves itself"));
    m_form->addRow(word("/auth"), tr("&Proof"), m_auth);
    m_form->addRow(word("/tlsClientAuthSubjectDn"), tr("Name in its certificate"), m_certificateName,
                   tr("As the authority certified it: exactly one."));
    m_form->addRow(word("/jwksUri"), tr("Address of its keys"), m_jwksUri,
                   tr("An https address with a JWK Set; or enter the keys below."));
    m_form->addRow(word("/jwks"), tr("Public keys"), m_jwks, tr("A JWK Set, with public keys alone."));
}

void AppForm::addLogout() {
    m_form->addSection(tr("Sign-out"));
    m_form->addRow(word("/postLogoutRedirectUris"), tr("Way back"), m_postLogoutRedirectUris,
                   tr("Where people may land after signing out, one address on each line."));
    m_form->addRow(word("/backchannelLogoutUri"), tr("Told at"), m_backchannelLogoutUri,
                   tr("We post a logout token here when a session ends."));
    m_form->addRow(word("/frontchannelLogoutUri"), tr("Opened at"), m_frontchannelLogoutUri,
                   tr("The browser of who signs out opens this in a frame."));
}

void AppForm::setApp(const admin::api::App& app, Use use) {
    m_app = app;
    m_use = use;
    m_form->clearErrors();
    m_name->setText(toQString(app.name));
    m_type->setValue(toQString(app.type));
    m_clientId->setText(toQString(app.clientId));
    m_clientId->setReadOnly(use == Use::Edit);
    m_tenants->setWords(!app.tenants       ? QStringList()
                        : app.tenants->all ? QStringList{QStringLiteral("all")}
                                           : toStringList(app.tenants->slugs));
    m_grants->setGrants(app.grantTypes);
    m_redirectUris->setLines(toStringList(app.redirectUris));
    m_scopes->setWords(toStringList(app.scopes));
    m_consent->setValue(toQString(app.consent));
    m_firstParty->setChecked(app.firstParty);
    m_requiredAcr->setWords(toStringList(app.requiredAcr));
    m_defaultAcr->setWords(toStringList(app.defaultAcrValues));
    app.defaultMaxAge ? m_maxAge->setSeconds(*app.defaultMaxAge) : m_maxAge->clear();
    m_initiateLoginUri->setText(toQString(app.initiateLoginUri));
    m_auth->setValue(toQString(app.auth));
    m_jwksUri->setText(toQString(app.jwksUri));
    const QJsonObject keys = app.jwks ? client::toJsonObject(*app.jwks) : QJsonObject();
    keys.isEmpty() ? m_jwks->clear() : m_jwks->setObject(keys);
    m_certificateName->setName(app);
    m_postLogoutRedirectUris->setLines(toStringList(app.postLogoutRedirectUris));
    m_backchannelLogoutUri->setText(toQString(app.backchannelLogoutUri));
    m_frontchannelLogoutUri->setText(toQString(app.frontchannelLogoutUri));
    m_owner->setText(toQString(app.owner));
    m_until->setText(client::toDateTime(app.expiresAt).date().toString(Qt::ISODate));
    m_tokens->setApp(app);
    m_about->setApp(app);
    m_trust->setApp(app);
    m_saml->setApp(app);
    showRows();
}

admin::api::App AppForm::app() const {
    admin::api::App app = m_app;
    app.name = m_name->text().trimmed().toStdString();
    app.type = m_type->value().toStdString();
    app.clientId = m_clientId->text().trimmed().toStdString();
    if (app.tenants) {
        const QStringList words = m_tenants->words();
        const bool all = words.contains(QLatin1String("all")) || words.isEmpty();
        app.tenants = admin::api::TenantScope{all, all ? std::vector<std::string>() : toStrings(words)};
    }
    app.grantTypes = m_grants->grants();
    app.redirectUris = toStrings(m_redirectUris->lines());
    app.scopes = toStrings(m_scopes->words());
    app.consent = m_consent->value().toStdString();
    app.firstParty = m_firstParty->isChecked();
    app.requiredAcr = toStrings(m_requiredAcr->words());
    app.defaultAcrValues = toStrings(m_defaultAcr->words());
    if (m_maxAge->text().trimmed().isEmpty()) {
        app.defaultMaxAge.reset();
    } else if (const auto seconds = m_maxAge->seconds()) {
        app.defaultMaxAge = seconds;
    }
    app.initiateLoginUri = m_initiateLoginUri->text().trimmed().toStdString();
    app.auth = m_auth->value().toStdString();
    app.jwksUri = m_jwksUri->text().trimmed().toStdString();
    if (m_jwks->toPlainText().trimmed().isEmpty()) {
        app.jwks.reset();
    } else if (const auto keys = m_jwks->object()) {
        app.jwks = client::toRawJson(*keys);
    }
    m_certificateName->writeTo(app);
    app.postLogoutRedirectUris = toStrings(m_postLogoutRedirectUris->lines());
    app.backchannelLogoutUri = m_backchannelLogoutUri->text().trimmed().toStdString();
    app.frontchannelLogoutUri = m_frontchannelLogoutUri->text().trimmed().toStdString();
    app.owner = m_owner->text().trimmed().toStdString();
    app.expiresAt = until();
    m_tokens->writeTo(app);
    m_about->writeTo(app);
    m_trust->writeTo(app);
    m_saml->writeTo(app);
    if (isSaml(app)) {
        app.clientId = m_app.clientId; // its entity ID, which the metadata says
    }
    return app;
}

std::optional<Time> AppForm::until() const {
    const QDate day = QDate::fromString(m_until->text().trimmed(), Qt::ISODate);
    if (day == client::toDateTime(m_app.expiresAt).date()) {
        return m_app.expiresAt; // to the second, where somebody set it so
    }
    return day.isValid()
               ? std::optional<Time>(fromMillis(QDateTime(day, QTime(23, 59, 59), Qt::UTC).toMSecsSinceEpoch()))
               : std::nullopt;
}

std::vector<widgets::FieldError> AppForm::problems() const {
    std::vector<widgets::FieldError> problems;
    const auto refuse = [&problems](const char* pointer, const QString& message) {
        problems.push_back({word(pointer), word("malformed"), message});
    };
    if (m_name->text().trimmed().isEmpty()) {
        refuse("/name", tr("Is needed."));
    }
    const admin::api::App wanted = app();
    if (wanted.grantTypes.empty() && !isSaml(wanted)) {
        refuse("/grantTypes", tr("Choose one at least: without, it gets no tokens."));
    }
    if (hasGrant(wanted, "authorization_code") && wanted.redirectUris.empty()) {
        refuse("/redirectUris", tr("Is needed where people sign in."));
    }
    for (const auto& [pointer, field] :
         {std::pair("/redirectUris", m_redirectUris), std::pair("/postLogoutRedirectUris", m_postLogoutRedirectUris)}) {
        for (const QString& uri : field->lines()) {
            if (const QString problem = FieldProblems::redirectAddress(uri); !problem.isEmpty()) {
                refuse(pointer, problem);
                break;
            }
        }
    }
    if (hasGrant(wanted, "client_credentials") && wanted.auth == "none") {
        refuse("/auth", tr("Who acts for itself has to prove itself."));
    }
    if (!m_until->text().trimmed().isEmpty() && !until()) {
        refuse("/expiresAt", tr("This is no day. Write for example 2027-12-31."));
    }
    if (wanted.auth == "tls_client_auth" && m_certificateName->isEmpty()) {
        refuse("/tlsClientAuthSubjectDn", tr("Is needed."));
    }
    if (wanted.auth == "private_key_jwt" && !wanted.jwks && wanted.jwksUri.empty()) {
        refuse("/jwksUri", tr("Is needed, or the keys themselves."));
    }
    if (!m_jwks->toPlainText().trimmed().isEmpty() && !m_jwks->object()) {
        const widgets::JsonProblem problem = m_jwks->problem();
        refuse("/jwks", tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.message));
    }
    const auto age = m_maxAge->seconds();
    if (!m_maxAge->text().trimmed().isEmpty() && (!age || *age > kLongestMaxAge)) {
        refuse("/defaultMaxAge", tr("A time span of at most a year: 12 h or 30 min, for example."));
    }
    for (const auto& more :
         {m_tokens->problems(wanted), m_about->problems(), m_trust->problems(wanted), m_saml->problems(wanted)}) {
        problems.insert(problems.end(), more.begin(), more.end());
    }
    return problems;
}

QStringList AppForm::redirectUris() const {
    return m_redirectUris->lines();
}

void AppForm::addRedirectUri(const QString& uri) {
    m_redirectUris->setLines(m_redirectUris->lines() << uri); // which tells that it was edited
}

void AppForm::takeUsual() {
    if (m_use == Use::Create) {
        const QString type = m_type->value();
        const bool machine = type == QLatin1String("service");
        const bool open = type == QLatin1String("spa") || type == QLatin1String("native");
        const bool saml = type == QLatin1String("saml");
        m_auth->setValue(open || saml ? word("none") : word("client_secret_basic"));
        m_grants->setGrants(saml      ? std::vector<std::string>()
                            : machine ? std::vector<std::string>{"client_credentials"}
                                      : std::vector<std::string>{"authorization_code", "refresh_token"});
        m_scopes->setWords(machine ? QStringList() : toStringList(admin::api::App().scopes));
        emit m_form->edited();
    }
    showRows();
}

void AppForm::showRows() {
    const admin::api::App wanted = app();
    const bool people = signsPeopleIn(wanted);
    for (const char* pointer :
         {"/redirectUris", "/consent", "/firstParty", "/requiredAcr", "/defaultAcrValues", "/defaultMaxAge",
          "/initiateLoginUri", "/postLogoutRedirectUris", "/backchannelLogoutUri", "/frontchannelLogoutUri"}) {
        m_form->setRowVisible(word(pointer), people);
    }
    const bool keys = wanted.auth == "private_key_jwt" || wanted.auth == "self_signed_tls_client_auth" ||
                      wanted.requireSignedRequestObject || wanted.jwks || !wanted.jwksUri.empty();
    m_form->setRowVisible(word("/tlsClientAuthSubjectDn"),
                          wanted.auth == "tls_client_auth" || !m_certificateName->isEmpty());
    m_form->setRowVisible(word("/jwksUri"), keys);
    m_form->setRowVisible(word("/jwks"), keys);
    m_form->setRowVisible(word("/tenants"), isShared(m_app));
    m_form->setRowVisible(word("/clientId"), m_use == Use::Create);
    m_tokens->showRows(wanted);
    m_about->showRows(wanted);
    m_trust->showRows(wanted);
    m_form->setRowVisible(word("/owner"), isMachine(wanted));
    m_form->setRowVisible(word("/expiresAt"), isMachine(wanted));
    m_saml->showRows(wanted);
}

} // namespace gatehouse::ui::panels::apps
