// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse::ui::panels::sessions {

/// Why a session ended, in plain words; a reason that is not known is shown as it is.
[[nodiscard]] QString endText(const QString& reason);

} // namespace gatehouse::ui::panels::sessions
