// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/inspect.h"

#include <algorithm>
#include <string>

#include "crypto/certificate.h"
#include "saml/sp/shape.h"
#include "saml/wire/names.h"
#include "saml/wire/pasted.h"
#include "xml/algorithms.h"
#include "xml/tree.h"

namespace gatehouse::saml::sp {
namespace {

using wire::kAssertionSpace;
using wire::kProtocolSpace;
using xml::kSignatureSpace;

std::string textIn(const xml::Element& parent, std::string_view space, std::string_view name) {
    const auto child = parent.child(space, name);
    return child ? child->text().value_or("(more than text)") : std::string();
}

std::string attributeOf(const std::optional<xml::Element>& element, std::string_view name) {
    return element ? std::string(element->attribute(name).value_or("")) : std::string();
}

void put(json::Object& out, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        out[name] = value;
    }
}

void putAttributes(json::Object& out, const xml::Element& element, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        put(out, name, attributeOf(element, name));
    }
}

json::Object certificateIn(const xml::Element& signature) {
    json::Object out;
    const auto info = signature.child(kSignatureSpace, "KeyInfo");
    const auto data = info ? info->child(kSignatureSpace, "X509Data") : std::nullopt;
    std::string text = data ? textIn(*data, kSignatureSpace, "X509Certificate") : "";
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }),
               text.end());
    const auto read = base64Decode(text).and_then(
        [](const Bytes& der) { return crypto::readCertificate(der, crypto::Strength::Legacy); });
    if (!text.empty() && read) {
        out["subject"] = read->subject;
        out["fingerprint"] = read->fingerprint;
        out["notBefore"] = toRfc3339(read->notBefore);
        out["notAfter"] = toRfc3339(read->notAfter);
        out["bits"] = read->key.bits();
    }
    return out;
}

json::Object signatureShown(const xml::Element& signature) {
    json::Object out;
    const auto parent = signature.parent();
    out["signs"] = std::string(parent ? parent->localName() : "");
    const auto info = signature.child(kSignatureSpace, "SignedInfo");
    const auto reference = info ? info->child(kSignatureSpace, "Reference") : std::nullopt;
    put(out, "reference", attributeOf(reference, "URI"));
    put(out, "signatureMethod",
        attributeOf(info ? info->child(kSignatureSpace, "SignatureMethod") : std::nullopt, "Algorithm"));
    put(out, "digestMethod",
        attributeOf(reference ? reference->child(kSignatureSpace, "DigestMethod") : std::nullopt, "Algorithm"));
    if (json::Object certificate = certificateIn(signature); !certificate.empty()) {
        out["certificate"] = std::move(certificate);
    }
    return out;
}

json::Object subjectShown(const xml::Element& assertion) {
    json::Object out;
    const auto subject = assertion.child(kAssertionSpace, "Subject");
    if (!subject) {
        return out;
    }
    put(out, "nameId", textIn(*subject, kAssertionSpace, "NameID"));
    if (const auto name = subject->child(kAssertionSpace, "NameID")) {
        putAttributes(out, *name, {"Format", "NameQualifier", "SPNameQualifier"});
    }
    if (const auto confirmation = subject->child(kAssertionSpace, "SubjectConfirmation")) {
        putAttributes(out, *confirmation, {"Method"});
        if (const auto data = confirmation->child(kAssertionSpace, "SubjectConfirmationData")) {
            putAttributes(out, *data, {"Recipient", "NotBefore", "NotOnOrAfter", "InResponseTo"});
        }
    }
    return out;
}

json::Object conditionsShown(const xml::Element& assertion) {
    json::Object out;
    const auto conditions = assertion.child(kAssertionSpace, "Conditions");
    if (!conditions) {
        return out;
    }
    putAttributes(out, *conditions, {"NotBefore", "NotOnOrAfter"});
    json::Array audiences;
    for (const xml::Element& restriction : conditions->children(kAssertionSpace, "AudienceRestriction")) {
        for (const xml::Element& audience : restriction.children(kAssertionSpace, "Audience")) {
            audiences.emplace_back(audience.text().value_or("(more than text)"));
        }
    }
    out["audiences"] = std::move(audiences);
    return out;
}

