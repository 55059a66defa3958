// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "admin/api/session.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::sessions {

/// One row for each device that somebody is, or was, signed in at.
class SessionModel final : public widgets::RecordModel<admin::api::Session> {
    Q_OBJECT
public:
    enum Column { Person, Device, Apps, Address, Provider, LastSeen, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Session& session) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Session& session, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// How a session stands, and how far its apps have confirmed its end.
[[nodiscard]] std::pair<widgets::Status, QString> stateOf(const admin::api::Session& session);

/// Names of the apps that have a grant in it, each once, in order.
[[nodiscard]] QStringList appNames(const admin::api::Session& session);

} // namespace gatehouse::ui::panels::sessions
