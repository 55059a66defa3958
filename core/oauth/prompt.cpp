// SPDX-License-Identifier: Apache-2.0
#include "oauth/prompt.h"

#include <algorithm>
#include <cstdint>

namespace gatehouse::oauth {
namespace {

bool* memberFor(Prompt& prompt, std::string_view value) {
    if (value == "none") {
        return &prompt.none;
    }
    if (value == "login") {
        return &prompt.login;
    }
    if (value == "consent") {
        return &prompt.consent;
    }
    if (value == "select_account") {
        return &prompt.selectAccount;
    }
    return value == "create" ? &prompt.create : nullptr;
}

} // namespace

Result<Prompt> parsePrompt(std::string_view text) {
    Prompt prompt;
    if (text.empty()) {
        return prompt;
    }
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        bool* const member = memberFor(prompt, text.substr(start, end - start));
        if (member == nullptr) {
            return fail(Code::InvalidArgument, "oauth.invalid_request.prompt");
        }
        *member = true;
        start = end + 1;
    }
    if (prompt.none && (prompt.login || prompt.consent || prompt.selectAccount || prompt.create)) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.prompt");
    }
    return prompt;
}

std::string promptAfterChoice(std::string_view text) {
    constexpr std::string_view kDone = "select_account";
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (const std::string_view word = text.substr(0, end); !word.empty() && word != kDone) {
            out.append(out.empty() ? "" : " ").append(word);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

Result<Seconds> parseMaxAge(std::string_view text) {
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.empty() || text.size() > 10 || !digits) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.max_age");
    }
    std::int64_t value = 0;
    for (const char c : text) {
        value = value * 10 + (c - '0');
    }
    return Seconds(value);
}

} // namespace gatehouse::oauth
