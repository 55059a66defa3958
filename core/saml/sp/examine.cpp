// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/examine.h"

#include "saml/sp/claims_of.h"
#include "saml/sp/inspect.h"
#include "saml/sp/recorded.h"
#include "saml/sp/rules.h"
#include "saml/wire/pasted.h"
#include "xml/tree.h"

namespace gatehouse::saml::sp {
namespace {

/// What the message says of itself before anything is judged.
struct Stated {
    std::optional<Time> issued;
    std::string inResponseTo;
};

Stated statedIn(const std::string& text) {
    Stated out;
    if (const auto tree = xml::Tree::parse(text)) {
        out.inResponseTo = std::string(tree->root().attribute("InResponseTo").value_or(""));
        if (const auto issued = parseRfc3339(tree->root().attribute("IssueInstant").value_or(""))) {
            out.issued = *issued;
        }
    }
    return out;
}

ResponseRules rulesBy(const Examination& by, const Stated& stated) {
    ResponseRules rules = rulesOf(by.connection, by.idp, by.publicUrl);
    rules.decryptionKeys = by.decryptionKeys;
    rules.inResponseTo = by.inResponseTo;
    if (by.inResponseTo.empty()) {
        rules.answers = stated.inResponseTo.empty() ? Answers::Nothing : Answers::Anything;
    }
    if (rules.answers == Answers::Nothing) {
        rules.longestUnderWay = kUnaskedUnderWay;
    }
    return rules;
}

Check unsolicited(bool allowed) {
    return {"saml.unsolicited",
            allowed ? Check::Status::Ok : Check::Status::Warn,
            "a response that was asked for",
            "no request",
            allowed ? "" : "Begin at the app, or allow it in the connection.",
            "SAML V2.0 Profiles, 4.1.5"};
}

} // namespace

Result<Examined> examine(std::string_view pasted, const Examination& by) {
    TRY(message, wire::readPasted(pasted));
    const Stated stated = statedIn(message.text);
    const ResponseRules rules = rulesBy(by, stated);
    Examined out;
    out.form = std::move(message.form);
    out.at = by.at ? *by.at : stated.issued.value_or(by.now);
    ResponseVerdict verdict = judgeResponse(std::move(message.text), rules, out.at);
    out.checks = std::move(verdict.checks);
    if (rules.answers == Answers::Nothing && !verdict.clear.empty()) {
        out.checks.push_back(unsolicited(by.connection.saml.allowIdpInitiated));
    }
    const auto assertion = verdict.assertion ? Result<Assertion>(*verdict.assertion) : readUnproven(verdict.clear);
    if (assertion) {
        out.subject = subjectOf(*assertion);
        out.claims = claimsOf(*assertion);
        if (verdict.assertion) {
            out.checks.push_back(subjectKnown(*assertion, out.subject));
        }
    }
    if (verdict.clear.empty()) {
        return out;
    }
    out.message = inspectMessage(verdict.clear).value_or(json::Object());
    out.message.stable_erase("form"); // of what was pasted it is not
    out.xml = recordedMessage(login::message::kSamlResponse, out.at, "", *rules.acsUrl, verdict.clear).body;
    return out;
}

} // namespace gatehouse::saml::sp
