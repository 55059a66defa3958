// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"

#include <array>
#include <cstdint>

namespace gatehouse {
namespace {

constexpr std::string_view kUrlAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kPlainAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> reverse(std::string_view alphabet) {
    std::array<std::int8_t, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        table[static_cast<unsigned char>(alphabet[i])] = std::int8_t(i);
    }
    return table;
}

constexpr auto kUrlReverse = reverse(kUrlAlphabet);
constexpr auto kPlainReverse = reverse(kPlainAlphabet);

std::string encode(BytesView bytes, std::string_view alphabet) {
    std::string out((bytes.size() * 4 + 2) / 3, '\0');
    const auto octet = [&](std::size_t i) { return std::uint32_t(static_cast<unsigned char>(bytes[i])); };
    char* to = out.data();
    std::size_t i = 0;
    for (; i + 3 <= bytes.size(); i += 3) {
        const std::uint32_t bits = octet(i) << 16 | octet(i + 1) << 8 | octet(i + 2);
        for (int shift = 18; shift >= 0; shift -= 6) {
            *to++ = alphabet[bits >> shift & 63];
        }
    }
    if (i < bytes.size()) {
        const bool two = i + 1 < bytes.size();
        const std::uint32_t bits = octet(i) << 16 | (two ? octet(i + 1) << 8 : 0);
        for (int shift = 18; shift >= (two ? 6 : 12); shift -= 6) {
            *to++ = alphabet[bits >> shift & 63];
        }
    }
    return out;
}

bool decode(std::string_view text, const std::array<std::int8_t, 256>& table, Bytes& out) {
    if (text.size() % 4 == 1) {
        return false;
    }
    out.resize(text.size() * 3 / 4);
    char* to = out.data();
    std::uint32_t bits = 0;
    int held = 0;
    for (const char symbol : text) {
        const int value = table[static_cast<unsigned char>(symbol)];
        if (value < 0) {
            return false;
        }
        bits = (bits << 6) | std::uint32_t(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            *to++ = char((bits >> held) & 255);
        }
    }
    return (bits & ((1U << held) - 1)) == 0;
}

} // namespace

std::string base64UrlEncode(BytesView bytes) {
    return encode(bytes, kUrlAlphabet);
}

Result<Bytes> base64UrlDecode(std::string_view text) {
    Bytes out;
    if (!decode(text, kUrlReverse, out)) {
        return fail(Code::InvalidArgument, "encoding.base64url");
    }
    return out;
}

std::string base64Encode(BytesView bytes) {
    std::string out = encode(bytes, kPlainAlphabet);
    out.append((4 - out.size() % 4) % 4, '=');
    return out;
}

Result<Bytes> base64Decode(std::string_view text) {
    Bytes out;
    std::string_view body = text;
    for (int padding = 0; padding < 2 && !body.empty() && body.back() == '='; ++padding) {
        body.remove_suffix(1);
    }
    if (text.size() % 4 != 0 || !decode(body, kPlainReverse, out)) {
        return fail(Code::InvalidArgument, "encoding.base64");
    }
    return out;
}

std::string hexEncode(BytesView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        out.push_back(kDigits[static_cast<unsigned char>(byte) >> 4]);
        out.push_back(kDigits[static_cast<unsigned char>(byte) & 15]);
    }
    return out;
}

Result<Bytes> hexDecode(std::string_view text) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'a' && c <= 'f') {
            return c - 'a' + 10;
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    if (text.size() % 2 != 0) {
        return fail(Code::InvalidArgument, "encoding.hex");
    }
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0) {
            return fail(Code::InvalidArgument, "encoding.hex");
        }
        out.push_back(char(high * 16 + low));
    }
    return out;
}

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        if (length == 0 || i + length > text.size()) {
            return false;
        }
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80) {
                return false;
            }
            point = (point << 6) | (next & 0x3FU);
        }
        if ((length == 3 && point < 0x800) || (length == 4 && point < 0x10000) || (point >= 0xD800 && point < 0xE000) ||
            point > 0x10FFFF) {
            return false;
        }
        i += length;
    }
    return true;
}

std::string asciiLower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') {
            c = char(c - 'A' + 'a');
        }
    }
    return out;
}

} // namespace gatehouse
