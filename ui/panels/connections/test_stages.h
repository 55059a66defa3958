// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "admin/api/activity.h"
#include "admin/api/connection.h"
#include "ui/widgets/check_list.h"

namespace gatehouse::ui::panels::connections {

/// The stages of a connection test in their order, as slugs of the Admin API: address, connect, tls, fetch, parse,
/// identity, keys, client, clock, sign_in, claims.
[[nodiscard]] std::vector<QString> stageNames();
/// "TLS certificate", "Signing keys"; a slug that is not known is shown as it is.
[[nodiscard]] QString stageTitle(const QString& name);
/// What the button of a fix says ("use_their_issuer": "Use theirs"); empty where there is nothing to press.
[[nodiscard]] QString fixTitle(const QString& kind);
/// What the buttons of a stage do, in their order; a fix that this console does not know is left out.
[[nodiscard]] std::vector<admin::api::TestFix> fixesOf(const admin::api::TestStep& step);
/// A stage as a line of a check list.
[[nodiscard]] widgets::CheckLine stageLine(const admin::api::TestStep& step);
/// How a test sign-in went, as the stages sign_in and claims. `flow` is finished.
[[nodiscard]] std::vector<admin::api::TestStep> signInSteps(const admin::api::Flow& flow);

} // namespace gatehouse::ui::panels::connections
