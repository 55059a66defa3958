// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse::ui::panels::sessions {

/// A browser and its system as people say it, of a User-Agent header: "Firefox on Linux". What is not known is shown as
/// it came; empty: "Unknown device".
[[nodiscard]] QString deviceText(const QString& userAgent);

} // namespace gatehouse::ui::panels::sessions
