// SPDX-License-Identifier: Apache-2.0
#include "crypto/hasher.h"

#include "crypto/openssl.h"

namespace gatehouse::crypto {

struct Hasher::State {
    MdCtxPtr context;
    std::size_t size;
};

Hasher::Hasher(Digest digest)
    : m_state(std::make_unique<State>(State{MdCtxPtr(EVP_MD_CTX_new()), digestSize(digest)})) {
    must(m_state->context != nullptr &&
             EVP_DigestInit_ex2(m_state->context.get(), digestAlgorithm(digest), nullptr) == 1,
         "digest");
}

Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::add(BytesView data) {
    must(EVP_DigestUpdate(m_state->context.get(), data.data(), data.size()) == 1, "digest");
}

Bytes Hasher::finish() {
    Bytes out(m_state->size, '\0');
    must(EVP_DigestFinal_ex(m_state->context.get(), octets(out), nullptr) == 1, "digest");
    return out;
}

} // namespace gatehouse::crypto
