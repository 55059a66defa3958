// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
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

/// Of an app's form: how it asks, what its tokens are, and what they and other answers are signed with.
class TokenRows final : public QObject {
    Q_OBJECT
public:
    /// Adds its sections to `form`, which owns it.
    explicit TokenRows(widgets::Form& form);

    void setApp(const admin::api::App& app);
    void writeTo(admin::api::App& app) const;
    [[nodiscard]] std::vector<widgets::FieldError> problems(const admin::api::App& wanted) const;
    void showRows(const admin::api::App& wanted);

signals:
    /// Other rows may be of interest now.
    void turned();

private:
    void addRequests();
    void addSignatures();

    widgets::Form& m_form;
    widgets::WordsField* m_audiences;
    widgets::EntriesField* m_details;
    QCheckBox* m_requirePar;
    QCheckBox* m_requireSigned;
    widgets::ChoiceField* m_dpop;
    widgets::ChoiceField* m_certificateBound;
    widgets::ChoiceField* m_refreshPolicy;
    widgets::ChoiceField* m_subjectType;
    QLineEdit* m_sector;
    std::array<widgets::ChoiceField*, 4> m_signatures;
};

} // namespace gatehouse::ui::panels::apps
