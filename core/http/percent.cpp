// SPDX-License-Identifier: Apache-2.0
#include "http/percent.h"

#include "base/encoding.h"
#include "http/forms.h"
#include "http/syntax.h"

namespace gatehouse::http {

namespace {

constexpr int hexValue(char c) {
    if (isDigit(c)) {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

constexpr bool isUnreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '-' || c == '.' || c == '_' ||
           c == '~';
}

} // namespace

Result<std::string> decodePercent(std::string_view text, PlusSign plus) {
    std::string decoded(text.size(), '\0'); // written in place: a message of SAML has thousands of characters
    char* end = decoded.data();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            *end++ = text[i] == '+' && plus == PlusSign::IsSpace ? ' ' : text[i];
        } else {
            const int high = text.size() - i > 2 ? hexValue(text[i + 1]) : -1;
            const int low = text.size() - i > 2 ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return fail(Code::InvalidArgument, "http.form_encoding",
                            "a percent sign without two hexadecimal digits");
            }
            *end++ = static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    decoded.resize(std::size_t(end - decoded.data()));
    if (decoded.find('\0') != std::string::npos) {
        return fail(Code::InvalidArgument, "http.form_encoding", "a NUL character");
    }
    if (!isUtf8(decoded)) {
        return fail(Code::InvalidArgument, "http.form_encoding", "text that is not UTF-8");
    }
    return decoded;
}

std::string percentEncode(std::string_view text) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += kHex[byte >> 4];
            encoded += kHex[byte & 15];
        }
    }
    return encoded;
}

Result<std::string> percentDecode(std::string_view text) {
    return decodePercent(text, PlusSign::IsPlus);
}

} // namespace gatehouse::http
