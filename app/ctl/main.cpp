// SPDX-License-Identifier: Apache-2.0
#include "command_line.h"
#include "offline.h"

#include "base/log.h"

int main(int argc, char** argv) {
    gatehouse::log::configure(gatehouse::log::Format::Text, gatehouse::log::Level::Error);
    return gatehouse::ctl::run(argc, argv, gatehouse::ctl::openOffline);
}
