// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "admin/api/session.h"
#include "ui/widgets/nested_rows.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::sessions {

/// One row for each device that somebody is, or was, signed in at; below it the apps' sessions there.
class SessionModel final : public widgets::RecordModel<admin::api::Session>, public widgets::NestedSource {
    Q_OBJECT
public:
    enum Column { Person, Device, Apps, Address, Provider, LastSeen, Noticed, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Session& session) const override;
    [[nodiscard]] int nestedCount(int row) const override;
    /// Its key is the session's, a slash and the grant's.
    [[nodiscard]] QVariant nestedData(int row, int nested, int column, int role) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Session& session, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// How a session stands, and how far its apps have confirmed its end.
[[nodiscard]] std::pair<widgets::Status, QString> stateOf(const admin::api::Session& session);

/// The session that a row's key is of, an app's row or its own.
[[nodiscard]] QString sessionOf(const QString& key);

/// What somebody should look at, in words: that its address changed since the sign-in, that a token in it works for
/// whoever holds it. Empty for nothing, and for a session that has ended.
[[nodiscard]] QStringList noticed(const admin::api::Session& session);
[[nodiscard]] bool addressChanged(const admin::api::Session& session);

/// How an app's session stands.
[[nodiscard]] std::pair<widgets::Status, QString> stateOf(const admin::api::SessionGrant& grant);

/// Names of the apps that have a grant in it, each once, in order.
[[nodiscard]] QStringList appNames(const admin::api::Session& session);

} // namespace gatehouse::ui::panels::sessions
