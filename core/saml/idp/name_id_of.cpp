// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/name_id_of.h"

#include <algorithm>

#include "saml/wire/logout.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::idp {
namespace {

constexpr std::size_t kPersistentOctets = 20;

std::string formatFor(const apps::App& app, const wire::PublishedSp& sp, const std::string& wanted) {
    if (!wanted.empty() && wanted != wire::kUnspecified) {
        return wanted;
    }
    if (!app.saml.nameIdFormat.empty()) {
        return app.saml.nameIdFormat;
    }
    const auto listed = std::find_if(sp.nameIdFormats.begin(), sp.nameIdFormats.end(), [](const std::string& each) {
        return each != wire::kUnspecified && isIssued(each);
    });
    return listed == sp.nameIdFormats.end() ? std::string(wire::kTransient) : *listed;
}

} // namespace

bool isIssued(const std::string& format) {
    const auto formats = issuedNameIdFormats();
    return format.empty() || std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::vector<std::string> issuedNameIdFormats() {
    return {std::string(wire::kTransient), std::string(wire::kPersistent), std::string(wire::kEmailAddress),
            std::string(wire::kUnspecified)};
}

Result<wire::NameId> nameIdOf(const directory::User& user, const apps::App& app, const wire::PublishedSp& sp,
                              const std::string& wanted, const std::string& entityId, const store::Sealer& sealer) {
    const std::string format = formatFor(app, sp, wanted);
    if (!isIssued(format) || (format == wire::kEmailAddress && user.email.empty())) {
        return fail(Code::FailedPrecondition, "idp.name_id_policy", format.substr(0, 200));
    }
    if (format == wire::kEmailAddress) {
        return wire::NameId{user.email, format, {}, {}};
    }
    if (format == wire::kUnspecified) {
        return wire::NameId{user.userName, format, {}, {}};
    }
    if (format == wire::kTransient) {
        return wire::NameId{wire::newMessageId(), format, entityId, sp.entityId};
    }
    Bytes name = sealer.lookupHash("saml persistent", sp.entityId + "\n" + user.id.text());
    name.resize(kPersistentOctets);
    return wire::NameId{hexEncode(name), format, entityId, sp.entityId};
}

} // namespace gatehouse::saml::idp
