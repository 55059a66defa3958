// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "saml/wire/name_id.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::saml::idp {

[[nodiscard]] std::vector<store::Migration> migrations();

/// An app of type saml in a session: what it calls the person, and the session.
struct Participant {
    SessionId session;
    AppId app;
    std::string sessionIndex;
    wire::NameId nameId;
};
/// One for each app in a session: what is there already stays, but for the NameID.
[[nodiscard]] Status putParticipant(store::Writer& writer, const store::Sealer& sealer, const Participant& participant);
[[nodiscard]] Result<std::optional<Participant>> findParticipant(store::Reader& reader, const store::Sealer& sealer,
                                                                 const SessionId& session, const AppId& app);
[[nodiscard]] Result<std::vector<Participant>> participantsOf(store::Reader& reader, const store::Sealer& sealer,
                                                              const SessionId& session);
/// Those of an app that a NameID means, or of these SessionIndexes where there are any.
[[nodiscard]] Result<std::vector<Participant>> participantsNamed(store::Reader& reader, const store::Sealer& sealer,
                                                                 const AppId& app, const wire::NameId& nameId,
                                                                 const std::vector<std::string>& sessionIndexes);
} // namespace gatehouse::saml::idp
