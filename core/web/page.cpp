// SPDX-License-Identifier: Apache-2.0
#include "web/page.h"

#include <cstdlib>
#include <unordered_map>

#include <kainjow/mustache.hpp>

#include "base/log.h"
#include "crypto/hash.h"
#include "web/assets.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::web {
namespace {

using kainjow::mustache::data;

data toData(const json::Value& value) {
    if (value.is_object()) {
        data out(data::type::object);
        for (const auto& member : value.get_object()) {
            out.set(std::string(member.key()), toData(member.value()));
        }
        return out;
    }
    if (value.is_array()) {
        data out(data::type::list);
        for (const json::Value& item : value.get_array()) {
            out.push_back(toData(item));
        }
        return out;
    }
    if (value.is_bool()) {
        return data(value.get_bool());
    }
    if (value.is_string()) {
        // An empty text is absent, so that {{#x}} sections can ask for it.
        return value.get_string().empty() ? data(false) : data(std::string(json::view(value.get_string())));
    }
    return value.is_null() ? data(false) : data(json::write(value));
}

std::string_view assetText(std::string_view name) {
    for (const Asset& each : assets()) {
        if (each.name == name) {
            return each.text;
        }
    }
    log::error("web.page_missing", {{"name", std::string(name)}});
    std::abort();
}

/// What a layout and its style sheet are called.
struct Look {
    std::string_view layout;
    std::string_view style;
};
constexpr Look kCompany{"layout.html", "style.css"};
constexpr Look kPractice{"practice.html", "practice.css"};
constexpr std::string_view kIcon = "gatehouse.svg"; ///< else each browser asks for a favicon.ico

std::string hashedName(const Look& look) {
    const std::string file(look.style);
    return file.substr(0, file.find('.')) + "-" + hexEncode(crypto::sha256(assetText(file))).substr(0, 12) + ".css";
}

/// The name that a browser may keep for ever: with the hash of what is in the file.
const std::string& styleName(const Look& look) {
    static const std::string company = hashedName(kCompany);
    static const std::string practice = hashedName(kPractice);
    return look.style == kCompany.style ? company : practice;
}

/// What several templates have in them.
struct Part {
    std::string_view name;
    std::string_view file;
};
constexpr Part kParts[] = {{"languageChoice", "languages.html"},
                           {"appGets", "app_gets.html"},
                           {"appLogo", "app_logo.html"},
                           {"appPages", "app_pages.html"}};

constexpr char kRetryAfter[] = "30"; // seconds

http::Response render(const Look& look, int status, std::string_view name, const json::Object& pageData,
                      Language language) {
    // A template keeps render state, so each rendering parses its own: some microseconds, on pages that people read.
    data values = toData(json::Value(pageData));
    values.set("style", styleName(look));
    values.set("lang", std::string(tagOf(language)));
    values.set("dir", std::string(directionOf(language)));
    values.set("switchable", pageData.contains("languages"));
    for (const Part& part : kParts) {
        values.set(std::string(part.name), kainjow::mustache::partial{[language, file = part.file] {
                       return translated(language, assetText(file));
                   }});
    }
    kainjow::mustache::mustache body{translated(language, assetText(std::string(name) + ".html"))};
    values.set("content", body.render(values));
    kainjow::mustache::mustache layout{translated(language, assetText(look.layout))};
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", "text/html; charset=utf-8");
    response.headers.set("Content-Language", std::string(tagOf(language)));
    response.headers.set("Vary", "Accept-Language");
    response.headers.set("Content-Security-Policy", contentPolicy("*"));
    response.headers.set("Cache-Control", "no-store");
    response.body = layout.render(values);
    return response;
}

} // namespace

std::string contentPolicy(std::string_view formAction) {
    return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
           "form-action " +
           std::string(formAction);
}

http::Response page(int status, std::string_view name, const json::Object& pageData, Language language) {
    return render(kCompany, status, name, pageData, language);
}

http::Response practicePage(int status, std::string_view name, const json::Object& pageData, Language language) {
    return render(kPractice, status, name, pageData, language);
}

json::Array languageLinks(Language current, std::string_view address, const http::Parameters& parameters) {
    json::Array links;
    for (const Language language : languages()) {
        http::Parameters again;
        for (const auto& [name, value] : parameters.pairs()) {
            if (name != "ui_locales") {
                again.append(name, value);
            }
        }
        again.append("ui_locales", std::string(tagOf(language)));
        links.push_back(json::Object{{"tag", tagOf(language)},
                                     {"own", nameOf(language)},
                                     {"href", language == current ? std::string() : http::withQuery(address, again)}});
    }
    return links;
}

http::Response errorPage(const ErrorPage& error) {
    json::Object values;
    values["title"] = text(error.language, "error.title");
    values["brand"] = error.brand;
    values["message"] = error.message;
    values["advice"] = error.advice;
    values["byYou"] = error.cureBy == CureBy::You;
    values["byAdministrator"] = error.cureBy == CureBy::Administrator;
    values["byWaiting"] = error.cureBy == CureBy::Wait;
    values["reason"] = error.reason;
    values["reference"] = error.reference;
    values["time"] = error.time;
    values["returnTo"] = error.returnTo;
    values["app"] = error.app;
    values["asked"] = error.asked;
    values["got"] = error.got;
    http::Response response = page(error.status, "error", values, error.language);
    if (error.status == 503 && error.cureBy == CureBy::Wait) {
        response.headers.set("Retry-After", kRetryAfter);
    }
    return response;
}

http::Response asset(std::string_view name) {
    http::Response response;
    if (name == kIcon) {
        response.headers.set("Content-Type", "image/svg+xml");
        response.headers.set("Cache-Control", "public, max-age=86400");
        response.body = std::string(assetText(kIcon));
        return response;
    }
    for (const Look& look : {kCompany, kPractice}) {
        if (name == styleName(look)) {
            response.headers.set("Content-Type", "text/css; charset=utf-8");
            response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
            response.body = std::string(assetText(look.style));
            return response;
        }
    }
    response.status = 404;
    return response;
}

} // namespace gatehouse::web
