// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/secret.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::provisioning {

/// A bearer token with which a directory provisions one tenant. The text "ghscim_..." is kept as its SHA-256 alone.
struct Token {
    std::string id;
    std::string name;
    std::string connection;             ///< whose provider it belongs to; empty: the tenant's only one
    std::vector<std::string> addresses; ///< and CIDR ranges, from which it counts; empty: any
    std::string createdBy;
    Time createdAt;
    Time expiresAt;
    std::optional<Time> lastUsed;
    std::string replacedBy; ///< id of the token that a rotation made; empty: none
};

/// A new token's text: 256 random bits.
[[nodiscard]] Secret makeTokenText();
/// True for what looks like one, so that nothing else is looked up.
[[nodiscard]] bool isTokenText(std::string_view text);

// The sealer is the tenant's, so a token of another tenant is not found. `scim_token.not_found`.
[[nodiscard]] Status insertToken(store::Writer& writer, const store::Sealer& sealer, const Token& token,
                                 const Secret& text);
/// nullopt if there is none; expiry and address are the caller's to judge.
[[nodiscard]] Result<std::optional<Token>> findTokenByText(store::Reader& reader, const store::Sealer& sealer,
                                                           std::string_view text);
[[nodiscard]] Result<Token> findToken(store::Reader& reader, const store::Sealer& sealer, std::string_view id);
/// Oldest first.
[[nodiscard]] Result<std::vector<Token>> listTokens(store::Reader& reader, const store::Sealer& sealer);
/// It ends at `expiresAt`, earlier than it would have, and `successor` takes its place.
[[nodiscard]] Status replaceToken(store::Writer& writer, const TenantId& tenant, std::string_view id,
                                  std::string_view successor, Time expiresAt);
[[nodiscard]] Status removeToken(store::Writer& writer, const TenantId& tenant, std::string_view id);
[[nodiscard]] Status touchToken(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now);

} // namespace gatehouse::provisioning
