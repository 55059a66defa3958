// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admin/caller.h"
#include "base/secret.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::admin {

/// A bearer token of the Admin API. The text "ghat_..." is kept as its SHA-256 alone.
struct Token {
    std::string id;
    std::string name; ///< sealed in the store
    api::AdminRole role = api::AdminRole::Auditor;
    std::optional<TenantId> tenant;
    std::vector<std::string> groups;
    std::string createdBy; ///< id of the caller
    Time createdAt;
    Time expiresAt;
    std::optional<Time> lastUsed;
};

/// A new token's text: 256 random bits.
[[nodiscard]] Secret makeTokenText();
/// The SHA-256 of a token's text.
[[nodiscard]] Bytes tokenHash(std::string_view text);

// Names are sealed by the platform's sealer. `token.not_found`.
[[nodiscard]] Status insertToken(store::Writer& writer, const store::Sealer& sealer, const Token& token,
                                 BytesView hash);
/// nullopt if no token has this hash; expiry is the caller's to judge.
[[nodiscard]] Result<std::optional<Token>> findTokenByHash(store::Reader& reader, const store::Sealer& sealer,
                                                           BytesView hash);
[[nodiscard]] Result<Token> findToken(store::Reader& reader, const store::Sealer& sealer, std::string_view id);
/// Newest first; those of one tenant if `tenant` is set.
[[nodiscard]] Result<std::vector<Token>> listTokens(store::Reader& reader, const store::Sealer& sealer,
                                                    const std::optional<TenantId>& tenant);
[[nodiscard]] Status removeToken(store::Writer& writer, std::string_view id);
/// Those that a person made: what they could do ends with them.
[[nodiscard]] Status removeTokensOf(store::Writer& writer, const TenantId& tenant, const UserId& user);
[[nodiscard]] Status touchToken(store::Writer& writer, std::string_view id, Time now);

} // namespace gatehouse::admin
