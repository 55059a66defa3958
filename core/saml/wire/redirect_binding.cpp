// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/redirect_binding.h"

#include <map>

#include "http/forms.h"
#include "saml/wire/deflate.h"
#include "xml/algorithms.h"

namespace gatehouse::saml::wire {
namespace {

constexpr crypto::Signature kOurs = crypto::Signature::RS256;
constexpr std::size_t kLongestQuery = 64 * 1024;

std::string_view nameOf(MessageKind kind) {
    return kind == MessageKind::Request ? "SAMLRequest" : "SAMLResponse";
}

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "saml.malformed", detail);
}

using RawPairs = std::map<std::string_view, std::string_view>;

/// The parameters as they stand in the query, not decoded: what is signed are these octets.
Result<RawPairs> rawPairs(std::string_view query) {
    RawPairs pairs;
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        const std::size_t equals = pair.find('=');
        const std::string_view value = equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1);
        if (!pair.empty() && !pairs.emplace(pair.substr(0, equals), value).second) {
            return malformed("a parameter twice");
        }
        query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    }
    return pairs;
}

Result<Bytes> decoded(std::string_view raw) {
    TRY(text, http::percentDecode(raw));
    auto octets = base64Decode(text);
    return octets ? octets : malformed("no base64");
}

/// The octets that a signature is over (SAML V2.0 Bindings, 3.4.4.1), in this order whatever the query's.
std::string signedTextOf(const RawPairs& pairs) {
    std::string text;
    for (const std::string_view name : {nameOf(MessageKind::Request), nameOf(MessageKind::Response),
                                        std::string_view("RelayState"), std::string_view("SigAlg")}) {
        if (const auto found = pairs.find(name); found != pairs.end()) {
            text.append(text.empty() ? "" : "&").append(name).append("=").append(found->second);
        }
    }
    return text;
}

} // namespace

Result<std::string> redirectAddress(std::string_view endpoint, MessageKind kind, std::string_view xml,
                                    std::string_view relayState, const crypto::PrivateKey* key) {
    std::string query(nameOf(kind));
    query.append("=").append(http::percentEncode(base64Encode(deflate(xml))));
    if (!relayState.empty()) {
        query.append("&RelayState=").append(http::percentEncode(relayState));
    }
    if (key != nullptr) {
        query.append("&SigAlg=").append(http::percentEncode(xml::uriOf(kOurs)));
        TRY(signature, key->sign(kOurs, query));
        query.append("&Signature=").append(http::percentEncode(base64Encode(signature)));
    }
    return std::string(endpoint) + (endpoint.find('?') == std::string_view::npos ? "?" : "&") + query;
}

Result<RedirectMessage> readRedirect(std::string_view query) {
    if (query.size() > kLongestQuery) {
        return fail(Code::InvalidArgument, "saml.too_large");
    }
    TRY(pairs, rawPairs(query));
    const auto raw = [&pairs](std::string_view name) {
        const auto found = pairs.find(name);
        return found == pairs.end() ? std::string_view() : found->second;
    };
    const bool isRequest = pairs.count("SAMLRequest") != 0;
    if (isRequest == (pairs.count("SAMLResponse") != 0)) {
        return malformed("not one of SAMLRequest and SAMLResponse");
    }
    RedirectMessage out;
    out.kind = isRequest ? MessageKind::Request : MessageKind::Response;
    TRY(packed, decoded(raw(nameOf(out.kind))));
    TRY(xml, inflate(packed));
    out.xml = std::move(xml);
    TRY(relayState, http::percentDecode(raw("RelayState")));
    out.relayState = std::move(relayState);
    if (!raw("Signature").empty()) {
        TRY(algorithm, http::percentDecode(raw("SigAlg")));
        TRY(signature, decoded(raw("Signature")));
        out.signedText = signedTextOf(pairs);
        out.algorithm = std::move(algorithm);
        out.signature = std::move(signature);
    }
    return out;
}

Status verifyRedirect(const RedirectMessage& message, const std::vector<crypto::PublicKey>& keys) {
    if (message.signature.empty()) {
        return fail(Code::PermissionDenied, "signature.absent");
    }
    const xml::SignatureMethod* method = xml::signatureMethod(message.algorithm);
    if (method == nullptr || !method->algorithm) {
        return fail(Code::PermissionDenied, "signature.algorithm", message.algorithm);
    }
    for (const crypto::PublicKey& key : keys) {
        if (key.type() == crypto::keyTypeFor(*method->algorithm) &&
            key.verify(*method->algorithm, message.signedText, message.signature)) {
            return {};
        }
    }
    return fail(Code::PermissionDenied, "signature.key");
}

} // namespace gatehouse::saml::wire
