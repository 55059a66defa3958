// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"
#include "offline.h"

int main(int argc, char** argv) {
    return gatehouse::ctl::run(argc, argv, gatehouse::ctl::openOffline);
}
