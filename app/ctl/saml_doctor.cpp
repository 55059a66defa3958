// SPDX-License-Identifier: Apache-2.0
#include "saml_doctor.h"

#include <cstdio>

#include "crypto/certificate.h"
#include "doctors.h"
#include "files.h"
#include "saml/sp/inspect.h"
#include "saml/sp/response.h"
#include "saml/wire/idp_metadata.h"
#include "saml/wire/pasted.h"

namespace gatehouse::ctl {
namespace {

/// As long as the standard allows it to be: whoever looks at a pasted message does not look at clocks first.
constexpr Seconds kSkew{300};

void put(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

/// PEM blocks, DER, or the bare base64 of a metadata file.
std::vector<std::string> certificatesIn(const std::string& text) {
    constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
    constexpr std::string_view kEnd = "-----END CERTIFICATE-----";
    std::vector<std::string> out;
    for (std::size_t at = text.find(kBegin); at != std::string::npos; at = text.find(kBegin, at + 1)) {
        const std::size_t end = text.find(kEnd, at);
        out.push_back(text.substr(at, end == std::string::npos ? end : end + kEnd.size() - at) + "\n");
    }
    if (!out.empty()) {
        return out;
    }
    std::string bare;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            bare.push_back(c);
        }
    }
    const auto der = base64Decode(bare);
    out.push_back(der ? *der : text);
    return out;
}

Outcome<std::vector<crypto::Certificate>> readCertificates(const std::string& file) {
    const Outcome<std::string> text = readFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    std::vector<crypto::Certificate> out;
    for (const std::string& each : certificatesIn(*text)) {
        auto read = crypto::readCertificate(each, crypto::Strength::Legacy);
        if (!read) {
            return failure(file + " is no certificate", read.error(),
                           "save the identity provider's signing certificate into it, as PEM", kUsage);
        }
        out.push_back(*std::move(read));
    }
    return out;
}

Outcome<saml::wire::IdpMetadata> readMetadata(const std::string& file, const std::string& entityId) {
    const Outcome<std::string> text = readFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto read = saml::wire::readIdpMetadata(*text, entityId, crypto::Strength::Legacy);
    if (!read) {
        return failure(file + " is no metadata of an identity provider", read.error(),
                       "save its federation metadata into it; of several, name one with --idp-entity-id", kUsage);
    }
    return *std::move(read);
}

std::optional<std::string> given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// Whose keys may prove the message, and who its issuer has to be.
Outcome<int> addIdp(const SamlVerify& command, saml::sp::ResponseRules& rules) {
    if (command.idpMetadata.empty() == command.idpCertificate.empty()) {
        return failure("whose message is it", "no key to prove it with", "give --idp-metadata or --idp-cert", kUsage);
    }
    rules.idpEntityId = given(command.idpEntityId);
    if (!command.idpMetadata.empty()) {
        const auto metadata = readMetadata(command.idpMetadata, command.idpEntityId);
        if (!metadata) {
            return tl::unexpected(metadata.error());
        }
        rules.idpEntityId = metadata->entityId;
        for (const crypto::Certificate& each : metadata->signing) {
            rules.keys.push_back(each.key);
        }
        return kDone;
    }
    const auto certificates = readCertificates(command.idpCertificate);
    if (!certificates) {
        return tl::unexpected(certificates.error());
    }
    for (const crypto::Certificate& each : *certificates) {
        rules.keys.push_back(each.key);
    }
    return kDone;
}

Outcome<int> addDecryptionKey(const std::string& file, saml::sp::ResponseRules& rules) {
    if (file.empty()) {
        return kDone;
    }
    const Outcome<std::string> text = readFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto key = crypto::PrivateKey::fromPem(*text);
    if (!key) {
        return failure(file + " is no private key", key.error(), "give it as PEM, PKCS#8, without a password", kUsage);
    }
    rules.decryptionKeys.push_back(*std::move(key));
    return kDone;
}

} // namespace

Outcome<int> inspectSaml(const std::string& file) {
    const Outcome<std::string> text = readFile(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto seen = saml::sp::inspectMessage(*text);
    if (!seen) {
        return failure("this is no SAML message", seen.error(),
                       "paste the XML, or the value of SAMLResponse or SAMLRequest as the browser sent it");
    }
    put(json::writePretty(*seen) + "\n");
    return kDone;
}

Outcome<int> verifySaml(const SamlVerify& command, Format format) {
    saml::sp::ResponseRules rules;
    rules.spEntityId = given(command.spEntityId);
    rules.acsUrl = given(command.acs);
    rules.answers = command.inResponseTo.empty() ? saml::sp::Answers::Anything : saml::sp::Answers::Request;
    rules.inResponseTo = command.inResponseTo;
    rules.wantAssertionSigned = command.wantAssertionSigned;
    rules.wantResponseSigned = command.wantResponseSigned;
    rules.sha1 = xml::Sha1::Allow; // it is said, and an old message can be looked at
    rules.skew = kSkew;
    rules.longestUnderWay = std::nullopt;
    if (const auto idp = addIdp(command, rules); !idp) {
        return tl::unexpected(idp.error());
    }
    if (const auto key = addDecryptionKey(command.decryptKey, rules); !key) {
        return tl::unexpected(key.error());
    }
    const Outcome<Time> now = parseNow(command.now);
    if (!now) {
        return tl::unexpected(now.error());
    }
    const Outcome<std::string> text = readFile(command.file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto message = saml::wire::readPasted(*text);
    if (!message) {
        return failure("this is no SAML message", message.error(),
                       "paste the XML, or the value of SAMLResponse as the browser sent it");
    }
    const auto verdict = saml::sp::judgeResponse(std::move(message->text), rules, *now);
    put(renderChecks(verdict.checks, format));
    return firstFailure(verdict.checks) == nullptr ? kDone : kFailed;
}

} // namespace gatehouse::ctl
