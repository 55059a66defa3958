// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "failure.h"
#include "print.h"

namespace gatehouse::ctl {

/// What `gatehousectl saml verify` is asked. What is left out is not known, and so not checked.
struct SamlVerify {
    std::string file;
    std::string idpMetadata;
    std::string idpCertificate;
    std::string idpEntityId;
    std::string spEntityId;
    std::string acs;
    std::string inResponseTo;
    std::string now;
    std::string decryptKey;
    bool wantAssertionSigned = false;
    bool wantResponseSigned = false;
};

// Of a pasted message, with no broker and no network. Each prints to standard output and gives the exit code: 0
// accepted, 1 refused.
[[nodiscard]] Outcome<int> inspectSaml(const std::string& file);
[[nodiscard]] Outcome<int> verifySaml(const SamlVerify& command, Format format);

} // namespace gatehouse::ctl
