// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include <QObject>

#include "admin/api/app.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"

class QLineEdit;

namespace gatehouse::ui::panels::apps {

/// Of an app's form: what people are shown of it where they sign in or consent, and whom to ask about it.
class AboutRows final : public QObject {
    Q_OBJECT
public:
    /// Adds its section to `form`, which owns it.
    explicit AboutRows(widgets::Form& form);

    void setApp(const admin::api::App& app);
    void writeTo(admin::api::App& app) const;
    [[nodiscard]] std::vector<widgets::FieldError> problems() const;
    void showRows(const admin::api::App& wanted);

private:
    widgets::Form& m_form;
    std::array<QLineEdit*, 4> m_addresses; ///< in the order of kAddresses
    widgets::WordsField* m_contacts;
};

} // namespace gatehouse::ui::panels::apps
