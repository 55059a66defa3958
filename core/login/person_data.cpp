// SPDX-License-Identifier: Apache-2.0
#include "login/person_data.h"

#include "audit/audit.h"
#include "sessions/consents.h"
#include "sessions/sessions.h"

namespace gatehouse::login {
namespace {

constexpr int kMost = 500;

Result<json::Array> records(store::Reader& reader, const store::Sealer& sealer, const audit::Filter& filter) {
    TRY(page, audit::list(reader, sealer, filter, "", kMost));
    json::Array out;
    for (const audit::Entry& entry : page.items) {
        out.push_back(audit::toJson(entry));
    }
    return out;
}

} // namespace

Result<json::Object> personData(store::Reader& reader, const store::Sealer& sealer, const directory::User& user,
                                Time now, PersonData whose) {
    json::Object out{{"user", directory::toJson(user)}};
    TRY(open, sessions::list(reader, sealer, {.user = user.id}, false, now, "", kMost));
    json::Array sessionList;
    for (const sessions::Session& session : open.items) {
        sessionList.push_back(sessions::toJson(session));
    }
    out["sessions"] = std::move(sessionList);
    TRY(consents, sessions::listConsents(reader, sealer.tenant(), user.id, std::nullopt, "", kMost));
    json::Array allowed;
    for (const sessions::Consent& consent : consents.items) {
        allowed.push_back(json::Object{{"appId", consent.app.text()},
                                       {"scopes", json::toArray(consent.scopes)},
                                       {"claims", json::toArray(consent.claims)},
                                       {"givenAt", toRfc3339(consent.givenAt)}});
    }
    out["consents"] = std::move(allowed);
    audit::Filter did;
    did.actor = user.id.text();
    TRY(actorOf, records(reader, sealer, did));
    out["actorOf"] = std::move(actorOf);
    if (whose == PersonData::Whole) {
        audit::Filter undergone;
        undergone.target = user.id.text();
        TRY(targetOf, records(reader, sealer, undergone));
        out["targetOf"] = std::move(targetOf);
    }
    return out;
}

} // namespace gatehouse::login
