// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/pasted.h"

#include <algorithm>

#include "saml/wire/deflate.h"

namespace gatehouse::saml::wire {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::string_view trimmed(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const std::size_t begin = text.find_first_not_of(kSpace);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// The value of the parameter that carries a message, if the text has one.
std::string_view parameterOf(std::string_view text) {
    for (const std::string_view name : {"SAMLResponse=", "SAMLRequest="}) {
        if (const std::size_t at = text.find(name); at != std::string_view::npos) {
            const std::string_view value = text.substr(at + name.size());
            return value.substr(0, value.find_first_of("& \t\r\n\"'"));
        }
    }
    return text;
}

std::string percentDecoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto octet = text[at] == '%' ? hexDecode(asciiLower(text.substr(at + 1, 2))) : Result<Bytes>(Bytes());
        if (octet && octet->size() == 1) {
            out.append(*octet);
            at += 2;
        } else {
            out.push_back(text[at]);
        }
    }
    return out;
}

} // namespace

Result<Pasted> readPasted(std::string_view pasted) {
    if (pasted.size() > 2 * kLargestMessage) {
        return fail(Code::InvalidArgument, "saml.too_large");
    }
    const std::string_view text = trimmed(pasted);
    if (text.starts_with('<')) {
        return Pasted{std::string(text), "XML"};
    }
    std::string base64 = percentDecoded(parameterOf(text));
    if (trimmed(base64).starts_with('<')) {
        return Pasted{std::string(trimmed(base64)), "XML"};
    }
    base64.erase(
        std::remove_if(base64.begin(), base64.end(), [](char c) { return kSpace.find(c) != std::string_view::npos; }),
        base64.end());
    const auto octets = base64Decode(base64);
    if (!octets || octets->empty()) {
        return fail(Code::InvalidArgument, "saml.malformed", "neither XML nor base64");
    }
    if (trimmed(*octets).starts_with('<')) {
        return Pasted{std::string(trimmed(*octets)), "base64"};
    }
    TRY(inflated, inflate(*octets));
    return Pasted{std::string(trimmed(inflated)), "base64 of DEFLATE"};
}

} // namespace gatehouse::saml::wire
