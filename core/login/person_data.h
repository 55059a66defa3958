// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "directory/user.h"
#include "store/sealed.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::login {

/// For whom it is put together: an administrator, or the person, who is not told who looked after their account.
enum class PersonData { Whole, Own };

/// Everything that is kept of a person: `user`, `sessions`, `consents`, and what the log says that they did (`actorOf`)
/// and that was done to them (`targetOf`); the newest 500 of each.
[[nodiscard]] Result<json::Object> personData(store::Reader& reader, const store::Sealer& sealer,
                                              const directory::User& user, Time now, PersonData whose);

} // namespace gatehouse::login
