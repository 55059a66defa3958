// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "keys/key_ring.h"
#include "store/store.h"

namespace gatehouse::saml::keys {

/// The tenant's ring with keys for SAML in it: one that signs, one published ahead, one that opens what is encrypted to
/// us. Made at the first call, which takes some tenths of a second and leaves KeyCreated records; afterwards it is a
/// look-up. Errors of KeyRing and of the store.
[[nodiscard]] Result<std::shared_ptr<const gatehouse::keys::Ring>>
ringForSaml(store::Store& store, const gatehouse::keys::KeyRing& keys, const TenantId& tenant, Time now);

} // namespace gatehouse::saml::keys
