// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/request.h"
#include "connections/connection.h"

namespace gatehouse::admin {

/// `POST T/connections/{id}/check-response`: a pasted SAML response, judged by the checks of a login and with the
/// tenant's keys, and what the mapping makes of it. Writes nothing and fetches nothing. `connection.not_saml`,
/// `connection.no_metadata`, `saml.malformed`, `saml.too_large`, `saml.deflate`.
[[nodiscard]] Answered checkResponse(const Context& context, const connections::Connection& connection);

} // namespace gatehouse::admin
