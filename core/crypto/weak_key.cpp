// SPDX-License-Identifier: Apache-2.0
#include "crypto/weak_key.h"

#include <algorithm>
#include <array>

namespace gatehouse::crypto {
namespace {

constexpr std::array<unsigned, 38> kPrimes{3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,
                                           47,  53,  59,  61,  67,  71,  73,  79,  83,  89,  97,  101, 103,
                                           107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167};
constexpr unsigned kGenerator = 65537;

bool isPowerOfGenerator(unsigned residue, unsigned prime) {
    unsigned power = 1;
    do {
        if (power == residue) {
            return true;
        }
        power = power * (kGenerator % prime) % prime;
    } while (power != 1);
    return false;
}

/// v^((p-1)/2) is 1 or 0 modulo the prime p: v is a square. Public values only, so time does not matter.
bool isSquare(const BIGNUM* value, const BIGNUM* prime, BN_CTX* context) {
    return BN_kronecker(value, prime, context) >= 0;
}

} // namespace

bool isWeakModulus(const BIGNUM* modulus) {
    bool allPowers = true;
    for (const unsigned prime : kPrimes) {
        const auto residue = unsigned(BN_mod_word(modulus, prime));
        if (residue == 0) {
            return true;
        }
        allPowers = allPowers && isPowerOfGenerator(residue, prime);
    }
    return allPowers;
}

bool isBadEd25519Point(BytesView raw) {
    if (raw.size() != 32) {
        return true;
    }
    Bytes bigEndian(raw.rbegin(), raw.rend());
    bigEndian[0] = char(bigEndian[0] & 0x7F); // the top bit is the sign of x
    const BnCtxPtr context(BN_CTX_new());
    BIGNUM* rawPrime = nullptr;
    BIGNUM* rawD = nullptr;
    must(context != nullptr &&
             BN_hex2bn(&rawPrime, "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFED") > 0 &&
             BN_hex2bn(&rawD, "52036CEE2B6FFE738CC740797779E89800700A4D4141D8AB75EB4DCA135978A3") > 0,
         "Ed25519 constants");
    const BnPtr prime(rawPrime);
    const BnPtr d(rawD);
    const BnPtr y = toNumber(bigEndian);
    if (BN_cmp(y.get(), prime.get()) >= 0) {
        return true;
    }
    // x^2 = (y^2 - 1) / (d y^2 + 1). The quotient is a square exactly when the product is.
    const BnPtr numerator = newNumber();
    const BnPtr denominator = newNumber();
    const BnPtr product = newNumber();
    must(BN_mod_sqr(numerator.get(), y.get(), prime.get(), context.get()) == 1 &&
             BN_mod_mul(denominator.get(), d.get(), numerator.get(), prime.get(), context.get()) == 1 &&
             BN_add_word(denominator.get(), 1) == 1 && BN_sub_word(numerator.get(), 1) == 1 &&
             BN_nnmod(numerator.get(), numerator.get(), prime.get(), context.get()) == 1 &&
             BN_mod_mul(product.get(), numerator.get(), denominator.get(), prime.get(), context.get()) == 1,
         "Ed25519 arithmetic");
    // x = 0 is the neutral element or the point of order 2; y = 0 the two of order 4.
    if (BN_is_zero(numerator.get()) || BN_is_zero(y.get()) || !isSquare(product.get(), prime.get(), context.get())) {
        return true;
    }
    // The four points of order 8 have these two y.
    constexpr std::array<std::string_view, 2> kOrderEight{
        "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
        "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7"};
    return std::find(kOrderEight.begin(), kOrderEight.end(), hexEncode(bigEndian)) != kOrderEight.end();
}

} // namespace gatehouse::crypto
