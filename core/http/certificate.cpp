// SPDX-License-Identifier: Apache-2.0
#include "http/certificate.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>
#include <utility>

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "http/x509_text.h"

namespace gatehouse::http {

namespace {

constexpr std::size_t kMaxShown = 200;
constexpr std::size_t kMaxNames = 50;
constexpr std::size_t kMaxCertificates = 10;
constexpr std::size_t kMaxPemBytes = 65536;
constexpr std::string_view kBegin = "-----BEGIN ";
constexpr int kProperAuthority = 1; ///< of X509_check_ca: version 3, with the extensions that say so

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

std::string textIn(const Bio& bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

Time timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    return time != nullptr && ASN1_TIME_to_tm(time, &parts) == 1 ? Time(Seconds(timegm(&parts))) : Time();
}

std::string fingerprintOf(const X509* certificate) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    std::string out;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1) {
        return out;
    }
    for (unsigned int i = 0; i < size; ++i) {
        const unsigned char byte = digest.at(i);
        out.append(i == 0 ? "" : ":").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 0x0FU]);
    }
    return out;
}

std::size_t blocksIn(std::string_view pem) {
    std::size_t count = 0;
    for (std::size_t at = pem.find(kBegin); at != std::string_view::npos; at = pem.find(kBegin, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

std::string shownText(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f) {
            c = '?';
        }
    }
    return text.size() > kMaxShown ? text.substr(0, kMaxShown) + "..." : text;
}

std::string nameText(const X509_NAME* name) {
    const Bio out(BIO_new(BIO_s_mem()), BIO_free);
    if (out == nullptr || X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_ONELINE) < 0) {
        return {};
    }
    return shownText(textIn(out));
}

std::vector<std::string> dnsNamesOf(const X509* certificate) {
    const std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
        GENERAL_NAMES_free);
    std::vector<std::string> list;
    for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names.get()) && list.size() < kMaxNames; ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            list.push_back(shownText(std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
                                                 static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)))));
        }
    }
    return list;
}

Certificate certificateFrom(X509* certificate) {
    Certificate out;
    out.subject = nameText(X509_get_subject_name(certificate));
    out.issuer = nameText(X509_get_issuer_name(certificate));
    out.names = dnsNamesOf(certificate);
    out.notBefore = timeOf(X509_get0_notBefore(certificate));
    out.notAfter = timeOf(X509_get0_notAfter(certificate));
    out.fingerprint = fingerprintOf(certificate);
    out.authority = X509_check_ca(certificate) == kProperAuthority;
    const Bio pem(BIO_new(BIO_s_mem()), BIO_free);
    if (pem != nullptr && PEM_write_bio_X509(pem.get(), certificate) == 1) {
        out.pem = textIn(pem);
    }
    return out;
}

std::vector<X509Pointer> x509sOf(std::string_view pem) {
    std::vector<X509Pointer> out;
    const Bio in(BIO_new_mem_buf(pem.data(), static_cast<int>(std::min(pem.size(), kMaxPemBytes))), BIO_free);
    while (in != nullptr && out.size() <= kMaxCertificates) {
        X509Pointer next(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free);
        if (next == nullptr) {
            break;
        }
        out.push_back(std::move(next));
    }
    ERR_clear_error(); // the end of the text is an error to OpenSSL
    return out;
}

Result<std::vector<Certificate>> readCertificates(std::string_view pem) {
    const auto refuse = [](const char* why) { return fail(Code::InvalidArgument, "certificate.unreadable", why); };
    if (pem.size() > kMaxPemBytes) {
        return refuse("The text is larger than 64 KiB.");
    }
    if (pem.find("PRIVATE KEY-----") != std::string_view::npos) {
        return refuse("The text holds a private key; give the certificate alone.");
    }
    const std::vector<X509Pointer> read = x509sOf(pem);
    if (read.size() > kMaxCertificates) {
        return refuse("The text holds more than ten certificates.");
    }
    if (read.empty() || read.size() != blocksIn(pem)) {
        return refuse("The text is not a certificate in PEM form (-----BEGIN CERTIFICATE-----).");
    }
    std::vector<Certificate> out;
    out.reserve(read.size());
    for (const X509Pointer& each : read) {
        out.push_back(certificateFrom(each.get()));
    }
    return out;
}

bool provenBy(const std::vector<Certificate>& authorities, const std::vector<Certificate>& presented) {
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> trusted(X509_STORE_new(), X509_STORE_free);
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> check(X509_STORE_CTX_new(),
                                                                                X509_STORE_CTX_free);
    const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> between(
        sk_X509_new_null(), [](STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); });
    if (presented.empty() || trusted == nullptr || check == nullptr || between == nullptr) {
        return false;
    }
    for (const Certificate& authority : authorities) {
        for (const X509Pointer& each : x509sOf(authority.pem)) {
            X509_STORE_add_cert(trusted.get(), each.get());
        }
    }
    X509Pointer server(nullptr, X509_free);
    for (const Certificate& certificate : presented) {
        for (X509Pointer& each : x509sOf(certificate.pem)) {
            if (server == nullptr) {
                server = std::move(each);
            } else if (sk_X509_push(between.get(), each.get()) > 0) {
                X509* const taken = each.release(); // by the stack
                static_cast<void>(taken);
            }
        }
    }
    X509_STORE_set_flags(trusted.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    const bool proven = X509_STORE_CTX_init(check.get(), trusted.get(), server.get(), between.get()) == 1 &&
                        X509_STORE_CTX_set_default(check.get(), "ssl_server") == 1 &&
                        X509_verify_cert(check.get()) == 1;
    ERR_clear_error();
    return proven;
}

} // namespace gatehouse::http
