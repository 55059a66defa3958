// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_saml_wire
// No packed message comes out larger than it may, and what is packed here comes out as it was.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "saml/wire/deflate.h"
#include "saml/wire/pasted.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gatehouse;
    const std::string octets(reinterpret_cast<const char*>(data), size);
    const auto out = saml::wire::inflate(octets);
    if (out && out->size() > saml::wire::kLargestMessage) {
        std::abort();
    }
    if (size <= saml::wire::kLargestMessage / 2 && saml::wire::inflate(saml::wire::deflate(octets)) != octets) {
        std::abort();
    }
    (void)saml::wire::readPasted(octets);
    return 0;
}
