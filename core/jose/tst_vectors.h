// SPDX-License-Identifier: Apache-2.0
#pragma once

// For the tests of jose alone: vector files, and private keys from their JWK form, which the product never reads.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "base/encoding.h"
#include "base/secret.h"
#include "crypto/keys.h"
#include "json/json.h"

namespace gatehouse::jose::test {

inline json::Object readVectors(const std::string& name) {
    std::ifstream file(std::string(GATEHOUSE_TEST_DATA "/") + name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto object = json::parseObject(text, {4 * 1024 * 1024, 32});
    if (!object) {
        std::fprintf(stderr, "%s: %s\n", name.c_str(), object.error().reason.c_str());
        std::abort();
    }
    return std::move(*object);
}

inline std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

/// A compact token, or the text of a JSON serialisation.
inline std::string tokenOf(const json::Object& test, std::string_view name) {
    const json::Value* value = json::member(test, name);
    return value == nullptr ? "" : value->is_string() ? text(test, name) : json::write(*value);
}

inline Bytes number(const json::Object& jwk, std::string_view name) {
    return base64UrlDecode(text(jwk, name)).value_or(Bytes());
}

inline Result<crypto::PrivateKey> privateKey(const json::Object& jwk) {
    const std::string curve = text(jwk, "crv");
    if (text(jwk, "kty") == "RSA") {
        return crypto::PrivateKey::fromRsa(number(jwk, "n"), number(jwk, "e"), number(jwk, "d"), number(jwk, "p"),
                                           number(jwk, "q"));
    }
    if (curve == "Ed25519") {
        return crypto::PrivateKey::fromEd25519(number(jwk, "d"));
    }
    const crypto::KeyType type = curve == "P-256"   ? crypto::KeyType::EcP256
                                 : curve == "P-384" ? crypto::KeyType::EcP384
                                                    : crypto::KeyType::EcP521;
    return crypto::PrivateKey::fromEc(type, number(jwk, "d"), number(jwk, "x"), number(jwk, "y"));
}

/// The JWK without its private members.
inline json::Object publicHalf(json::Object jwk) {
    for (const char* name : {"d", "p", "q", "dp", "dq", "qi"}) {
        jwk.erase(name);
    }
    return jwk;
}

} // namespace gatehouse::jose::test
