// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/app.h"
#include "ui/widgets/compound_field.h"

class QComboBox;
class QLineEdit;

namespace gatehouse::ui::panels::apps {

/// The one name by which an app is known in the certificate of an authority (RFC 8705, 2.1.2): which kind, and the
/// name.
class CertificateNameField final : public widgets::CompoundField {
    Q_OBJECT
public:
    explicit CertificateNameField(QWidget* parent = nullptr);

    void setName(const admin::api::App& app);
    /// Sets that name of the app and empties the others.
    void writeTo(admin::api::App& app) const;
    [[nodiscard]] bool isEmpty() const;

private:
    QComboBox* m_kind;
    QLineEdit* m_name;
};

} // namespace gatehouse::ui::panels::apps
