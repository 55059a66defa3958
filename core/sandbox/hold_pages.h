// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: what is shown or said in place of an answer that is held. `place` is
// "/sandbox/{slug}/held"; the style sheet is the practice provider's, one level up.
#include <string>

#include "http/message.h"
#include "sandbox/narration.h"

namespace gatehouse::sandbox {

enum class Gone { Delivered, TimedOut, Dropped, Stopped };

/// "Held: ..." with what will be sent.
[[nodiscard]] http::Response heldPage(const std::string& place, const Narration& told);
/// The demo app is at work, and what it asks for is held on the way.
[[nodiscard]] http::Response workingPage(const std::string& place);
/// There will be no answer (any more), and why.
[[nodiscard]] http::Response gonePage(const std::string& place, Gone why);
/// The same to a server: an OAuth error (RFC 6749, 5.2).
[[nodiscard]] http::Response goneAnswer(Gone why);
/// Too many steps are held already.
[[nodiscard]] http::Response fullPage(const std::string& place);
[[nodiscard]] http::Response fullAnswer();

} // namespace gatehouse::sandbox
