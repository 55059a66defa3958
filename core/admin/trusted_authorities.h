// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "admin/request.h"
#include "base/problem.h"

namespace gatehouse::admin {

/// Judges what an administrator wants a connection to trust, a PEM text at `pointer`, and leaves nothing in it but the
/// certificates: the problems `certificate_unreadable`, `not_an_authority`, `certificate_expired`.
void judgeAuthorities(std::string& pem, Time now, const std::string& pointer, Problems& problems);

/// connection.certificate: what a server shows, and whether an authority stands above it (`does_not_sign`).
[[nodiscard]] Answered presentedCertificates(const Context& context);

} // namespace gatehouse::admin
