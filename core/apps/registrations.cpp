// SPDX-License-Identifier: Apache-2.0
#include "apps/registrations.h"

namespace gatehouse::apps {
namespace {

std::vector<std::string> texts(const json::Object& object, std::string_view name) {
    std::vector<std::string> out;
    if (const json::Array* array = json::arrayMember(object, name)) {
        for (const json::Value& value : *array) {
            if (value.is_string()) {
                out.emplace_back(json::view(value.get_string()));
            }
        }
    }
    return out;
}

std::string rulesText(const RegistrationRules& rules) {
    json::Array details;
    for (const DetailsType& each : rules.authorizationDetails) {
        details.push_back(json::Object{{"type", each.type}, {"members", json::toArray(each.members)}});
    }
    return json::write(json::Object{{"hosts", json::toArray(rules.hosts)},
                                    {"grantTypes", json::toArray(rules.grantTypes)},
                                    {"scopes", json::toArray(rules.scopes)},
                                    {"authorizationDetails", std::move(details)}});
}

std::vector<DetailsType> detailsIn(const json::Object& rules) {
    std::vector<DetailsType> out;
    const json::Array* array = json::arrayMember(rules, "authorizationDetails");
    for (const json::Value& each : array == nullptr ? json::Array() : *array) {
        if (each.is_object()) {
            out.push_back({std::string(json::stringMember(each.get_object(), "type").value_or("")),
                           texts(each.get_object(), "members")});
        }
    }
    return out;
}

Result<RegistrationRules> rulesFrom(std::string_view text) {
    TRY(object, json::parseObject(text));
    return RegistrationRules{texts(object, "hosts"), texts(object, "grantTypes"), texts(object, "scopes"),
                             detailsIn(object)};
}

constexpr std::string_view kTokenColumns =
    "SELECT id, owner, name, rules, uses_left, created_by, created_at, expires_at, last_used FROM registration_tokens ";

Result<RegistrationToken> tokenFrom(const store::Row& row) {
    RegistrationToken token;
    token.id = row.text(0);
    token.owner = TenantId(std::string(row.text(1)));
    token.name = row.text(2);
    TRY(rules, rulesFrom(row.text(3)));
    token.rules = std::move(rules);
    token.usesLeft = row.integer(4);
    token.createdBy = row.text(5);
    token.createdAt = fromMillis(row.integer(6));
    token.expiresAt = fromMillis(row.integer(7));
    if (!row.isNull(8)) {
        token.lastUsed = fromMillis(row.integer(8));
    }
    return token;
}

} // namespace

Status insertToken(store::Writer& writer, const RegistrationToken& token, BytesView hash) {
    return writer
        .execute("INSERT INTO registration_tokens (owner, id, hash, name, rules, uses_left, created_by, created_at, "
                 "expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                 {token.owner.text(), token.id, store::Arg::blob(hash), token.name, rulesText(token.rules),
                  token.usesLeft, token.createdBy, toMillis(token.createdAt), toMillis(token.expiresAt)})
        .map([](std::int64_t) {});
}

Result<RegistrationToken> findToken(store::Reader& reader, const TenantId& owner, const std::string& id) {
    Result<RegistrationToken> found = fail(Code::NotFound, "registration_token.not_found");
    ENSURE(reader.query(std::string(kTokenColumns) + "WHERE owner = $1 AND id = $2", {owner.text(), id},
                        [&](const store::Row& row) {
                            found = tokenFrom(row);
                            return false;
                        }));
    return found;
}

Result<std::optional<RegistrationToken>> findTokenByHash(store::Reader& reader, const TenantId& owner, BytesView hash) {
    Result<std::optional<RegistrationToken>> found = std::optional<RegistrationToken>();
    ENSURE(reader.query(std::string(kTokenColumns) + "WHERE owner = $1 AND hash = $2",
                        {owner.text(), store::Arg::blob(hash)}, [&](const store::Row& row) {
                            found = tokenFrom(row).map(
                                [](RegistrationToken token) { return std::optional(std::move(token)); });
                            return false;
                        }));
    return found;
}

Result<std::vector<RegistrationToken>> listTokens(store::Reader& reader, const TenantId& owner) {
    Result<std::vector<RegistrationToken>> tokens = std::vector<RegistrationToken>();
    ENSURE(reader.query(std::string(kTokenColumns) + "WHERE owner = $1 ORDER BY id DESC", {owner.text()},
                        [&](const store::Row& row) {
                            auto token = tokenFrom(row);
                            if (!token) {
                                tokens = tl::unexpected<Error>(token.error());
                                return false;
                            }
                            tokens->push_back(*std::move(token));
                            return true;
                        }));
    return tokens;
}

Result<bool> useToken(store::Writer& writer, const TenantId& owner, const std::string& id, Time now) {
    TRY(rows, writer.execute("UPDATE registration_tokens SET uses_left = uses_left - 1, last_used = $1 WHERE owner = "
                             "$2 AND id = $3 AND uses_left > 0 AND expires_at > $1",
                             {toMillis(now), owner.text(), id}));
    return rows == 1;
}

Status removeToken(store::Writer& writer, const TenantId& owner, const std::string& id) {
    TRY(rows, writer.execute("DELETE FROM registration_tokens WHERE owner = $1 AND id = $2", {owner.text(), id}));
    return rows == 1 ? Status() : fail(Code::NotFound, "registration_token.not_found");
}

Status putRegistration(store::Writer& writer, const TenantId& owner, const Registration& registration) {
    return writer
        .execute("INSERT INTO registrations (owner, app_id, token_hash, made_by, rules, metadata) VALUES ($1, $2, $3, "
                 "$4, $5, $6)",
                 {owner.text(), registration.app.text(), store::Arg::blob(registration.tokenHash), registration.madeBy,
                  rulesText(registration.rules), json::write(registration.metadata)})
        .map([](std::int64_t) {});
}

Result<bool> renewRegistration(store::Writer& writer, const TenantId& owner, const Registration& registration,
                               BytesView previousHash) {
    TRY(rows, writer.execute("UPDATE registrations SET token_hash = $1, metadata = $2 WHERE owner = $3 AND app_id = $4 "
                             "AND token_hash = $5",
                             {store::Arg::blob(registration.tokenHash), json::write(registration.metadata),
                              owner.text(), registration.app.text(), store::Arg::blob(previousHash)}));
    return rows == 1;
}

Result<std::optional<Registration>> findRegistration(store::Reader& reader, const TenantId& owner, const AppId& app) {
    Result<std::optional<Registration>> found = std::optional<Registration>();
    const auto read = [&](const store::Row& row) -> Result<std::optional<Registration>> {
        TRY(rules, rulesFrom(row.text(2)));
        TRY(metadata, json::parseObject(row.text(3)));
        return std::optional(
            Registration{app, Bytes(row.blob(0)), std::string(row.text(1)), std::move(rules), std::move(metadata)});
    };
    ENSURE(
        reader.query("SELECT token_hash, made_by, rules, metadata FROM registrations WHERE owner = $1 AND app_id = $2",
                     {owner.text(), app.text()}, [&](const store::Row& row) {
                         found = read(row);
                         return false;
                     }));
    return found;
}

} // namespace gatehouse::apps
