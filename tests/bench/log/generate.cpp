// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>

#include "fill.h"

/// gatehouse_bench_log DIR ROWS
int main(int argc, char** argv) {
    const std::int64_t rows = argc == 3 ? std::atoll(argv[2]) : 0;
    if (rows < 1) {
        std::fprintf(stderr, "usage: gatehouse_bench_log DIR ROWS\n");
        return 2;
    }
    const gatehouse::Status filled = gatehouse::bench::fillLog(argv[1], rows);
    if (!filled) {
        std::fprintf(stderr, "%s %s\n", filled.error().reason.c_str(), filled.error().detail.c_str());
    }
    return filled ? 0 : 1;
}
