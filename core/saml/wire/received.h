// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/message.h"
#include "saml/wire/redirect_binding.h"
#include "xml/tree.h"

namespace gatehouse::saml::wire {

/// A message as a browser brought it, by redirect or POST (SAML V2.0 Bindings, 3.4 and 3.5). Nothing in it is proven.
struct Received {
    MessageKind kind = MessageKind::Request;
    xml::Tree tree;
    std::string relayState;
    bool isSigned = false;
    std::optional<RedirectMessage> query; ///< of one that came by redirect
};
/// Of a redirect the query's signature counts, which covers all of the XML; one in the XML, which should not be there
/// (3.4.4.1), is passed over beside it. `saml.malformed`, `saml.shape` for a redirect that is signed in its XML alone,
/// errors of inflate() and of xml::Tree::parse.
[[nodiscard]] Result<Received> readReceived(const http::Request& request);
/// What one of the keys signed: the tree to read from. `signature.*`.
[[nodiscard]] Result<xml::Tree> prove(Received received, const std::vector<crypto::PublicKey>& keys);

} // namespace gatehouse::saml::wire
