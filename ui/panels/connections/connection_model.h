// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <QStringList>

#include "admin/api/connection.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::connections {

class ConnectionModel final : public widgets::RecordModel<admin::api::Connection> {
    Q_OBJECT
public:
    enum Column { Name, Issuer, Domains, LastLogin, State, ColumnCount };

    using RecordModel::RecordModel;
    /// Ids whose set-up is not finished.
    void setUnfinished(const QStringList& ids);
    [[nodiscard]] bool isUnfinished(const QString& id) const { return m_unfinished.contains(id); }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Connection& connection) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Connection& connection, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;

private:
    QStringList m_unfinished;
};

/// On, off, or failing: its last sign-in failed after the last that worked.
[[nodiscard]] std::pair<widgets::Status, QString> stateOf(const admin::api::Connection& connection);
/// What people call it: the display name, else the name.
[[nodiscard]] QString titleOf(const admin::api::Connection& connection);

} // namespace gatehouse::ui::panels::connections
