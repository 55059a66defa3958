// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace gatehouse::testing {

/// What a certificate for a test should say.
struct CertificateWish {
    std::string commonName = "test";
    std::string subjectAltName; ///< e.g. "DNS:localhost,IP:127.0.0.1"; empty: none
    bool authority = false;
    std::chrono::seconds notBefore{-3600}; ///< from now
    std::chrono::seconds notAfter{86400};  ///< from now
    std::string extendedKeyUsage{};        ///< e.g. "clientAuth"; empty: none
};

/// A P-256 key with a certificate, made when the test runs.
class TestCertificate {
public:
    /// Signed by `issuer`, or by itself.
    explicit TestCertificate(const CertificateWish& wish, const TestCertificate* issuer = nullptr)
        : m_key(EVP_EC_gen("P-256"), EVP_PKEY_free)
        , m_certificate(X509_new(), X509_free) {
        static long serial = 1;
        X509* x = m_certificate.get();
        X509_set_version(x, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(x), ++serial);
        X509_gmtime_adj(X509_getm_notBefore(x), static_cast<long>(wish.notBefore.count()));
        X509_gmtime_adj(X509_getm_notAfter(x), static_cast<long>(wish.notAfter.count()));
        X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(wish.commonName.c_str()), -1, -1, 0);
        X509_set_pubkey(x, m_key.get());
        X509* signer = issuer == nullptr ? x : issuer->m_certificate.get();
        X509_set_issuer_name(x, X509_get_subject_name(signer));
        addExtension(signer, NID_basic_constraints, wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
        addExtension(signer, NID_subject_key_identifier, "hash");
        if (issuer != nullptr) {
            addExtension(signer, NID_authority_key_identifier, "keyid");
        }
        if (wish.authority) {
            addExtension(signer, NID_key_usage, "critical,keyCertSign,cRLSign");
        }
        if (!wish.extendedKeyUsage.empty()) {
            addExtension(signer, NID_ext_key_usage, wish.extendedKeyUsage);
        }
        if (!wish.subjectAltName.empty()) {
            addExtension(signer, NID_subject_alt_name, wish.subjectAltName);
        }
        X509_sign(x, issuer == nullptr ? m_key.get() : issuer->m_key.get(), EVP_sha256());
    }

    void writeCertificate(const std::string& path) const {
        const File file(std::fopen(path.c_str(), "w"), std::fclose);
        PEM_write_X509(file.get(), m_certificate.get());
    }
    void writeKey(const std::string& path) const {
        const File file(std::fopen(path.c_str(), "w"), std::fclose);
        PEM_write_PrivateKey(file.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    }
    [[nodiscard]] std::string pem() const {
        const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
        PEM_write_bio_X509(out.get(), m_certificate.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(out.get(), &data);
        return {data, static_cast<std::size_t>(size)};
    }
    [[nodiscard]] X509* certificate() const { return m_certificate.get(); }
    [[nodiscard]] EVP_PKEY* key() const { return m_key.get(); }
    [[nodiscard]] std::string der() const {
        std::string out(static_cast<std::size_t>(i2d_X509(m_certificate.get(), nullptr)), '\0');
        auto* at = reinterpret_cast<unsigned char*>(out.data());
        i2d_X509(m_certificate.get(), &at);
        return out;
    }

private:
    using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

    void addExtension(X509* signer, int nid, const std::string& value) {
        X509V3_CTX context;
        X509V3_set_ctx_nodb(&context);
        X509V3_set_ctx(&context, signer, m_certificate.get(), nullptr, nullptr, 0);
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
        X509_add_ext(m_certificate.get(), extension, -1);
        X509_EXTENSION_free(extension);
    }

    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> m_key;
    std::unique_ptr<X509, void (*)(X509*)> m_certificate;
};

} // namespace gatehouse::testing
