// SPDX-License-Identifier: Apache-2.0
#include "connections/signing_certificates.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/certificate.h"
#include "json/json.h"

namespace gatehouse::connections {
namespace {

/// The certificate of a JWK's x5c as PEM.
std::string pemOf(std::string_view base64) {
    constexpr std::size_t kLine = 64;
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    for (; !base64.empty(); base64.remove_prefix(std::min(kLine, base64.size()))) {
        pem.append(base64.substr(0, kLine)).append("\n");
    }
    return pem + "-----END CERTIFICATE-----\n";
}

} // namespace

std::optional<Time> signingCertificatesEnd(std::string_view jwks) {
    std::optional<Time> last;
    const auto document = json::parseObject(jwks);
    const json::Array* keys = document ? json::arrayMember(*document, "keys") : nullptr;
    for (std::size_t i = 0; keys != nullptr && i < keys->size(); ++i) {
        const json::Object* key = (*keys)[i].if_object();
        if (key == nullptr || json::stringMember(*key, "use") == "enc") {
            continue;
        }
        const auto chain = json::stringsMember(*key, "x5c");
        const auto read = chain && !chain->empty() ? http::readCertificates(pemOf(chain->front()))
                                                   : Result<std::vector<http::Certificate>>(fail(Code::NotFound, ""));
        if (!read) {
            return std::nullopt;
        }
        last = std::max(last.value_or(read->front().notAfter), read->front().notAfter);
    }
    return last;
}

} // namespace gatehouse::connections
