// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/app.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"

class QCheckBox;

namespace gatehouse::ui::widgets {
class JsonEdit;
}

namespace gatehouse::ui::panels::apps {

class CertificateNameField;
class GrantsField;
class LinesField;
class SamlAppRows;
class TokenRows;
class AboutRows;
class TrustRows;

/// Everything about an app that an admin sets, as one form; what does not concern its kind is out of sight. Knows no
/// transport: values in, values out.
class AppForm final : public QWidget {
    Q_OBJECT
public:
    explicit AppForm(QWidget* parent = nullptr);

    enum class Use { Create, Edit };
    void setApp(const admin::api::App& app, Use use);
    /// The app with what the form says.
    [[nodiscard]] admin::api::App app() const;
    /// What is wrong before anything is sent: a missing name, addresses that no broker would take, keys that are no
    /// JSON.
    [[nodiscard]] std::vector<widgets::FieldError> problems() const;
    [[nodiscard]] widgets::Form& form() { return *m_form; }
    /// The addresses as they stand here, saved or not.
    [[nodiscard]] QStringList redirectUris() const;
    void addRedirectUri(const QString& uri);
    void focusFirst() { m_name->setFocus(Qt::OtherFocusReason); }

private:
    void addBasics();
    void addSignIn();
    void addProof();
    void addLogout();
    /// A kind that somebody chose brings what is usual for it.
    void takeUsual();
    void showRows();
    /// When its time is over; nullopt: never.
    [[nodiscard]] std::optional<Time> until() const;

    admin::api::App m_app;
    Use m_use = Use::Create;
    widgets::Form* m_form;
    QLineEdit* m_name;
    widgets::ChoiceField* m_type;
    QLineEdit* m_clientId;
    widgets::WordsField* m_tenants;
    GrantsField* m_grants;
    LinesField* m_redirectUris;
    widgets::WordsField* m_scopes;
    widgets::ChoiceField* m_consent;
    widgets::WordsField* m_requiredAcr;
    widgets::WordsField* m_defaultAcr;
    widgets::DurationField* m_maxAge;
    QCheckBox* m_firstParty;
    QLineEdit* m_initiateLoginUri;
    widgets::ChoiceField* m_auth;
    QLineEdit* m_jwksUri;
    widgets::JsonEdit* m_jwks;
    CertificateNameField* m_certificateName;
    LinesField* m_postLogoutRedirectUris;
    QLineEdit* m_backchannelLogoutUri;
    QLineEdit* m_frontchannelLogoutUri;
    QLineEdit* m_owner;
    QLineEdit* m_until;
    TokenRows* m_tokens = nullptr;
    AboutRows* m_about = nullptr;
    TrustRows* m_trust = nullptr;
    SamlAppRows* m_saml = nullptr;
};

} // namespace gatehouse::ui::panels::apps
