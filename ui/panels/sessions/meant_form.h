// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/app.h"
#include "admin/api/connection.h"
#include "admin/api/session.h"

class QLineEdit;

namespace gatehouse::ui::widgets {
class ChoiceField;
}

namespace gatehouse::ui::panels::sessions {

/// Who is meant by a sign-out of many: everybody, or those of an app, an identity provider and an address.
class MeantForm final : public QWidget {
    Q_OBJECT
public:
    MeantForm(const std::vector<admin::api::App>& apps, const std::vector<admin::api::Connection>& connections,
              QWidget* parent = nullptr);
    /// All of the tenant where nothing is chosen.
    [[nodiscard]] admin::api::SessionRevocation meant() const;

signals:
    /// A choice was made, or typing stopped.
    void changed();

private:
    widgets::ChoiceField* m_app;
    widgets::ChoiceField* m_connection;
    QLineEdit* m_address;
};

} // namespace gatehouse::ui::panels::sessions
