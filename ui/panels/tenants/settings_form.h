// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/tenant.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"
#include "ui/widgets/pairs_field.h"

class QSpinBox;

namespace gatehouse::ui::panels::tenants {

/// Everything about a tenant that an admin sets, as one form. Knows no transport: values in, values out.
class SettingsForm final : public QWidget {
    Q_OBJECT
public:
    explicit SettingsForm(QWidget* parent = nullptr);

    enum class Use { Create, Edit };
    void setTenant(const admin::api::Tenant& tenant, Use use);
    /// The tenant with what the form says.
    [[nodiscard]] admin::api::Tenant tenant() const;
    /// What is wrong before anything is sent: a missing name, time spans that are none.
    [[nodiscard]] std::vector<widgets::FieldError> problems() const;
    [[nodiscard]] widgets::Form& form() { return *m_form; }
    void focusFirst() { m_name->setFocus(Qt::OtherFocusReason); }

private:
    admin::api::Tenant m_tenant;
    widgets::Form* m_form;
    QLineEdit* m_name;
    QLineEdit* m_slug;
    widgets::ChoiceField* m_kind;
    widgets::ChoiceField* m_status;
    widgets::ChoiceField* m_provisioning;
    widgets::ChoiceField* m_linking;
    widgets::ChoiceField* m_roleMode;
    widgets::ChoiceField* m_localLogin;
    widgets::ChoiceField* m_language;
    widgets::DurationField* m_sessionTtl;
    widgets::DurationField* m_idleTtl;
    widgets::DurationField* m_accessTokenTtl;
    widgets::DurationField* m_refreshTokenTtl;
    widgets::WordsField* m_requiredAcr;
    widgets::PairsField* m_acrOrder;
    widgets::ChoiceField* m_ipPinning;
    widgets::WordsField* m_blockedAddresses;
    widgets::ChoiceField* m_anomaly;
    QSpinBox* m_recordedLogins;
    QSpinBox* m_recordedMegabytes;
    widgets::DurationField* m_recordedAge;
    widgets::DurationField* m_keysEvery;
    widgets::DurationField* m_keysAhead;
    widgets::WordsField* m_matching;
    QSpinBox* m_scimRequests;
    QSpinBox* m_scimDeactivations;
};

} // namespace gatehouse::ui::panels::tenants
