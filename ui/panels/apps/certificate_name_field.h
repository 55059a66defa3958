// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/app.h"

class QComboBox;
class QLineEdit;

namespace gatehouse::ui::panels::apps {

/// The one name by which an app is known in the certificate of an authority (RFC 8705, 2.1.2): which kind, and the
/// name.
class CertificateNameField final : public QWidget {
    Q_OBJECT
public:
    explicit CertificateNameField(QWidget* parent = nullptr);

    void setName(const admin::api::App& app);
    /// Sets that name of the app and empties the others.
    void writeTo(admin::api::App& app) const;
    [[nodiscard]] bool isEmpty() const;

signals:
    void edited();

private:
    QComboBox* m_kind;
    QLineEdit* m_name;
};

} // namespace gatehouse::ui::panels::apps
