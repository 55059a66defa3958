// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/shell/panel.h"

namespace gatehouse::ui::panels {

/// Every panel of the console in the order of the rail. The one place that knows them all.
[[nodiscard]] std::vector<shell::PanelEntry> standardPanels();

} // namespace gatehouse::ui::panels
