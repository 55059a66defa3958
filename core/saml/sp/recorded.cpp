// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/recorded.h"

#include "login/redaction.h"
#include "saml/wire/names.h"
#include "xml/algorithms.h"
#include "xml/tree.h"

namespace gatehouse::saml::sp {
namespace {

bool isSecret(const xml::Element& element) {
    return element.is(wire::kSignatureSpace, "SignatureValue") || element.is(xml::kEncryptionSpace, "CipherValue");
}

std::string withoutSecrets(const xml::Tree& tree) {
    std::string out;
    const std::string_view all = tree.text();
    std::size_t copied = 0;
    for (const xml::Element& element : tree.root().withDescendants()) {
        if (!isSecret(element)) {
            continue;
        }
        const std::string_view source = element.source();
        const std::size_t begin = source.find('>') + 1;
        const std::size_t end = source.rfind("</");
        if (end == std::string_view::npos || end < begin) {
            continue; // it is empty
        }
        const std::size_t at = std::size_t(source.data() - all.data());
        out.append(all.substr(copied, at + begin - copied));
        out.append(login::redacted(source.substr(begin, end - begin)));
        copied = at + end;
    }
    return out.append(all.substr(copied));
}

} // namespace

login::Message recordedMessage(std::string_view name, Time at, std::string method, std::string address,
                               std::string_view xml) {
    login::Message message;
    message.name = name;
    message.at = at;
    message.method = std::move(method);
    message.address = std::move(address);
    const auto tree = xml::Tree::parse(std::string(xml));
    std::string body = tree ? withoutSecrets(*tree) : login::redacted(xml);
    message.cut = !tree || body.size() > login::kJudgedBytes;
    message.body = message.cut ? login::redacted(xml) : std::move(body);
    return message;
}

} // namespace gatehouse::saml::sp
