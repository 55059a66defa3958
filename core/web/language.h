// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "tenants/tenant.h"

namespace gatehouse::web {

using Language = tenants::Language;

/// All of them, in the order in which a page offers them.
[[nodiscard]] std::span<const Language> languages();
/// Its language tag (RFC 5646): "en", "de", "ar".
[[nodiscard]] std::string_view tagOf(Language language);
/// Its name in itself: "Deutsch".
[[nodiscard]] std::string_view nameOf(Language language);
/// How it is written: "ltr" or "rtl", as HTML's `dir` has it.
[[nodiscard]] std::string_view directionOf(Language language);
/// The language of a tag; nullopt for one that we have no pages in, and for what is no tag.
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view tag);

/// The language of a page by lookup (RFC 4647, 3.4): the first of `uiLocales` (OpenID Connect Core 1.0, 3.1.2.1: tags
/// between spaces, the best first) that we have, else the dearest of `acceptLanguage` (RFC 9110, 12.5.4), else
/// `otherwise`. Both come from outside: what is no tag is passed over, and no more is read than the first kilobyte and
/// the first thirty tags of each.
[[nodiscard]] Language chooseLanguage(std::string_view uiLocales, std::string_view acceptLanguage,
                                      Language otherwise = Language::English);

} // namespace gatehouse::web
