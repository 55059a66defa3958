// SPDX-License-Identifier: Apache-2.0
#include "http/certificate_file.h"

#include <array>
#include <ctime>
#include <memory>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace gatehouse::http {

Result<CertificateFacts> readCertificate(const std::filesystem::path& file) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_file(file.c_str(), "r"), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        bio == nullptr ? nullptr : PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
    std::tm end{};
    if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &end) != 1) {
        return fail(Code::FailedPrecondition, "http.tls", file.string());
    }
    CertificateFacts facts;
    facts.notAfter = Time(Seconds(timegm(&end)));
    std::array<char, 256> name{};
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    if (X509_NAME_get_text_by_NID(subject, NID_commonName, name.data(), int(name.size())) < 0) {
        X509_NAME_oneline(subject, name.data(), int(name.size()));
    }
    facts.subject = name.data();
    return facts;
}

} // namespace gatehouse::http
