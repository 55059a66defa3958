// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/record.h"
#include "ssf/transmitter/security_event.h"

namespace gatehouse::ssf::transmitter {

/// The events of RFC 9967 that a stream can have. Those of a change name what changed and hold no value ("notice"): a
/// receiver that may know more asks for the resource.
[[nodiscard]] std::span<const std::string_view> scimEventTypes();
/// The types of the log's records that they are made of.
[[nodiscard]] std::span<const std::string_view> followedRecords();

/// The names of the attributes that a resource has now; for a record that does not say which it is about.
using WholeResource = std::function<std::vector<std::string>()>;

/// What a record of the log is to those who provision by it; mostly one event, or none. `sub_id` is of the format
/// "scim", without an externalId.
[[nodiscard]] std::vector<SecurityEvent> scimEventsOf(const audit::Entry& entry, const WholeResource& whole);

} // namespace gatehouse::ssf::transmitter
