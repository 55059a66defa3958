// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/scim.h"
#include "ui/widgets/form.h"

class QCheckBox;
class QLineEdit;

namespace gatehouse::ui::widgets {
class ChoiceField;
class DurationField;
class EntriesField;
class SecretField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::syncs {

/// What an administrator sets of a synchronisation. Knows no transport: values in, values out.
class SyncForm final : public QWidget {
    Q_OBJECT
public:
    explicit SyncForm(QWidget* parent = nullptr);

    enum class Use { Create, Edit };
    void setSync(const admin::api::ScimSync& sync, Use use);
    [[nodiscard]] admin::api::ScimSync sync() const;
    /// What is wrong before anything is sent.
    [[nodiscard]] std::vector<widgets::FieldError> problems() const;
    [[nodiscard]] widgets::Form& form() { return *m_form; }
    /// The tenant's connections: id and name.
    void setConnections(const std::vector<std::pair<QString, QString>>& connections);
    void focusFirst();

private:
    void showRows();

    admin::api::ScimSync m_sync;
    Use m_use = Use::Create;
    widgets::Form* m_form;
    QLineEdit* m_name;
    widgets::ChoiceField* m_direction;
    QLineEdit* m_url;
    widgets::SecretField* m_token;
    QCheckBox* m_enabled;
    widgets::DurationField* m_every;
    widgets::ChoiceField* m_connection;
    widgets::EntriesField* m_groups;
    widgets::ChoiceField* m_leaving;
};

} // namespace gatehouse::ui::panels::syncs
