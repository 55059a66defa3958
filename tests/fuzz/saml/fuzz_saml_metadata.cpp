// SPDX-License-Identifier: Apache-2.0
// links: gatehouse_saml_wire
// Whatever is read has a name and addresses of the web.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "saml/wire/idp_metadata.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace gatehouse;
    const auto read = saml::wire::readIdpMetadata(std::string_view(reinterpret_cast<const char*>(data), size));
    if (read) {
        for (const saml::wire::Endpoint& each : read->singleSignOn) {
            if (!each.location.starts_with("http")) {
                std::abort();
            }
        }
        if (read->entityId.empty()) {
            std::abort();
        }
    }
    return 0;
}
