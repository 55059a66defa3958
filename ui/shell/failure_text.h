// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/client/failure.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/form.h"

namespace gatehouse::ui::shell {

/// A failure as the error banner says it.
[[nodiscard]] widgets::ErrorText errorText(const client::Failure& failure);
/// Its errors[] for a form.
[[nodiscard]] std::vector<widgets::FieldError> fieldErrors(const client::Failure& failure);
/// Puts the errors into the form and everything that has no field into the banner.
void showFailure(const client::Failure& failure, widgets::Form& form, widgets::ErrorBanner& banner);

} // namespace gatehouse::ui::shell
