// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/participants.h"

#include <algorithm>

#include "json/json.h"

namespace gatehouse::saml::idp {
namespace {

constexpr std::string_view kColumns =
    "SELECT session, app, session_index, name_id FROM saml_participants WHERE tenant = $1";

store::Place placeOf(const std::string& row) {
    return {"saml_participants", row, "name_id"};
}

std::string rowOf(const SessionId& session, const AppId& app) {
    return session.text() + " " + app.text();
}

/// Of the value alone: qualifiers and format may be left out by whoever names the person again.
Bytes hashOf(const store::Sealer& sealer, const wire::NameId& nameId) {
    return sealer.lookupHash("saml name id", nameId.value);
}

std::string textOf(const wire::NameId& nameId) {
    return json::write(json::Object{{"value", nameId.value},
                                    {"format", nameId.format},
                                    {"nameQualifier", nameId.nameQualifier},
                                    {"spNameQualifier", nameId.spNameQualifier}});
}

Result<Participant> fromRow(const store::Row& row, const store::Sealer& sealer) {
    Participant out;
    out.session = SessionId(std::string(row.text(0)));
    out.app = AppId(std::string(row.text(1)));
    out.sessionIndex = row.text(2);
    TRY(opened, sealer.open(placeOf(rowOf(out.session, out.app)), row.blob(3)));
    TRY(object, json::parseObject(opened));
    const auto of = [&](std::string_view name) { return std::string(json::stringMember(object, name).value_or("")); };
    out.nameId = {of("value"), of("format"), of("nameQualifier"), of("spNameQualifier")};
    return out;
}

Result<std::vector<Participant>> rows(store::Reader& reader, const store::Sealer& sealer, const std::string& more,
                                      store::Args args) {
    std::vector<Participant> out;
    Status wrong;
    ENSURE(reader.query(std::string(kColumns) + more, args, [&](const store::Row& row) {
        auto participant = fromRow(row, sealer);
        if (!participant) {
            wrong = tl::unexpected<Error>(participant.error());
            return false;
        }
        out.push_back(*std::move(participant));
        return true;
    }));
    ENSURE(wrong);
    return out;
}

} // namespace

std::vector<store::Migration> migrations() {
    return {{"saml_idp", 1,
             "CREATE TABLE saml_participants (tenant TEXT NOT NULL, session TEXT NOT NULL, app TEXT NOT NULL,"
             " session_index TEXT NOT NULL, name_hash BLOB NOT NULL, name_id BLOB NOT NULL,"
             " PRIMARY KEY (tenant, session, app),"
             " FOREIGN KEY (tenant, session) REFERENCES sessions (tenant, id) ON DELETE CASCADE) {table};"
             "CREATE INDEX saml_participants_name ON saml_participants (tenant, app, name_hash);"}};
}

Status putParticipant(store::Writer& writer, const store::Sealer& sealer, const Participant& participant) {
    const Bytes sealed = sealer.seal(placeOf(rowOf(participant.session, participant.app)), textOf(participant.nameId));
    return writer
        .execute("INSERT INTO saml_participants (tenant, session, app, session_index, name_hash, name_id)"
                 " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant, session, app) DO UPDATE SET"
                 " name_hash = excluded.name_hash, name_id = excluded.name_id",
                 {sealer.tenant().text(), participant.session.text(), participant.app.text(), participant.sessionIndex,
                  store::Arg::blob(hashOf(sealer, participant.nameId)), store::Arg::blob(sealed)})
        .map([](std::int64_t) {});
}

Result<std::optional<Participant>> findParticipant(store::Reader& reader, const store::Sealer& sealer,
                                                   const SessionId& session, const AppId& app) {
    TRY(found,
        rows(reader, sealer, " AND session = $2 AND app = $3", {sealer.tenant().text(), session.text(), app.text()}));
    return found.empty() ? std::optional<Participant>() : std::optional(std::move(found.front()));
}

Result<std::vector<Participant>> participantsOf(store::Reader& reader, const store::Sealer& sealer,
                                                const SessionId& session) {
    return rows(reader, sealer, " AND session = $2", {sealer.tenant().text(), session.text()});
}

Result<std::vector<Participant>> participantsNamed(store::Reader& reader, const store::Sealer& sealer, const AppId& app,
                                                   const wire::NameId& nameId,
                                                   const std::vector<std::string>& sessionIndexes) {
    TRY(found, rows(reader, sealer, " AND app = $2 AND name_hash = $3",
                    {sealer.tenant().text(), app.text(), store::Arg::blob(hashOf(sealer, nameId))}));
    std::erase_if(found, [&](const Participant& each) {
        const bool indexed = sessionIndexes.empty() || std::find(sessionIndexes.begin(), sessionIndexes.end(),
                                                                 each.sessionIndex) != sessionIndexes.end();
        return !indexed || (!nameId.format.empty() && each.nameId.format != nameId.format);
    });
    return found;
}

} // namespace gatehouse::saml::idp
