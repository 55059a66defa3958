// SPDX-License-Identifier: Apache-2.0
#include <idn2.h>
#include <libpsl.h>

#include <algorithm>
#include <memory>

#include "base/encoding.h"
#include "tenants/domains.h"

namespace gatehouse::tenants {

namespace {

constexpr std::size_t kMaxName = 253;
constexpr std::size_t kMaxLabel = 63;

bool isHostLabel(std::string_view label) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !label.empty() && label.size() <= kMaxLabel && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), allowed);
}

/// Two labels or more, and a last one that is no number, so that no IP address passes.
bool isHostName(std::string_view name) {
    if (name.size() > kMaxName || name.find('.') == std::string_view::npos) {
        return false;
    }
    std::size_t begin = 0;
    while (true) {
        const std::size_t dot = name.find('.', begin);
        const std::string_view label = name.substr(begin, dot - begin);
        if (!isHostLabel(label)) {
            return false;
        }
        if (dot == std::string_view::npos) {
            return !std::all_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
        }
        begin = dot + 1;
    }
}

/// IDNA 2008 with the mapping of UTS 46, non-transitional; the result is ASCII.
Result<std::string> toAscii(std::string_view text) {
    constexpr std::size_t kMaxInput = 1024;
    if (text.ends_with('.')) {
        text.remove_suffix(1);
    }
    if (text.empty() || text.size() > kMaxInput || text.find('\0') != std::string_view::npos || !isUtf8(text)) {
        return fail(Code::InvalidArgument, "domain.malformed");
    }
    char* output = nullptr;
    const int outcome = idn2_to_ascii_8z(std::string(text).c_str(), &output, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    const std::unique_ptr<char, void (*)(void*)> owner(output, idn2_free);
    if (outcome != IDN2_OK || output == nullptr) {
        return fail(Code::InvalidArgument, "domain.malformed", idn2_strerror(outcome));
    }
    std::string name = asciiLower(output);
    if (!isHostName(name)) {
        return fail(Code::InvalidArgument, "domain.malformed");
    }
    return name;
}

/// The system's list where there is one that is newer than the built-in one. Loaded once.
const psl_ctx_t* publicSuffixes() {
    static const std::unique_ptr<psl_ctx_t, void (*)(psl_ctx_t*)> list(psl_latest(nullptr), psl_free);
    return list.get();
}

} // namespace

Result<std::string> normalizeDomain(std::string_view text) {
    TRY(name, toAscii(text));
    const psl_ctx_t* list = publicSuffixes();
    if (list == nullptr) {
        return fail(Code::Internal, "domain.no_suffix_list");
    }
    if (psl_is_public_suffix(list, name.c_str()) != 0) {
        return fail(Code::InvalidArgument, "domain.public_suffix");
    }
    return name;
}

Result<std::string> domainOfEmail(std::string_view email) {
    const std::size_t at = email.rfind('@');
    if (at == std::string_view::npos || at == 0) {
        return fail(Code::InvalidArgument, "domain.malformed");
    }
    return toAscii(email.substr(at + 1));
}

} // namespace gatehouse::tenants
