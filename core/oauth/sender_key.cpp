// SPDX-License-Identifier: Apache-2.0
#include "oauth/sender_key.h"

#include "crypto/hash.h"

namespace gatehouse::oauth {
namespace {

constexpr std::string_view kCertificate = "x5t#S256";

} // namespace

std::string certificateKey(BytesView der) {
    return der.empty() ? std::string() : std::string(kCertificate) + ':' + base64UrlEncode(crypto::sha256(der));
}

bool isCertificateKey(std::string_view key) {
    return key.starts_with(kCertificate);
}

json::Object confirmationOf(std::string_view key) {
    if (isCertificateKey(key)) {
        return {{kCertificate, key.substr(kCertificate.size() + 1)}};
    }
    return {{"jkt", key}};
}

std::string confirmedKey(const json::Object& claims) {
    const json::Object* confirmation = json::objectMember(claims, "cnf");
    if (confirmation == nullptr) {
        return {};
    }
    if (const auto thumbprint = json::stringMember(*confirmation, kCertificate)) {
        return std::string(kCertificate) + ':' + std::string(*thumbprint);
    }
    return std::string(json::stringMember(*confirmation, "jkt").value_or(""));
}

} // namespace gatehouse::oauth
