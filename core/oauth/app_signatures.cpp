// SPDX-License-Identifier: Apache-2.0
#include "oauth/app_signatures.h"

#include "jose/jws.h"

namespace gatehouse::oauth {

using crypto::Signature;

const std::vector<Signature>& appSignatures() {
    static const std::vector<Signature> all{Signature::ES256, Signature::PS256, Signature::EdDSA, Signature::RS256};
    return all;
}

std::vector<std::string> appSignatureNames() {
    std::vector<std::string> names;
    for (const Signature each : appSignatures()) {
        names.emplace_back(jose::signatureName(each));
    }
    names.emplace_back("Ed25519");
    return names;
}

} // namespace gatehouse::oauth
