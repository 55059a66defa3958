// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/time.h"
#include "crypto/keys.h"
#include "saml/sp/assertion.h"
#include "xml/signature.h"

namespace gatehouse::saml::sp {

/// What a Response has to be the answer to.
enum class Answers {
    Request,  ///< the request whose ID is given
    Nothing,  ///< unsolicited: it names no request (SAML V2.0 Profiles, 4.1.5)
    Anything, ///< not known: only that it does not contradict itself
};

/// What a Response and the assertion in it must say (SAML V2.0 Profiles, 4.1.4; standards/03, section 5). What is
/// nullopt is not known and so not checked, which is for an offline look at a message alone.
struct ResponseRules {
    std::optional<std::string> idpEntityId; ///< byte for byte
    std::optional<std::string> spEntityId;
    std::optional<std::string> acsUrl;
    std::vector<crypto::PublicKey> keys;            ///< of the connection; no other key proves anything
    std::vector<crypto::PrivateKey> decryptionKeys; ///< ours: the one that is published, and those before it
    Answers answers = Answers::Request;
    std::string inResponseTo; ///< with Answers::Request
    bool wantResponseSigned = false;
    bool wantAssertionSigned = false;
    bool wantEncrypted = false;
    bool needsNameId = true;
    xml::Sha1 sha1 = xml::Sha1::Refuse;
    Seconds skew{120};
    std::optional<Seconds> longestUnderWay{300}; ///< from the provider to us
    std::vector<std::string> authnContext;       ///< class references of which each will do; empty: any
    std::optional<Seconds> maxAge;               ///< of the sign-in; 0 after ForceAuthn
    bool provenBefore = false; ///< it was proven when it came: what is judged is its recording, without signatures
};

struct ResponseVerdict {
    Checks checks; ///< saml.xml, saml.shape, saml.signature, ... in the order in which they are made
    std::optional<Assertion> assertion; ///< set only if every check held
    // Of the message, proven or not: what it says it answers, who it says sent it, how it ended.
    std::string id;
    std::string inResponseTo;
    std::string issuer;
    std::string status; ///< the second status code if it has one, else the first
    std::string clear;  ///< the message as it was judged, with its assertion decrypted; empty where it is no XML
};

/// Pure. Every value of the assertion comes from the octets that a signature was proven over. Replay, and whose browser
/// it is, are for the caller to see.
[[nodiscard]] ResponseVerdict judgeResponse(std::string message, const ResponseRules& rules, Time now);

/// The assertion of a response as it stands, proven by nothing: for a person who tries a mapping. `saml.shape`,
/// `saml.decryption` where it is encrypted, and those of xml::Tree::parse.
[[nodiscard]] Result<Assertion> readUnproven(std::string message);

} // namespace gatehouse::saml::sp
