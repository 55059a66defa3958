// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>

#include "admin/api/app.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"

class QCheckBox;
class QLineEdit;

namespace gatehouse::ui::widgets {
class EntriesField;
class PasteField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::apps {

/// Of an app's form: the app that speaks SAML. Its metadata, and how it is answered. What concerns OpenID Connect alone
/// is out of sight for it.
class SamlAppRows final : public QObject {
    Q_OBJECT
public:
    /// Adds its section to `form`, which owns it.
    explicit SamlAppRows(widgets::Form& form);

    void setApp(const admin::api::App& app);
    void writeTo(admin::api::App& app) const;
    [[nodiscard]] std::vector<widgets::FieldError> problems(const admin::api::App& wanted) const;
    /// After every other group has shown its own.
    void showRows(const admin::api::App& wanted);

signals:
    /// The pasted metadata says what the app is called.
    void named(const QString& name);

private:
    void readMetadata();

    widgets::Form& m_form;
    widgets::PasteField* m_metadata;
    QLineEdit* m_entityId;
    widgets::ChoiceField* m_nameIdFormat;
    QCheckBox* m_signResponses;
    QCheckBox* m_encrypt;
    QCheckBox* m_requireSigned;
    QCheckBox* m_idpInitiated;
    QLineEdit* m_relayState;
    widgets::EntriesField* m_attributes;
};

/// What the metadata of a service provider says of it, for people; the broker reads it by itself.
struct SpSummary {
    QString entityId; ///< empty where it is no metadata of a service provider
    QString name;     ///< its display name, else the host of its entity ID
};
[[nodiscard]] SpSummary summaryOf(const QString& metadata);

} // namespace gatehouse::ui::panels::apps
