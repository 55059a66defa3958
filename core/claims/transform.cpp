// SPDX-License-Identifier: Apache-2.0
#include "claims/transform.h"

#include <map>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "claims/letter_case.h"
#include "claims/limits.h"
#include "claims/source.h"

namespace gatehouse::claims {

class Transform::Operation {
public:
    virtual ~Operation() = default;
    [[nodiscard]] virtual Result<json::Value> apply(const json::Value& value) const = 0;
};

namespace {

tl::unexpected<Error> bad(std::string_view message) {
    return fail(Code::InvalidArgument, "mapping.transform", message);
}

tl::unexpected<Error> wrongType() {
    return fail(Code::InvalidArgument, "mapping_wrong_type", "transforms want a text or a list of texts");
}

tl::unexpected<Error> tooLarge() {
    return fail(Code::InvalidArgument, "mapping_too_large", "at most 4,096 bytes a text and 1,000 texts");
}

/// Changes a text, or each text of a list.
class EachText : public Transform::Operation {
public:
    [[nodiscard]] Result<json::Value> apply(const json::Value& value) const final {
        if (const json::Array* list = value.if_array()) {
            if (list->size() > kMaxValues) {
                return tooLarge();
            }
            json::Array out;
            out.reserve(list->size());
            for (const json::Value& item : *list) {
                TRY(text, one(item));
                out.emplace_back(std::move(text));
            }
            return json::Value(std::move(out));
        }
        TRY(text, one(value));
        return json::Value(std::move(text));
    }

protected:
    [[nodiscard]] virtual std::string change(std::string text) const = 0;

private:
    [[nodiscard]] Result<std::string> one(const json::Value& value) const {
        std::optional<std::string> text = scalarText(value);
        if (!text) {
            return wrongType();
        }
        if (text->size() > kMaxText) {
            return tooLarge();
        }
        std::string changed = change(*std::move(text));
        if (changed.size() > kMaxText) {
            return tooLarge();
        }
        return changed;
    }
};

class Plain final : public EachText {
public:
    explicit Plain(std::string (*function)(const std::string&))
        : m_function(function) {}

protected:
    [[nodiscard]] std::string change(std::string text) const override { return m_function(std::move(text)); }

private:
    std::string (*m_function)(const std::string&);
};

class Before final : public EachText {
public:
    explicit Before(std::string_view mark)
        : m_mark(mark) {}

protected:
    [[nodiscard]] std::string change(std::string text) const override { return text.substr(0, text.find(m_mark)); }

private:
    std::string m_mark;
};

class After final : public EachText {
public:
    explicit After(std::string_view mark)
        : m_mark(mark) {}

protected:
    [[nodiscard]] std::string change(std::string text) const override {
        const std::size_t at = text.find(m_mark);
        return at == std::string::npos ? std::string() : text.substr(at + m_mark.size());
    }

private:
    std::string m_mark;
};

class Lookup final : public EachText {
public:
    explicit Lookup(std::map<std::string, std::string> table)
        : m_table(std::move(table)) {}

protected:
    [[nodiscard]] std::string change(std::string text) const override {
        auto found = m_table.find(text);
        if (found == m_table.end()) {
            found = m_table.find("*");
        }
        return found == m_table.end() ? text : found->second;
    }

private:
    std::map<std::string, std::string> m_table;
};

class Replace final : public EachText {
public:
    Replace(std::shared_ptr<const re2::RE2> expression, std::string replacement)
        : m_expression(std::move(expression))
        , m_replacement(std::move(replacement)) {}

protected:
    [[nodiscard]] std::string change(std::string text) const override {
        re2::RE2::GlobalReplace(&text, *m_expression, m_replacement);
        return text;
    }

private:
    std::shared_ptr<const re2::RE2> m_expression;
    std::string m_replacement;
};

class Split final : public Transform::Operation {
public:
    explicit Split(std::string_view mark)
        : m_mark(mark) {}
    [[nodiscard]] Result<json::Value> apply(const json::Value& value) const override {
        json::Array out;
        const json::Array* list = value.if_array();
        for (std::size_t i = 0; i < (list == nullptr ? 1 : list->size()); ++i) {
            const std::optional<std::string> text = scalarText(list == nullptr ? value : (*list)[i]);
            if (!text) {
                return wrongType();
            }
            for (std::size_t at = 0; at <= text->size();) {
                const std::size_t end = std::min(text->find(m_mark, at), text->size());
                if (end > at) {
                    out.emplace_back(std::string_view(*text).substr(at, end - at));
                }
                at = end + m_mark.size();
            }
            if (out.size() > kMaxValues || text->size() > kMaxValues * kMaxText) {
                return tooLarge();
            }
        }
        return json::Value(std::move(out));
    }

private:
    std::string m_mark;
};

class Join final : public Transform::Operation {
public:
    explicit Join(std::string_view mark)
        : m_mark(mark) {}
    [[nodiscard]] Result<json::Value> apply(const json::Value& value) const override {
        const json::Array* list = value.if_array();
        std::string out;
        for (std::size_t i = 0; i < (list == nullptr ? 1 : list->size()); ++i) {
            const std::optional<std::string> text = scalarText(list == nullptr ? value : (*list)[i]);
            if (!text) {
                return wrongType();
            }
            out.append(i == 0 ? "" : m_mark).append(*text);
            if (out.size() > kMaxText) {
                return tooLarge();
            }
        }
        return json::Value(std::move(out));
    }

private:
    std::string m_mark;
};

std::string trimmed(const std::string& text) {
    constexpr const char* kSpace = " \t\r\n\f\v";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

using Made = Result<std::shared_ptr<const Transform::Operation>>;

Made makeLookup(std::string_view argument) {
    const Result<json::Object> object = json::parseObject(argument);
    if (!object) {
        return bad("map: wants a JSON object of texts, such as map:{\"eng\":\"Engineering\"}");
    }
    std::map<std::string, std::string> table;
    for (const auto& [from, to] : *object) {
        if (!to.is_string() || to.get_string().size() > kMaxText) {
            return bad("every value of map: must be a text");
        }
        table.emplace(std::string_view(from.data(), from.size()), json::view(to.get_string()));
    }
    return std::make_shared<Lookup>(std::move(table));
}

/// Takes the text up to the next '/' that has no backslash before it; "\/" gives '/'.
std::optional<std::string> takePart(std::string_view& text) {
    std::string part;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '/') {
            text.remove_prefix(i + 1);
            return part;
        }
        if (text[i] == '\\' && i + 1 < text.size()) {
            if (text[++i] != '/') {
                part += '\\';
            }
        }
        part += text[i];
    }
    return std::nullopt;
}

Made makeReplace(std::string_view argument) {
    if (argument.size() > kMaxPattern || argument.empty() || argument.front() != '/') {
        return bad("regex: wants /expression/replacement/");
    }
    argument.remove_prefix(1);
    const std::optional<std::string> pattern = takePart(argument);
    const std::optional<std::string> replacement = pattern ? takePart(argument) : std::nullopt;
    if (!replacement || !argument.empty() || pattern->empty()) {
        return bad("regex: wants /expression/replacement/");
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kPatternMemory);
    auto expression = std::make_shared<const re2::RE2>(*pattern, options);
    if (!expression->ok()) {
        return bad("regex: " + expression->error());
    }
    std::string error;
    if (!expression->CheckRewriteString(*replacement, &error)) {
        return bad("regex: " + error);
    }
    return std::make_shared<Replace>(std::move(expression), *replacement);
}

Made make(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    if (colon == std::string_view::npos) {
        if (name == "trim") {
            return std::make_shared<Plain>(trimmed);
        }
        if (name == "lowercase") {
            return std::make_shared<Plain>([](const std::string& value) { return toLower(value); });
        }
        if (name == "uppercase") {
            return std::make_shared<Plain>([](const std::string& value) { return toUpper(value); });
        }
        return bad("is none of trim, lowercase, uppercase, before:, after:, split:, join:, map:, regex:");
    }
    const std::string_view argument = text.substr(colon + 1);
    if (name == "join") {
        return std::make_shared<Join>(argument);
    }
    if (argument.empty()) {
        return bad("wants something after the colon");
    }
    if (name == "before") {
        return std::make_shared<Before>(argument);
    }
    if (name == "after") {
        return std::make_shared<After>(argument);
    }
    if (name == "split") {
        return std::make_shared<Split>(argument);
    }
    if (name == "map") {
        return makeLookup(argument);
    }
    if (name == "regex") {
        return makeReplace(argument);
    }
    return bad("is none of trim, lowercase, uppercase, before:, after:, split:, join:, map:, regex:");
}

} // namespace

Result<Transform> Transform::parse(std::string_view text) {
    TRY(operation, make(text));
    return Transform(std::string(text), std::move(operation));
}

Result<json::Value> Transform::apply(const json::Value& value) const {
    return m_operation->apply(value);
}

} // namespace gatehouse::claims
