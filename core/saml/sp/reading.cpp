// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/reading.h"

#include <algorithm>
#include <set>
#include <string>

#include "saml/wire/names.h"
#include "xml/encryption.h"

namespace gatehouse::saml::sp {
namespace {

using wire::kAssertionSpace;

constexpr const char* kCore = "SAML V2.0 Core, ";
constexpr const char* kProfile = "SAML V2.0 Profiles, 4.1.4.2";
constexpr std::size_t kLongestNameId = 256;
constexpr std::size_t kMostValues = 10'000;

std::string section(std::string_view number) {
    return kCore + std::string(number);
}

std::string given(const std::optional<std::string_view>& value) {
    return value ? std::string(value->substr(0, 200)) : "missing";
}

std::optional<Time> timeOf(const xml::Element& element, std::string_view attribute) {
    const auto text = element.attribute(attribute);
    const auto time = text ? parseRfc3339(*text) : Result<Time>(fail(Code::NotFound, ""));
    return time ? std::optional(*time) : std::nullopt;
}

/// Present, and a time that has not come yet, with the skew.
bool isAhead(const xml::Element& element, std::string_view attribute, Time now, Seconds skew) {
    const auto time = timeOf(element, attribute);
    return time && *time > now - skew;
}

/// Absent, or a time that has come, with the skew.
bool hasCome(const xml::Element& element, std::string_view attribute, Time now, Seconds skew) {
    return !element.attribute(attribute) || (timeOf(element, attribute) && *timeOf(element, attribute) <= now + skew);
}

std::string window(const xml::Element& element) {
    return given(element.attribute("NotBefore")) + " to " + given(element.attribute("NotOnOrAfter"));
}

void checkAudience(const xml::Element& conditions, const ResponseRules& rules, CheckList& list) {
    const auto restrictions = conditions.children(kAssertionSpace, "AudienceRestriction");
    if (!rules.spEntityId) {
        list.skip("saml.audience", "our entity ID is not known");
        return;
    }
    std::string all;
    bool every = !restrictions.empty();
    for (const xml::Element& restriction : restrictions) {
        bool named = false;
        for (const xml::Element& audience : restriction.children()) {
            const auto text = audience.is(kAssertionSpace, "Audience") ? audience.text() : std::nullopt;
            named = named || text == *rules.spEntityId;
            all.append(all.empty() ? "" : ", ").append(text.value_or("(not text)").substr(0, 200));
        }
        every = every && named;
    }
    list.add("saml.audience", every, *rules.spEntityId, all.empty() ? "none" : all,
             "Set the audience (entity ID) of the application at the identity provider to ours.", section("2.5.1.4"));
}

void checkConditions(const xml::Element& assertion, const ResponseRules& rules, Time now, CheckList& list) {
    const auto conditions = assertion.child(kAssertionSpace, "Conditions");
    if (!list.add("saml.conditions", conditions.has_value(), "conditions", conditions ? "given" : "none",
                  "Let the identity provider restrict the assertion in time and audience.", kProfile)) {
        return;
    }
    std::string unknown;
    for (const xml::Element& each : conditions->children()) {
        const std::string_view name = each.localName();
        if (each.namespaceUri() != kAssertionSpace ||
            (name != "AudienceRestriction" && name != "OneTimeUse" && name != "ProxyRestriction")) {
            unknown = name;
        }
    }
    list.add("saml.conditions.known", unknown.empty(), "conditions that are understood",
             unknown.empty() ? "all of them" : unknown, "Remove the condition at the identity provider.",
             section("2.5.1"));
    list.add(
        "saml.conditions.time",
        hasCome(*conditions, "NotBefore", now, rules.skew) && isAhead(*conditions, "NotOnOrAfter", now, rules.skew),
        "now, " + toRfc3339(now) + " by " + std::to_string(rules.skew.count()) + " s", window(*conditions),
        "Set the clocks right on both sides; a wider clock skew can be set at the connection.", section("2.5.1.2"));
    checkAudience(*conditions, rules, list);
}

/// What is wrong with one way of confirming the subject, or empty.
std::string problemOf(const xml::Element& confirmation, const Envelope& envelope, const ResponseRules& rules,
                      Time now) {
    const std::optional<std::string>& recipient = rules.acsUrl ? rules.acsUrl : envelope.destination;
    if (confirmation.attribute("Method") != wire::kBearer) {
        return "no bearer confirmation";
    }
    const auto data = confirmation.child(kAssertionSpace, "SubjectConfirmationData");
    if (!data) {
        return "no SubjectConfirmationData";
    }
    if (recipient && data->attribute("Recipient") != *recipient) {
        return "Recipient " + given(data->attribute("Recipient"));
    }
    if (data->attribute("NotBefore")) {
        return "a NotBefore";
    }
    if (!isAhead(*data, "NotOnOrAfter", now, rules.skew)) {
        return "NotOnOrAfter " + given(data->attribute("NotOnOrAfter"));
    }
    if (data->attribute("InResponseTo").value_or("") != envelope.inResponseTo) {
        return "InResponseTo " + given(data->attribute("InResponseTo"));
    }
    return {};
}

void checkConfirmation(const xml::Element& subject, const Envelope& envelope, const ResponseRules& rules, Time now,
                       CheckList& list) {
    const auto all = subject.children(kAssertionSpace, "SubjectConfirmation");
    std::string problem = "none";
    for (const xml::Element& each : all) {
        problem = problemOf(each, envelope, rules, now);
        if (problem.empty()) {
            break;
        }
    }
    list.add("saml.subject_confirmation", problem.empty(),
             "bearer, for " + rules.acsUrl.value_or("the place it was sent to") + ", not expired, for the same request",
             problem.empty() ? "as wanted" : problem,
             "Correct the recipient (ACS URL) at the identity provider, or the clocks.", kProfile);
}

/// Whom an assertion is for, as far as it is known: ourselves, or those that it names.
std::vector<std::string> audiencesOf(const xml::Element& assertion, const ResponseRules& rules) {
    if (rules.spEntityId) {
        return {*rules.spEntityId};
    }
    std::vector<std::string> out;
    if (const auto conditions = assertion.child(kAssertionSpace, "Conditions")) {
        for (const xml::Element& restriction : conditions->children(kAssertionSpace, "AudienceRestriction")) {
            for (const xml::Element& audience : restriction.children(kAssertionSpace, "Audience")) {
                out.push_back(audience.text().value_or(""));
            }
        }
    }
    return out;
}

/// The NameID that an EncryptedID holds (SAML V2.0 Core, 2.2.4). It is opened only where everything held so far, the
/// signature that covers it too: nobody learns anything by it.
std::optional<xml::Tree> openNameId(const xml::Element& sealed, const ResponseRules& rules, CheckList& list,
                                    Assertion& assertion) {
    if (!list.holds()) {
        list.skip("saml.name_id.decryption", "something else did not hold");
        return std::nullopt;
    }
    auto text = xml::decrypt(sealed, rules.decryptionKeys, xml::Cbc::Allow);
    auto tree = text ? xml::Tree::parse(*text) : tl::unexpected<Error>(text.error());
    const bool opened = tree && tree->root().is(kAssertionSpace, "NameID");
    list.add("saml.name_id.decryption", opened, "a NameID, encrypted with AES for one of our keys",
             opened  ? "opened"
             : !tree ? tree.error().reason
                     : "something else",
             "Let the identity provider encrypt with our certificate.", section("2.2.4"));
    if (!opened) {
        return std::nullopt;
    }
    assertion.openedNameId = *text;
    return *std::move(tree);
}

std::optional<NameId> readNameId(const xml::Element& subject, const std::vector<std::string>& audiences,
                                 const ResponseRules& rules, CheckList& list, Assertion& assertion) {
    auto element = subject.child(kAssertionSpace, "NameID");
    const auto sealed = subject.child(kAssertionSpace, "EncryptedID");
    const auto opened = sealed && !element ? openNameId(*sealed, rules, list, assertion) : std::nullopt;
    if (opened) {
        element = opened->root();
    }
    if (!element) {
        if (rules.needsNameId) {
            list.add("saml.name_id", false, "a NameID", "none", "Let the identity provider send a NameID.",
                     section("2.4.1"));
        }
        return std::nullopt;
    }
    const auto text = element->text();
    const auto attribute = [&](std::string_view name) { return std::string(element->attribute(name).value_or("")); };
    NameId out{text.value_or(""), attribute("Format"), attribute("NameQualifier"), attribute("SPNameQualifier")};
    const bool plain = text && !text->empty() && text->size() <= kLongestNameId &&
                       text->find_first_not_of(" \t\r\n") != std::string::npos;
    list.add("saml.name_id", plain, "1 to 256 characters and nothing else",
             !text           ? "more than text"
             : text->empty() ? "empty"
                             : "given",
             "Correct the NameID at the identity provider.", section("2.2.3"));
    if (!out.spNameQualifier.empty() && !audiences.empty()) {
        list.add("saml.name_id.qualifier",
                 std::find(audiences.begin(), audiences.end(), out.spNameQualifier) != audiences.end(),
                 audiences.front(), out.spNameQualifier, "Correct the SPNameQualifier at the identity provider.",
                 section("2.2.3"));
    }
    return out;
}

void readSubject(const xml::Element& element, const Envelope& envelope, const ResponseRules& rules, Time now,
                 CheckList& list, Assertion& assertion) {
    const auto subject = element.child(kAssertionSpace, "Subject");
    if (!list.add("saml.subject", subject.has_value(), "a subject", subject ? "given" : "none",
                  "Let the identity provider say who signed in.", kProfile)) {
        return;
    }
    assertion.nameId = readNameId(*subject, audiencesOf(element, rules), rules, list, assertion);
    checkConfirmation(*subject, envelope, rules, now, list);
}

void checkLevel(const ResponseRules& rules, const Assertion& assertion, Time now, CheckList& list) {
    if (!rules.authnContext.empty()) {
        std::string wanted;
        for (const std::string& each : rules.authnContext) {
            wanted.append(wanted.empty() ? "" : " or ").append(each);
        }
        const bool met = std::find(rules.authnContext.begin(), rules.authnContext.end(), assertion.authnContext) !=
                         rules.authnContext.end();
        list.add("unmet_authentication_requirements", met, wanted,
                 assertion.authnContext.empty() ? "no level" : assertion.authnContext,
                 "Require the second factor at the identity provider, or correct the connection's mapping of levels.",
                 section("3.3.2.2.1"));
    }
    if (rules.maxAge) {
        const auto age = std::chrono::duration_cast<Seconds>(now - assertion.authnInstant);
        list.add("saml.authn_instant", age <= *rules.maxAge + rules.skew,
                 "signed in at most " + std::to_string(rules.maxAge->count()) + " s ago",
                 std::to_string(age.count()) + " s ago", "Sign in again at the provider.", section("3.4.1"));
    }
}

void readAuthn(const xml::Element& element, const ResponseRules& rules, Time now, CheckList& list,
               Assertion& assertion) {
    const auto statements = element.children(kAssertionSpace, "AuthnStatement");
    if (!list.add("saml.authn_statement", statements.size() == 1, "one AuthnStatement",
                  std::to_string(statements.size()), "Let the identity provider say when and how the person signed in.",
                  kProfile)) {
        return;
    }
    const xml::Element& statement = statements.front();
    const auto instant = timeOf(statement, "AuthnInstant");
    list.add("saml.authn_statement.instant", instant && *instant <= now + rules.skew, "a time that has come",
             given(statement.attribute("AuthnInstant")), "Set the clocks right on both sides.", section("2.7.2"));
    assertion.authnInstant = instant.value_or(Time());
    assertion.sessionIndex = statement.attribute("SessionIndex").value_or("");
    if (statement.attribute("SessionNotOnOrAfter")) {
        assertion.sessionNotOnOrAfter = timeOf(statement, "SessionNotOnOrAfter");
        list.add("saml.session_expiry", isAhead(statement, "SessionNotOnOrAfter", now, Seconds(0)), "a time to come",
                 given(statement.attribute("SessionNotOnOrAfter")), "Sign in again at the provider.", section("2.7.2"));
    }
    if (const auto context = statement.child(kAssertionSpace, "AuthnContext")) {
        assertion.authnContext = textOf(*context, "AuthnContextClassRef").value_or("");
    }
    checkLevel(rules, assertion, now, list);
}

/// Its values that are text.
std::vector<std::string> valuesOf(const xml::Element& attribute) {
    std::vector<std::string> values;
    for (const xml::Element& value : attribute.children(kAssertionSpace, "AttributeValue")) {
        if (auto text = value.text()) {
            values.push_back(std::move(*text));
        }
    }
    return values;
}

void readAttributes(const xml::Element& element, CheckList& list, Assertion& assertion) {
    std::set<std::string> names;
    std::string twice;
    std::size_t values = 0;
    for (const xml::Element& statement : element.children(kAssertionSpace, "AttributeStatement")) {
        for (const xml::Element& each : statement.children(kAssertionSpace, "Attribute")) {
            const auto text = [&](std::string_view name) { return std::string(each.attribute(name).value_or("")); };
            Attribute attribute{text("Name"), text("NameFormat"), text("FriendlyName"), valuesOf(each)};
            twice = names.insert(attribute.name).second ? twice : attribute.name;
            values += attribute.values.size();
            assertion.attributes.push_back(std::move(attribute));
        }
    }
    list.add("saml.attributes", twice.empty() && names.count("") == 0 && values <= kMostValues,
             "each attribute once, with a name",
             twice.empty() ? std::to_string(names.size()) + " attributes" : twice + " twice",
             "Let the identity provider send each attribute once, with all of its values.", section("2.7.3"));
}

} // namespace

std::optional<std::string> textOf(const xml::Element& parent, std::string_view name) {
    const auto child = parent.child(kAssertionSpace, name);
    return child ? child->text() : std::nullopt;
}

Assertion readAssertion(const xml::Element& element, const Envelope& envelope, const ResponseRules& rules, Time now,
                        CheckList& list) {
    Assertion assertion;
    assertion.id = element.attribute("ID").value_or("");
    list.add("saml.assertion", !assertion.id.empty() && element.attribute("Version") == "2.0", "an ID and Version 2.0",
             assertion.id.empty() ? "no ID" : given(element.attribute("Version")), "Correct the identity provider.",
             section("2.3.3"));
    assertion.issuer = textOf(element, "Issuer").value_or("");
    list.add("saml.assertion.issuer",
             !assertion.issuer.empty() && (!rules.idpEntityId || assertion.issuer == *rules.idpEntityId),
             rules.idpEntityId.value_or("an issuer"), assertion.issuer.empty() ? "none" : assertion.issuer,
             "Correct the identity provider's entity ID at the connection.", section("2.3.3"));
    readSubject(element, envelope, rules, now, list, assertion);
    checkConditions(element, rules, now, list);
    readAuthn(element, rules, now, list, assertion);
    readAttributes(element, list, assertion);
    if (const auto conditions = element.child(kAssertionSpace, "Conditions")) {
        assertion.goodUntil = timeOf(*conditions, "NotOnOrAfter").value_or(now) + rules.skew;
    }
    return assertion;
}

} // namespace gatehouse::saml::sp
