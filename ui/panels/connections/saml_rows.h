// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/connection.h"
#include "ui/panels/connections/vendors.h"
#include "ui/widgets/form.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace gatehouse::ui::widgets {
class ChoiceField;
class WordsField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

/// The rows of a form that describe a SAML provider: by its metadata, or by hand (contract section 4, Connection).
class SamlRows final {
public:
    /// Adds the rows to `form`, which owns the fields. `terms` are what the provider calls its values.
    SamlRows(widgets::Form& form, const SamlTerms& terms);

    void setConnection(const admin::api::Connection& connection);
    void writeTo(admin::api::Connection& connection) const;
    void setVisible(bool visible);
    void focusFirst();

private:
    widgets::Form& m_form;
    QLineEdit* m_metadataUrl;
    QPlainTextEdit* m_metadataXml;
    QCheckBox* m_metadataQuery;
    QPlainTextEdit* m_metadataSigners;
    QLineEdit* m_entityId;
    QLineEdit* m_ssoUrl;
    widgets::ChoiceField* m_ssoBinding;
    QLineEdit* m_sloUrl;
    QPlainTextEdit* m_certificates;
    QCheckBox* m_signRequests;
    QCheckBox* m_wantSigned;
    QCheckBox* m_wantEncrypted;
    QCheckBox* m_allowIdpInitiated;
    QLineEdit* m_nameIdFormat;
    widgets::WordsField* m_authnContext;
    QSpinBox* m_clockSkew;
};

/// What is missing of a provider that is described by hand, as a pointer; empty: nothing is.
[[nodiscard]] QString missingOfSaml(const admin::api::Connection& connection);

} // namespace gatehouse::ui::panels::connections
