// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "ui/panels/connections/level_names.h"
#include "ui/panels/connections/saml_rows.h"
#include "ui/panels/connections/source_text.h"
#include "ui/panels/connections/wizard_state.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace gatehouse::ui::widgets {
class ChoiceField;
class Form;
class SecretField;
class StatusGlyph;
class WordsField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

class AuthoritiesField;

/// What the provider gave: an address or document to paste or drop, which fills the fields, and what only people know.
class GetPage final : public QWidget {
    Q_OBJECT
public:
    explicit GetPage(QWidget* parent = nullptr);

    void show(const WizardState& state);
    /// Puts what is written here into the state.
    void read(WizardState& state) const;
    /// As if somebody had pasted it.
    void setSource(const QString& text);
    void setIssuer(const QString& issuer);
    void focusFirst();
    void focusIssuer();
    void focusSecret();
    [[nodiscard]] widgets::Form& form() { return *m_form; }

signals:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeForm(const WizardState& state);
    void makeOidcRows(const Vendor& vendor);
    void fillOidc(const admin::api::Connection& connection);
    void readOidc(WizardState& state) const;
    void sourceEdited();
    void samlSourceEdited();
    void showSamlFacts();
    void takeFile(const QString& path);
    void showRows();

    QVBoxLayout* m_column;
    QLabel* m_sourceLabel;
    QPlainTextEdit* m_source;
    widgets::StatusGlyph* m_glyph;
    QLabel* m_recognised;
    QLabel* m_whereFrom;
    widgets::Form* m_form = nullptr;
    QLineEdit* m_issuer = nullptr;
    QLineEdit* m_clientId = nullptr;
    widgets::SecretField* m_secret = nullptr;
    widgets::ChoiceField* m_clientAuth = nullptr;
    widgets::WordsField* m_scopes = nullptr;
    widgets::WordsField* m_acrValues = nullptr;
    std::optional<LevelNames> m_levelNames; ///< of that form
    widgets::WordsField* m_domains = nullptr;
    widgets::WordsField* m_tenantIds = nullptr;
    AuthoritiesField* m_authorities = nullptr;
    std::optional<SamlRows> m_saml; ///< of that form
    QLabel* m_facts;                ///< what the metadata says
    QString m_vendor;
    QString m_type; ///< oidc | saml
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::connections
