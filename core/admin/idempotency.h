// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "admin/request.h"

namespace gatehouse::admin {

/// Answers kept for a day, so that a request that is sent again has one effect (contract section 3). Keys of different
/// callers and tenants are apart; the answer is sealed, for it may hold a secret that is shown once.
class IdempotencyKey {
public:
    /// The key of a POST, or nullopt if it has none. `parameter_invalid` for one that is empty or longer than 255
    /// bytes.
    static Outcome<std::optional<IdempotencyKey>> of(const Request& request);

    /// The answer that this key has had; `idempotency_key_reused` if it was for another request.
    [[nodiscard]] Result<std::optional<Answer>> earlier(store::Reader& reader, const store::Sealer& sealer,
                                                        Time now) const;
    /// Keeps the answer, and forgets those of more than a day ago.
    [[nodiscard]] Status keep(store::Writer& writer, const store::Sealer& sealer, const Answer& answer, Time now) const;

private:
    std::string m_scope;
    Bytes m_keyHash;
    Bytes m_requestHash;
};

} // namespace gatehouse::admin
