// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scim/tester/probe.h"

namespace gatehouse::scim::tester {

// In the order in which they are asked. Each works with people of its own, so that one that fails spoils no other.
void discovery(Probe& probe);   ///< what the server says of itself; fills Probe::features
void credentials(Probe& probe); ///< with no token, and with a wrong one
void creation(Probe& probe);    ///< POST, and what it must refuse
void people(Probe& probe);      ///< GET of one: projection, entity tags, errors
void replacing(Probe& probe);   ///< PUT
void patching(Probe& probe);    ///< PATCH
void filters(Probe& probe);     ///< the grammar, operator by operator
void lists(Probe& probe);       ///< pages by index and by cursor, order, .search
void groups(Probe& probe);      ///< members, nesting, projection
void bulk(Probe& probe);        ///< Bulk, bulkId, failOnErrors
void vendors(Probe& probe);     ///< what Entra, Okta and Google send besides the standard; warnings
void deletion(Probe& probe);    ///< DELETE, and that nothing is left

} // namespace gatehouse::scim::tester
