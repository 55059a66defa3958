// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>

#include "admin/api/app.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"

class QCheckBox;

namespace gatehouse::ui::widgets {
class EntriesField;
}

namespace gatehouse::ui::panels::apps {

/// Of an app's form: whose tokens it may bring, where it may go with ours, and who may act for whom.
class TrustRows final : public QObject {
    Q_OBJECT
public:
    /// Adds its section to `form`, which owns it.
    explicit TrustRows(widgets::Form& form);

    void setApp(const admin::api::App& app);
    void writeTo(admin::api::App& app) const;
    [[nodiscard]] std::vector<widgets::FieldError> problems(const admin::api::App& wanted) const;
    void showRows(const admin::api::App& wanted);

private:
    widgets::Form& m_form;
    widgets::EntriesField* m_issuers;
    widgets::EntriesField* m_servers;
    widgets::WordsField* m_actors;
    QCheckBox* m_impersonation;
};

} // namespace gatehouse::ui::panels::apps
