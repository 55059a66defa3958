// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>

#include "admin/api/connection.h"

namespace gatehouse::ui::client {

/// A connection as a request takes it: without what the broker sets, and without an empty id. What a draft holds.
[[nodiscard]] QJsonObject toRequest(const admin::api::Connection& connection);
/// The connection of such a document; nullopt if it is none.
[[nodiscard]] std::optional<admin::api::Connection> connectionFrom(const QJsonObject& document);

} // namespace gatehouse::ui::client
