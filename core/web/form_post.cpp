// SPDX-License-Identifier: Apache-2.0
// A page whose form sends itself. What it carries may be long and the way of every login, so the page is rendered once
// for each language, and the form's own words are put where it was cut.
#include <cstdlib>
#include <map>
#include <utility>

#include "base/encoding.h"
#include "base/log.h"
#include "crypto/hash.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::web {
namespace {

constexpr std::string_view kScript = "document.forms[0].submit()";
constexpr std::string_view kAction = "@action@";
constexpr std::string_view kInputs = "@inputs@";

/// The page without its body, and this in three pieces: up to where the form goes, up to what it carries, and the rest.
struct Frame {
    http::Response page;
    std::string head;
    std::string middle;
    std::string foot;
};

Frame frameIn(Language language) {
    Frame frame;
    frame.page = page(200, "form_post",
                      {{"title", text(language, "formPost.title")},
                       {"action", std::string(kAction)},
                       {"inputs", std::string(kInputs)},
                       {"script", "<script>" + std::string(kScript) + "</script>"}},
                      language);
    const std::string body = std::exchange(frame.page.body, {});
    const std::size_t action = body.find(kAction);
    const std::size_t inputs = body.find(kInputs);
    if (action == std::string::npos || inputs == std::string::npos || inputs < action) {
        log::error("web.page_missing", {{"name", "form_post"}});
        std::abort();
    }
    const std::size_t afterAction = action + kAction.size();
    frame.head = body.substr(0, action);
    frame.middle = body.substr(afterAction, inputs - afterAction);
    frame.foot = body.substr(inputs + kInputs.size());
    return frame;
}

const Frame& frameOf(Language language) {
    static const std::map<Language, Frame> frames = [] {
        std::map<Language, Frame> all;
        for (const Language each : languages()) {
            all.emplace(each, frameIn(each));
        }
        return all;
    }();
    return frames.at(language);
}

/// As the value of an attribute in double quotes.
void appendEscaped(std::string_view text, std::string& out) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '&' || c == '"' || c == '<' || c == '>') {
            out.append(text, begin, at - begin);
            out.append(c == '&' ? "&amp;" : c == '"' ? "&quot;" : c == '<' ? "&lt;" : "&gt;");
            begin = at + 1;
        }
    }
    out.append(text, begin);
}

} // namespace

http::Response formPostPage(const std::string& action, const http::Parameters& parameters, Language language) {
    static const std::string script = "; script-src 'sha256-" + base64Encode(crypto::sha256(kScript)) + "'";
    const Frame& frame = frameOf(language);
    http::Response response = frame.page;
    std::string& out = response.body;
    out = frame.head;
    appendEscaped(action, out);
    out += frame.middle;
    for (const auto& [name, value] : parameters.pairs()) {
        out += "<input type=\"hidden\" name=\"";
        appendEscaped(name, out);
        out += "\" value=\"";
        appendEscaped(value, out);
        out += "\">";
    }
    out += frame.foot;
    // To the app and, since browsers hold a form's redirects to this as well, to wherever it goes on to.
    response.headers.set("Content-Security-Policy", contentPolicy(originOf(action) + " https:") + script);
    return response;
}

} // namespace gatehouse::web
