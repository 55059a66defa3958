// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/rules.h"

namespace gatehouse::saml::sp {

ResponseRules rulesOf(const connections::Connection& connection, const Idp& idp, const web::PublicUrl& publicUrl) {
    ResponseRules rules;
    rules.idpEntityId = idp.entityId;
    rules.spEntityId = publicUrl.samlService(connection.id, "metadata");
    rules.acsUrl = publicUrl.samlService(connection.id, "acs");
    rules.keys = idp.keys;
    rules.wantAssertionSigned = connection.saml.wantAssertionsSigned;
    rules.wantEncrypted = connection.saml.wantAssertionsEncrypted;
    rules.needsNameId = false; // an attribute may name the person: subjectKnown() sees to it
    rules.skew = connection.saml.clockSkew;
    rules.authnContext = connection.saml.authnContext;
    return rules;
}

Check subjectKnown(const Assertion& assertion, const std::string& subject) {
    const bool known = !subject.empty();
    return {"saml.subject.known",
            known ? Check::Status::Ok : Check::Status::Fail,
            "a NameID that lasts, or an attribute that names the account",
            known              ? "given"
            : assertion.nameId ? "a transient NameID alone"
                               : "none",
            known ? "" : "Let the identity provider send subject-id or a persistent NameID.",
            "SAML V2.0 Subject Identifier Attributes Profile, 3"};
}

} // namespace gatehouse::saml::sp
