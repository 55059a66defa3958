// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "admin/api/transport.h"
#include "base/result.h"

namespace gatehouse::ctl {

/// Gives the next bytes of an answer; empty at its end.
using ReadMore = std::function<Result<std::string>()>;

/// Reads one HTTP/1.1 answer (RFC 9112): interim answers passed over, the body by Content-Length, chunked, or until the
/// end. At most 64 KiB of header and 1 GiB of body. `ctl.reply_malformed`, `ctl.reply_too_large`, `ctl.reply_cut`.
[[nodiscard]] Result<admin::api::Reply> readReply(const ReadMore& more);

} // namespace gatehouse::ctl
