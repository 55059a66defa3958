// SPDX-License-Identifier: Apache-2.0
#include "report.h"

#include <cstdio>

namespace gatehouse::bench {

void print(const std::vector<Row>& rows, const std::vector<Figure>& figures) {
    std::printf("\n%-40s %9s %8s %8s %8s %9s   %s\n", "", "a second", "p50 ms", "p95 ms", "p99 ms", "CPU ms",
                "limit, same run");
    for (const Row& row : rows) {
        std::printf("%-40s %9.0f %8.2f %8.2f %8.2f %9.3f   ", row.name.c_str(), row.measured.perSecond,
                    row.measured.p50, row.measured.p95, row.measured.p99, row.cpuMs);
        if (row.limit > 0) {
            std::printf("%.0f %s (%.0f %%)", row.limit, row.limitName.c_str(),
                        100 * row.measured.perSecond / row.limit);
        }
        if (row.goal > 0) {
            std::printf("%s, goal %g", row.measured.perSecond >= row.goal ? "" : "  BELOW", row.goal);
        }
        std::printf("\n");
    }
    std::printf("\n");
    for (const Figure& figure : figures) {
        std::printf("%-40s %9.2f %-8s", figure.name.c_str(), figure.value, figure.unit.c_str());
        if (figure.limit > 0) {
            std::printf("   %.2f %s", figure.limit, figure.limitName.c_str());
        }
        if (figure.goal > 0) {
            std::printf("%s   goal: under %g", figure.value < figure.goal ? "" : "   ABOVE", figure.goal);
        }
        std::printf("\n");
    }
}

json::Object toJson(const std::vector<Row>& rows, const std::vector<Figure>& figures) {
    json::Array list;
    for (const Row& row : rows) {
        list.push_back({{"name", row.name},
                        {"perSecond", row.measured.perSecond},
                        {"count", row.measured.count},
                        {"seconds", row.measured.seconds},
                        {"p50Ms", row.measured.p50},
                        {"p95Ms", row.measured.p95},
                        {"p99Ms", row.measured.p99},
                        {"brokerCpuMs", row.cpuMs},
                        {"limit", {{"name", row.limitName}, {"perSecond", row.limit}}},
                        {"goal", row.goal}});
    }
    json::Array single;
    for (const Figure& figure : figures) {
        single.push_back({{"name", figure.name},
                          {"value", figure.value},
                          {"unit", figure.unit},
                          {"limit", {{"name", figure.limitName}, {"value", figure.limit}}},
                          {"goal", figure.goal}});
    }
    return {{"rates", std::move(list)}, {"figures", std::move(single)}};
}

} // namespace gatehouse::bench
