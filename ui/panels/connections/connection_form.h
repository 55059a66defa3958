// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QWidget>

#include "admin/api/connection.h"
#include "ui/panels/connections/level_names.h"
#include "ui/panels/connections/saml_rows.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"

class QCheckBox;

namespace gatehouse::ui::widgets {
class SecretField;
}

namespace gatehouse::ui::panels::connections {

class AuthoritiesField;

/// What an admin sets of an identity provider, of either protocol. Knows no transport: values in, values out.
class ConnectionForm final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget* parent = nullptr);

    void setConnection(const admin::api::Connection& connection);
    /// The connection with what the form says; clientSecret only if a new one was typed.
    [[nodiscard]] admin::api::Connection connection() const;
    /// What is wrong before anything is sent: what is needed and missing, an issuer that is no https address.
    [[nodiscard]] std::vector<widgets::FieldError> problems() const;
    [[nodiscard]] widgets::Form& form() { return *m_form; }
    void focusFirst() { m_displayName->setFocus(Qt::OtherFocusReason); }
    void focusIssuer();
    void focusSecret();

private:
    void showSecretRow();

    admin::api::Connection m_connection;
    widgets::Form* m_form;
    QLineEdit* m_displayName;
    QLineEdit* m_name;
    QLineEdit* m_issuer;
    QLineEdit* m_clientId;
    widgets::ChoiceField* m_clientAuth;
    widgets::SecretField* m_secret;
    widgets::WordsField* m_scopes;
    widgets::WordsField* m_acrValues;
    std::optional<SamlRows> m_saml;
    std::optional<LevelNames> m_levelNames;
    widgets::WordsField* m_domains;
    widgets::WordsField* m_tenantIds;
    AuthoritiesField* m_authorities;
    QCheckBox* m_trustEmail;
};

/// A name that the broker accepts, made from what people call it: "Contoso AG" gives "contoso-ag".
[[nodiscard]] QString suggestName(const QString& displayName);

} // namespace gatehouse::ui::panels::connections
