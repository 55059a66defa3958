// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"

#include <ctime>

#include "crypto/key_impl.h"
#include "crypto/random.h"

namespace gatehouse::crypto {
namespace {

using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "crypto.certificate_malformed", detail);
}

Time timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    return time != nullptr && ASN1_TIME_to_tm(time, &parts) == 1 ? Time(Seconds(timegm(&parts))) : Time();
}

std::string textOf(const X509_NAME* name) {
    const BioPtr out(BIO_new(BIO_s_mem()));
    must(out != nullptr, "BIO_new");
    X509_NAME_print_ex(out.get(), name, 0,
                       ASN1_STRFLGS_ESC_CTRL | ASN1_STRFLGS_ESC_MSB | XN_FLAG_SEP_CPLUS_SPC | XN_FLAG_SPC_EQ);
    char* text = nullptr;
    const long length = BIO_get_mem_data(out.get(), &text);
    return {text, std::size_t(length)};
}

std::string fingerprintOf(BytesView der) {
    std::string out;
    for (const char octet : sha256(der)) {
        std::string pair = hexEncode(BytesView(&octet, 1));
        for (char& digit : pair) {
            digit = digit >= 'a' ? char(digit - 'a' + 'A') : digit;
        }
        out.append(out.empty() ? "" : ":").append(pair);
    }
    return out;
}

} // namespace

Result<Certificate> readCertificate(BytesView pemOrDer, Strength least) {
    const ErrorScope errors;
    Bytes der(pemOrDer);
    if (pemOrDer.empty() || pemOrDer.front() != '\x30') {
        std::string label;
        der = decodePem(pemOrDer, label);
        if (label != "CERTIFICATE") {
            return malformed("not exactly one CERTIFICATE block");
        }
    }
    const unsigned char* at = octets(BytesView(der));
    const X509Ptr certificate(d2i_X509(nullptr, &at, long(der.size())));
    if (certificate == nullptr || at != octets(BytesView(der)) + der.size()) {
        return malformed("not a certificate");
    }
    const EVP_PKEY* inside = X509_get0_pubkey(certificate.get());
    if (inside == nullptr) {
        return malformed("a certificate without a key that can be read");
    }
    TRY(key, publicKeyOf(inside, least));
    return Certificate{der,
                       std::move(key),
                       textOf(X509_get_subject_name(certificate.get())),
                       fingerprintOf(der),
                       timeOf(X509_get0_notBefore(certificate.get())),
                       timeOf(X509_get0_notAfter(certificate.get()))};
}

Result<Certificate> selfSigned(const PrivateKey& key, const std::string& subject, Time notBefore, Time notAfter) {
    constexpr int kSerialOctets = 16;
    const ErrorScope errors;
    const X509Ptr made(X509_new());
    must(made != nullptr, "X509_new");
    X509* certificate = made.get();
    Bytes serial = randomBytes(kSerialOctets);
    serial.front() = char((serial.front() & 0x7f) | 0x40); // positive, and always of the same length
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(
        BN_bin2bn(octets(BytesView(serial)), int(serial.size()), nullptr));
    must(number != nullptr && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
         "serial number");
    must(X509_set_version(certificate, X509_VERSION_3) == 1, "X509_set_version");
    must(ASN1_TIME_set(X509_getm_notBefore(certificate), toUnixSeconds(notBefore)) != nullptr, "notBefore");
    must(ASN1_TIME_set(X509_getm_notAfter(certificate), toUnixSeconds(notAfter)) != nullptr, "notAfter");
    X509_NAME* name = X509_get_subject_name(certificate);
    if (X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, octets(BytesView(subject)), int(subject.size()), -1, 0) !=
        1) {
        return malformed("the subject is not 1 to 64 printable characters");
    }
    must(X509_set_issuer_name(certificate, name) == 1, "X509_set_issuer_name");
    must(X509_set_pubkey(certificate, key.impl().pkey.get()) == 1, "X509_set_pubkey");
    const EVP_MD* digest = key.type() == KeyType::Ed25519 ? nullptr : EVP_sha256();
    must(X509_sign(certificate, key.impl().pkey.get(), digest) > 0, "X509_sign");
    unsigned char* der = nullptr;
    const int length = i2d_X509(certificate, &der);
    must(length > 0, "i2d_X509");
    const Bytes bytes(reinterpret_cast<const char*>(der), std::size_t(length));
    OPENSSL_free(der);
    return readCertificate(bytes);
}

std::string toPem(const Certificate& certificate) {
    constexpr std::size_t kLine = 64;
    const std::string body = base64Encode(certificate.der);
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t at = 0; at < body.size(); at += kLine) {
        pem.append(body, at, kLine).push_back('\n');
    }
    return pem.append("-----END CERTIFICATE-----\n");
}

} // namespace gatehouse::crypto
