// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "login/login_service.h"
#include "web/router.h"

namespace gatehouse::oidc::rp {

/// Mounts GET /sso/oidc/{connectionId}/callback. A POST is refused: the response mode is query (security.md RP-30).
void mountCallback(web::Router& router, login::LoginService& logins, const web::PublicUrl& publicUrl);

} // namespace gatehouse::oidc::rp
