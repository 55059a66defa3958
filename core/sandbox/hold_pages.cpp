// SPDX-License-Identifier: Apache-2.0
#include "sandbox/hold_pages.h"

#include "sandbox/page.h"
#include "json/json.h"

namespace gatehouse::sandbox {

namespace {

struct Words {
    int status;
    std::string_view title;
    std::string_view text;
};

Words wordsOf(Gone why) {
    switch (why) {
    case Gone::Delivered:
        return {410, "This answer is gone",
                "It was delivered already, or waited too long to be fetched. An answer is delivered once, to the "
                "browser that asked. Start the sign-in again."};
    case Gone::TimedOut:
        return {504, "This step was held for too long",
                "Nobody pressed Next in the console for ten minutes, so the step was given up and nothing was sent. "
                "Start the sign-in again."};
    case Gone::Dropped:
        return {503, "The sandbox was put back",
                "It was reset to the start of the class while this step was held. Start the sign-in again."};
    case Gone::Stopped:
        return {503, "The broker is stopping", "It stopped while this step was held. Start the sign-in again later."};
    }
    return {};
}

constexpr std::string_view kFull = "Too many steps are held already. Release some in the console, then start again.";

std::string parentOf(const std::string& place) {
    return place.substr(0, place.rfind('/'));
}

http::Response errorAnswer(int status, std::string_view description) {
    return jsonAnswer(
        status, json::write(json::Object{{"error", "temporarily_unavailable"}, {"error_description", description}}));
}

} // namespace

http::Response heldPage(const std::string& place, const Narration& told) {
    return htmlPage(200, parentOf(place), "Held: " + told.step,
                    "<h1>This step is held</h1>\n<p>Gatehouse has its answer ready and keeps it until somebody presses "
                    "Next in the console. This page then goes on by itself.</p>\n<div class=\"panel\"><dl>"
                    "<dt>Step</dt><dd id=\"held-step\">" +
                        escapeHtml(told.step) + "</dd><dt>From</dt><dd>" + escapeHtml(told.from) +
                        "</dd><dt>To</dt><dd>" + escapeHtml(told.to) + "</dd></dl></div>\n<p class=\"note\">" +
                        escapeHtml(told.caption) + "</p>");
}

http::Response workingPage(const std::string& place) {
    return htmlPage(
        200, parentOf(place), "The app is waiting",
        "<h1>The app is waiting</h1>\n<p>The demo app is asking Gatehouse for tokens, and that answer is held. "
        "Press Next in the console; this page then goes on by itself.</p>");
}

http::Response gonePage(const std::string& place, Gone why) {
    const Words words = wordsOf(why);
    return htmlPage(words.status, parentOf(place), words.title,
                    "<h1>" + std::string(words.title) + "</h1>\n<p class=\"note bad\">" + std::string(words.text) +
                        "</p>");
}

http::Response goneAnswer(Gone why) {
    const Words words = wordsOf(why);
    return errorAnswer(words.status, words.text);
}

http::Response fullPage(const std::string& place) {
    return htmlPage(503, parentOf(place), "Too many steps are held",
                    "<h1>Too many steps are held</h1>\n<p class=\"note bad\">" + std::string(kFull) + "</p>");
}

http::Response fullAnswer() {
    return errorAnswer(503, kFull);
}

} // namespace gatehouse::sandbox
