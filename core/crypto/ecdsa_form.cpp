// SPDX-License-Identifier: Apache-2.0
#include "crypto/ecdsa_form.h"

#include <cstring>

namespace gatehouse::crypto {
namespace {

constexpr unsigned char kSequence = 0x30;
constexpr unsigned char kInteger = 0x02;
constexpr unsigned char kLongLength = 0x81;

unsigned char* putInteger(unsigned char* out, BytesView number) {
    while (number.size() > 1 && number.front() == '\0') {
        number.remove_prefix(1);
    }
    const bool signBit = (static_cast<unsigned char>(number.front()) & 0x80) != 0;
    *out++ = kInteger;
    *out++ = static_cast<unsigned char>(number.size() + (signBit ? 1 : 0));
    if (signBit) {
        *out++ = 0;
    }
    std::memcpy(out, number.data(), number.size());
    return out + number.size();
}

/// Takes a header of `tag` and a length from the front of `der`; -1 if it does not fit.
int takeHeader(BytesView& der, unsigned char tag) {
    if (der.size() < 2 || static_cast<unsigned char>(der[0]) != tag) {
        return -1;
    }
    unsigned char length = static_cast<unsigned char>(der[1]);
    der.remove_prefix(2);
    if (length == kLongLength && !der.empty()) {
        length = static_cast<unsigned char>(der[0]);
        der.remove_prefix(1);
    } else if (length >= 0x80) {
        return -1;
    }
    return length <= der.size() ? length : -1;
}

bool takeInteger(BytesView& der, std::size_t half, unsigned char* out) {
    const int length = takeHeader(der, kInteger);
    if (length <= 0) {
        return false;
    }
    BytesView number = der.substr(0, std::size_t(length));
    der.remove_prefix(std::size_t(length));
    while (!number.empty() && number.front() == '\0') {
        number.remove_prefix(1);
    }
    if (number.size() > half) {
        return false;
    }
    std::memset(out, 0, half - number.size());
    std::memcpy(out + half - number.size(), number.data(), number.size());
    return true;
}

} // namespace

EcdsaDer ecdsaToDer(BytesView rs, std::size_t half) {
    std::array<unsigned char, 144> body{};
    const unsigned char* end = putInteger(putInteger(body.data(), rs.substr(0, half)), rs.substr(half));
    const auto length = std::size_t(end - body.data());
    EcdsaDer der;
    der.bytes[der.size++] = kSequence;
    if (length >= 0x80) {
        der.bytes[der.size++] = kLongLength;
    }
    der.bytes[der.size++] = static_cast<unsigned char>(length);
    std::memcpy(der.bytes.data() + der.size, body.data(), length);
    der.size += length;
    return der;
}

bool ecdsaFromDer(BytesView der, std::size_t half, unsigned char* out) {
    const int length = takeHeader(der, kSequence);
    return length > 0 && std::size_t(length) == der.size() && takeInteger(der, half, out) &&
           takeInteger(der, half, out + half) && der.empty();
}

} // namespace gatehouse::crypto
