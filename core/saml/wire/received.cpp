// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/received.h"

#include "http/forms.h"
#include "saml/wire/names.h"
#include "xml/signature.h"

namespace gatehouse::saml::wire {
namespace {

Result<Received> readQuery(const http::Request& request) {
    TRY(message, readRedirect(request.query));
    TRY(tree, xml::Tree::parse(message.xml));
    if (message.algorithm.empty() && tree.root().child(kSignatureSpace, "Signature")) {
        return fail(Code::InvalidArgument, "saml.shape", "a redirect is signed in its query, not in its XML");
    }
    const MessageKind kind = message.kind;
    std::string relayState = message.relayState;
    const bool isSigned = !message.algorithm.empty();
    return Received{kind, std::move(tree), std::move(relayState), isSigned, std::move(message)};
}

Result<Received> readForm(const http::Request& request) {
    TRY(form, http::Parameters::parse(request.body));
    const auto asked = form.get("SAMLRequest");
    const auto answered = form.get("SAMLResponse");
    if (form.repeated() || asked.has_value() == answered.has_value()) {
        return fail(Code::InvalidArgument, "saml.malformed", "not one of SAMLRequest and SAMLResponse");
    }
    TRY(text, base64Decode(asked ? *asked : *answered));
    TRY(tree, xml::Tree::parse(std::move(text)));
    const bool isSigned = tree.root().child(kSignatureSpace, "Signature").has_value();
    return Received{asked ? MessageKind::Request : MessageKind::Response, std::move(tree),
                    std::string(form.get("RelayState").value_or("")), isSigned, std::nullopt};
}

} // namespace

Result<Received> readReceived(const http::Request& request) {
    return request.method == "POST" ? readForm(request) : readQuery(request);
}

Result<xml::Tree> prove(Received received, const std::vector<crypto::PublicKey>& keys) {
    if (received.query) {
        ENSURE(verifyRedirect(*received.query, keys));
        return std::move(received.tree);
    }
    TRY(verified, xml::verify(received.tree, received.tree.root(), keys));
    return std::move(verified.tree);
}

} // namespace gatehouse::saml::wire
