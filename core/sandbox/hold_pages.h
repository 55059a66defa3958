// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: what is shown or said in place of an answer that is held.

#include "http/message.h"
#include "sandbox/narration.h"
#include "web/language.h"

namespace gatehouse::sandbox {

enum class Gone { Delivered, TimedOut, Dropped, Stopped };

/// What will be sent, in the language of the browser that waits.
[[nodiscard]] http::Response heldPage(const Narration& told);
/// The demo app is at work, and what it asks for is held on the way.
[[nodiscard]] http::Response workingPage(web::Language language);
/// There will be no answer (any more), and why.
[[nodiscard]] http::Response gonePage(Gone why, web::Language language);
/// The same to a server: an OAuth error (RFC 6749, 5.2).
[[nodiscard]] http::Response goneAnswer(Gone why);
/// Too many steps are held already.
[[nodiscard]] http::Response fullPage(web::Language language);
[[nodiscard]] http::Response fullAnswer();

} // namespace gatehouse::sandbox
