// SPDX-License-Identifier: Apache-2.0
#include "base/secret.h"

#include <string.h> // explicit_bzero

namespace gatehouse {

void wipe(std::string& value) {
    // Short strings live inside the object and may use its whole capacity.
    explicit_bzero(value.data(), value.capacity());
    value.clear();
}

Secret::Secret(std::string&& value)
    : m_value(value) {
    wipe(value);
}

Secret::Secret(Secret&& other) noexcept
    : m_value(other.m_value) {
    wipe(other.m_value);
}

Secret& Secret::operator=(const Secret& other) {
    if (this != &other) {
        wipe(m_value);
        m_value = other.m_value;
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe(m_value);
        m_value = other.m_value;
        wipe(other.m_value);
    }
    return *this;
}

Secret::~Secret() {
    wipe(m_value);
}

} // namespace gatehouse