json::Object authnShown(const xml::Element& assertion) {
    json::Object out;
    if (const auto statement = assertion.child(kAssertionSpace, "AuthnStatement")) {
        putAttributes(out, *statement, {"AuthnInstant", "SessionIndex", "SessionNotOnOrAfter"});
        if (const auto context = statement->child(kAssertionSpace, "AuthnContext")) {
            put(out, "AuthnContextClassRef", textIn(*context, kAssertionSpace, "AuthnContextClassRef"));
        }
    }
    return out;
}

json::Object attributesShown(const xml::Element& assertion) {
    json::Object out;
    for (const xml::Element& statement : assertion.children(kAssertionSpace, "AttributeStatement")) {
        for (const xml::Element& attribute : statement.children(kAssertionSpace, "Attribute")) {
            json::Array values;
            for (const xml::Element& value : attribute.children(kAssertionSpace, "AttributeValue")) {
                values.emplace_back(value.text().value_or("(more than text)"));
            }
            out[attributeOf(attribute, "Name")] = std::move(values);
        }
    }
    return out;
}

json::Object assertionShown(const xml::Element& assertion) {
    return {{"id", attributeOf(assertion, "ID")}, {"issuer", textIn(assertion, kAssertionSpace, "Issuer")},
            {"subject", subjectShown(assertion)}, {"conditions", conditionsShown(assertion)},
            {"authn", authnShown(assertion)},     {"attributes", attributesShown(assertion)}};
}

std::string said(const Error& error) {
    return error.detail.empty() ? error.reason : error.reason + ": " + error.detail;
}

/// A message that has comments can still be looked at.
Result<xml::Tree> readLeniently(const std::string& text, json::Array& problems) {
    auto tree = xml::Tree::parse(text);
    if (!tree && tree.error().reason == "xml.comment") {
        problems.emplace_back(said(tree.error()));
        xml::Limits limits;
        limits.comments = true;
        return xml::Tree::parse(text, limits);
    }
    return tree;
}

} // namespace

Result<json::Object> inspectMessage(std::string_view pasted) {
    TRY(message, wire::readPasted(pasted));
    json::Array problems;
    TRY(tree, readLeniently(message.text, problems));
    const xml::Element root = tree.root();
    json::Object attributes;
    putAttributes(attributes, root,
                  {"ID", "Version", "IssueInstant", "Destination", "InResponseTo", "Consent",
                   "AssertionConsumerServiceURL", "ProtocolBinding", "ForceAuthn", "IsPassive", "NotOnOrAfter",
                   "Reason", "entityID", "validUntil"});
    json::Object out{
        {"form", message.form}, {"message", std::string(root.localName())}, {"attributes", std::move(attributes)}};
    put(out, "issuer", textIn(root, kAssertionSpace, "Issuer"));
    if (const auto status = root.child(kProtocolSpace, "Status")) {
        const auto code = status->child(kProtocolSpace, "StatusCode");
        const auto second = code ? code->child(kProtocolSpace, "StatusCode") : std::nullopt;
        put(out, "status", attributeOf(second ? second : code, "Value"));
        put(out, "statusMessage", textIn(*status, kProtocolSpace, "StatusMessage"));
    }
    json::Array signatures;
    json::Array assertions;
    std::int64_t encrypted = 0;
    for (const xml::Element& each : root.withDescendants()) {
        if (each.is(kSignatureSpace, "Signature")) {
            signatures.push_back(signatureShown(each));
        } else if (each.is(kAssertionSpace, "Assertion")) {
            assertions.push_back(assertionShown(each));
        }
        encrypted += each.is(kAssertionSpace, "EncryptedAssertion") ? 1 : 0;
    }
    if (root.is(kProtocolSpace, "Response")) {
        if (const auto shape = readShape(root); !shape) {
            problems.emplace_back(said(shape.error()));
        }
    }
    out["signatures"] = std::move(signatures);
    out["assertions"] = std::move(assertions);
    out["encryptedAssertions"] = encrypted;
    out["problems"] = std::move(problems);
    return out;
}

} // namespace gatehouse::saml::sp
