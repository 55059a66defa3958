// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "load.h"
#include "json/json.h"

namespace gatehouse::bench {

/// One line of the table: what was measured, and the limit that the machine sets.
struct Row {
    std::string name;
    Measured measured;
    double cpuMs = 0; ///< of the broker, for each
    std::string limitName;
    double limit = 0; ///< a second
    double goal = 0;  ///< a second; 0: none
};

/// A single figure with what it should stay below.
struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    std::string limitName;
    double limit = 0;
    double goal = 0; ///< at most; 0: none
};

void print(const std::vector<Row>& rows, const std::vector<Figure>& figures);
[[nodiscard]] json::Object toJson(const std::vector<Row>& rows, const std::vector<Figure>& figures);

} // namespace gatehouse::bench
