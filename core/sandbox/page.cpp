// SPDX-License-Identifier: Apache-2.0
#include "sandbox/page.h"

#include "http/forms.h"
#include "web/page.h"

namespace gatehouse::sandbox {

namespace {

void addHeaders(http::Response& response) {
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("X-Content-Type-Options", "nosniff");
    response.headers.set("Referrer-Policy", "no-referrer");
}

} // namespace

web::Language languageOf(const http::Request& request) {
    const auto parameters = http::Parameters::parse(request.method == "POST" ? request.body : request.query);
    return web::chooseLanguage(parameters ? parameters->get("ui_locales").value_or("") : std::string_view(),
                               request.headers.get("Accept-Language").value_or(""));
}

http::Response htmlPage(int status, std::string_view name, const json::Object& data, web::Language language) {
    http::Response response = web::practicePage(status, name, data, language);
    addHeaders(response);
    response.headers.set("X-Frame-Options", "DENY");
    return response;
}

http::Response notePage(int status, const Note& note, web::Language language) {
    return htmlPage(status, "practice_note",
                    {{"title", note.title}, {"problem", note.problem}, {"message", note.message}, {"hint", note.hint}},
                    language);
}

http::Response seeOther(const std::string& location) {
    http::Response response;
    response.status = 303;
    addHeaders(response);
    if (!response.headers.trySet("Location", location)) {
        response.status = 500;
    }
    return response;
}

http::Response jsonAnswer(int status, std::string body) {
    http::Response response;
    response.status = status;
    addHeaders(response);
    response.headers.set("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

http::Response wrongMethod(std::string_view allow) {
    http::Response response = jsonAnswer(405, R"({"error":"method_not_allowed"})");
    response.headers.set("Allow", std::string(allow));
    return response;
}

http::Response notFound() {
    return jsonAnswer(404, R"({"error":"not_found"})");
}

} // namespace gatehouse::sandbox
