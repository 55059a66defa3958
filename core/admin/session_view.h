// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/session.h"
#include "admin/crud.h"
#include "outbox/outbox.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

/// A session as it is shown: with its person, the apps in it, and what they confirmed of its end.
[[nodiscard]] Result<json::Object> showSession(store::Reader& reader, const Scoped& scoped,
                                               const sessions::Session& session);

/// What is told of one try. `app` may be unknown.
[[nodiscard]] api::LogoutConfirmation confirmationOf(const outbox::Receipt& receipt,
                                                     const std::optional<apps::App>& app);

} // namespace gatehouse::admin
