// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::sandbox {

/// The language that a request likes best, by its ui_locales and Accept-Language.
[[nodiscard]] web::Language languageOf(const http::Request& request);
/// A page of resources/pages in the practice world's frame (web::practicePage), with the headers of every answer here.
[[nodiscard]] http::Response htmlPage(int status, std::string_view name, const json::Object& data,
                                      web::Language language);
/// Words about something that ended, in a page of its own.
struct Note {
    std::string title;
    std::string problem{}; ///< with the look of one; else `message`
    std::string message{};
    std::string hint{};
};
[[nodiscard]] http::Response notePage(int status, const Note& note, web::Language language);
[[nodiscard]] http::Response seeOther(const std::string& location);
[[nodiscard]] http::Response jsonAnswer(int status, std::string body);
/// 405 with Allow, or 404.
[[nodiscard]] http::Response wrongMethod(std::string_view allow);
[[nodiscard]] http::Response notFound();

} // namespace gatehouse::sandbox
