// SPDX-License-Identifier: Apache-2.0
#include "crypto/ecdh.h"

#include <cstdint>

#include "crypto/key_impl.h"

namespace gatehouse::crypto {
namespace {

void appendNumber(Bytes& out, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.push_back(char((number >> shift) & 255));
    }
}

void appendField(Bytes& out, BytesView field) {
    appendNumber(out, std::uint32_t(field.size()));
    out.append(field);
}

} // namespace

Result<Secret> ecdhAgree(const PrivateKey& mine, const PublicKey& theirs) {
    if (!isEc(mine.type()) || mine.type() != theirs.type()) {
        return fail(Code::InvalidArgument, "crypto.alg_mismatch");
    }
    const ErrorScope errors;
    const PkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, mine.impl().pkey.get(), nullptr));
    Bytes agreed(coordinateSize(mine.type()), '\0');
    std::size_t length = agreed.size();
    must(context != nullptr && EVP_PKEY_derive_init(context.get()) == 1, "EVP_PKEY_derive_init");
    if (EVP_PKEY_derive_set_peer(context.get(), theirs.impl().pkey.get()) != 1 ||
        EVP_PKEY_derive(context.get(), octets(agreed), &length) != 1 || length != agreed.size()) {
        wipe(agreed);
        return fail(Code::InvalidArgument, "crypto.ecdh");
    }
    return Secret(std::move(agreed));
}

Secret concatKdf(const Secret& agreed, std::string_view algorithmId, BytesView partyU, BytesView partyV,
                 std::size_t size) {
    constexpr std::size_t kLongest = 64;
    must(size <= kLongest, "concatKdf: the size");
    Bytes out;
    out.reserve(2 * kLongest);
    for (std::uint32_t counter = 1; out.size() < size; ++counter) {
        Bytes input;
        input.reserve(64 + agreed.reveal().size() + algorithmId.size() + partyU.size() + partyV.size());
        appendNumber(input, counter);
        input.append(agreed.reveal());
        appendField(input, algorithmId);
        appendField(input, partyU);
        appendField(input, partyV);
        appendNumber(input, std::uint32_t(size * 8));
        out.append(sha256(input));
        wipe(input);
    }
    Secret derived = Secret::copyOf(BytesView(out).substr(0, size));
    wipe(out);
    return derived;
}

} // namespace gatehouse::crypto
