// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hold_pages.h"

#include <string>
#include <string_view>
#include <utility>

#include "sandbox/page.h"
#include "web/texts.h"
#include "json/json.h"

namespace gatehouse::sandbox {

using web::Language;
using web::text;

namespace {

struct Words {
    int status;
    std::string_view title;
    std::string_view problem;
};

Words wordsOf(Gone why, Language language) {
    switch (why) {
    case Gone::Delivered:
        return {410, text(language, "hold.delivered"), text(language, "hold.deliveredHow")};
    case Gone::TimedOut:
        return {504, text(language, "hold.timedOut"), text(language, "hold.timedOutHow")};
    case Gone::Dropped:
        return {503, text(language, "hold.dropped"), text(language, "hold.droppedHow")};
    case Gone::Stopped:
        return {503, text(language, "hold.stopped"), text(language, "hold.stoppedHow")};
    }
    return {};
}

/// Gatehouse is called so in every language.
std::string partyOf(const std::string& party, Language language) {
    for (const auto& [name, key] :
         {std::pair("Browser", "hold.browser"), std::pair("App", "hold.app"), std::pair("Provider", "hold.provider")}) {
        if (party == name) {
            return std::string(text(language, key));
        }
    }
    return party;
}

http::Response errorAnswer(int status, std::string_view description) {
    return jsonAnswer(
        status, json::write(json::Object{{"error", "temporarily_unavailable"}, {"error_description", description}}));
}

} // namespace

http::Response heldPage(const Narration& told) {
    return htmlPage(200, "practice_held",
                    {{"title", text(told.language, "hold.title")},
                     {"step", told.step},
                     {"from", partyOf(told.from, told.language)},
                     {"to", partyOf(told.to, told.language)},
                     {"caption", captionIn(told, told.language)}},
                    told.language);
}

http::Response workingPage(Language language) {
    return notePage(200,
                    {.title = std::string(text(language, "hold.working")),
                     .message = std::string(text(language, "hold.workingHow"))},
                    language);
}

http::Response gonePage(Gone why, Language language) {
    const Words words = wordsOf(why, language);
    return notePage(words.status, {.title = std::string(words.title), .problem = std::string(words.problem)}, language);
}

http::Response goneAnswer(Gone why) {
    const Words words = wordsOf(why, Language::English);
    return errorAnswer(words.status, words.problem);
}

http::Response fullPage(Language language) {
    return notePage(
        503,
        {.title = std::string(text(language, "hold.full")), .problem = std::string(text(language, "hold.fullHow"))},
        language);
}

http::Response fullAnswer() {
    return errorAnswer(503, text(Language::English, "hold.fullHow"));
}

} // namespace gatehouse::sandbox
