// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/services.h"

namespace gatehouse::admin {

/// One round over every tenant's certificates, and the broker's own: in its audit log a CertificateExpiring once when
/// one has 90, 30, 14, 7 and 1 days left, and when it has ended. What is renewed begins anew. The round is made again
/// after a crash and says nothing twice. How many were recorded.
[[nodiscard]] Result<int> warnOfCertificates(const Services& services, Time now);

} // namespace gatehouse::admin
