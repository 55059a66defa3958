// SPDX-License-Identifier: Apache-2.0
#include "web/texts.h"

#include <cstdlib>
#include <map>

#include "base/log.h"
#include "web/assets.h"
#include "json/json.h"

namespace gatehouse::web {
namespace {

template <class Words>
using ByKey = std::map<std::string, Words, std::less<>>;

struct Reason {
    std::string message;
    std::string cure;
};

struct Catalogue {
    ByKey<std::string> texts;
    ByKey<Reason> reasons;
};

[[noreturn]] void missing(std::string_view what) {
    log::error("web.page_missing", {{"name", std::string(what)}});
    std::abort();
}

// The members of a JSON file among the assets; an empty object where there is no such file.
json::Object objectIn(const std::string& name) {
    for (const Asset& each : assets()) {
        if (each.name == name) {
            auto object = json::parseObject(each.text);
            if (!object) {
                missing(name);
            }
            return *std::move(object);
        }
    }
    return {};
}

Catalogue read(Language language) {
    const std::string tag(tagOf(language));
    Catalogue catalogue;
    for (const auto& member : objectIn("messages." + tag + ".json")) {
        if (member.value().is_string()) {
            catalogue.texts.emplace(member.key(), json::view(member.value().get_string()));
        }
    }
    for (const auto& member : objectIn("reasons." + tag + ".json")) {
        if (const json::Array* pair = member.value().if_array();
            pair != nullptr && pair->size() == 2 && (*pair)[0].is_string() && (*pair)[1].is_string()) {
            catalogue.reasons.emplace(member.key(), Reason{std::string(json::view((*pair)[0].get_string())),
                                                           std::string(json::view((*pair)[1].get_string()))});
        }
    }
    return catalogue;
}

const Catalogue& catalogueOf(Language language) {
    static const std::vector<Catalogue> all = [] {
        std::vector<Catalogue> each;
        for (const Language one : languages()) {
            each.push_back(read(one));
        }
        return each;
    }();
    return all.at(static_cast<std::size_t>(language));
}

template <class Words>
std::vector<std::string_view> keysOf(const ByKey<Words>& all) {
    std::vector<std::string_view> keys;
    keys.reserve(all.size());
    for (const auto& [key, words] : all) {
        keys.emplace_back(key);
    }
    return keys;
}

// A text as the markup of a template.
void appendMarkup(std::string& out, std::string_view words) {
    for (const char c : words) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '{':
            out += "<bdi>{{";
            break;
        case '}':
            out += "}}</bdi>";
            break;
        default:
            out += c;
        }
    }
}

} // namespace

std::string_view text(Language language, std::string_view key) {
    for (const Language each : {language, Language::English}) {
        const auto& texts = catalogueOf(each).texts;
        if (const auto found = texts.find(key); found != texts.end()) {
            return found->second;
        }
    }
    missing(key);
}

std::string text(Language language, std::string_view key, std::string_view value) {
    std::string out(text(language, key));
    const bool isolate = directionOf(language) == "rtl";
    const std::size_t begin = out.find('{');
    const std::size_t end = out.find('}', begin == std::string::npos ? 0 : begin);
    if (begin != std::string::npos && end != std::string::npos) {
        out.replace(begin, end + 1 - begin,
                    (isolate ? "\xE2\x81\xA8" : "") + std::string(value) + (isolate ? "\xE2\x81\xA9" : ""));
    }
    return out;
}

std::string timeText(Time time) {
    const std::string text = toRfc3339(time);
    return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

std::vector<std::string_view> textKeys(Language language) {
    return keysOf(catalogueOf(language).texts);
}

std::optional<ReasonText> reasonText(Language language, std::string_view reason) {
    const auto& reasons = catalogueOf(language).reasons;
    const auto found = reasons.find(reason);
    return found == reasons.end() ? std::nullopt : std::optional(ReasonText{found->second.message, found->second.cure});
}

std::vector<std::string_view> reasonKeys(Language language) {
    return keysOf(catalogueOf(language).reasons);
}

std::string translated(Language language, std::string_view page) {
    std::string out;
    out.reserve(page.size() * 2);
    for (;;) {
        const std::size_t begin = page.find("[[");
        const std::size_t end = begin == std::string_view::npos ? begin : page.find("]]", begin);
        if (end == std::string_view::npos) {
            return out.append(page);
        }
        out.append(page.substr(0, begin));
        appendMarkup(out, text(language, page.substr(begin + 2, end - begin - 2)));
        page.remove_prefix(end + 2);
    }
}

} // namespace gatehouse::web
