// SPDX-License-Identifier: Apache-2.0
#include "http/outbound_tls.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <memory>

#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace gatehouse::http {

namespace {

constexpr std::size_t kMaxShown = 200;

std::string timeText(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        return "an unreadable time";
    }
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d %02d:%02d UTC", parts.tm_year + 1900, parts.tm_mon + 1,
                  parts.tm_mday, parts.tm_hour, parts.tm_min);
    return text.data();
}

/// Text of a stranger's certificate, with what could confuse a log or a screen taken out.
std::string shown(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f) {
            c = '?';
        }
    }
    return text.size() > kMaxShown ? text.substr(0, kMaxShown) + "..." : text;
}

std::string issuerText(const X509* certificate) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    if (out == nullptr || X509_NAME_print_ex(out.get(), X509_get_issuer_name(certificate), 0, XN_FLAG_ONELINE) < 0) {
        return {};
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return size > 0 ? shown(std::string(data, static_cast<std::size_t>(size))) : std::string();
}

std::string dnsNames(const X509* certificate) {
    const std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)> names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)),
        GENERAL_NAMES_free);
    std::string list;
    for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names.get()) && list.size() < kMaxShown; ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            list += list.empty() ? "" : ", ";
            list.append(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
                        static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
        }
    }
    return shown(list);
}

/// Only looks; the verdict of OpenSSL stands.
int look(int verdict, X509_STORE_CTX* store) {
    const auto* ssl = static_cast<const SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    const X509* certificate = X509_STORE_CTX_get_current_cert(store);
    if (ssl == nullptr || certificate == nullptr) {
        return verdict;
    }
    auto* observation = static_cast<TlsObservation*>(SSL_CTX_get_app_data(SSL_get_SSL_CTX(ssl)));
    if (observation == nullptr) {
        return verdict;
    }
    if (X509_STORE_CTX_get_error_depth(store) == 0) {
        observation->names = dnsNames(certificate);
    }
    if (verdict != 1 && observation->verifyError == X509_V_OK) {
        observation->verifyError = X509_STORE_CTX_get_error(store);
        observation->notBefore = timeText(X509_get0_notBefore(certificate));
        observation->notAfter = timeText(X509_get0_notAfter(certificate));
        observation->issuer = issuerText(certificate);
    }
    return verdict;
}

Error error(std::string_view reason, std::string detail) {
    return Error{Code::Unavailable, std::string(reason), std::move(detail)};
}

} // namespace

bool observeTls(void* sslContext, const std::string& extraAuthorities, TlsObservation& observation) {
    auto* context = static_cast<SSL_CTX*>(sslContext);
    if (SSL_CTX_set_app_data(context, &observation) != 1) {
        return false;
    }
    SSL_CTX_set_verify(context, SSL_CTX_get_verify_mode(context) | SSL_VERIFY_PEER, look);
    return extraAuthorities.empty() || SSL_CTX_load_verify_file(context, extraAuthorities.c_str()) == 1;
}

Error tlsError(const TlsObservation& observation, const std::string& host, bool verificationFailed,
               const std::string& libraryText) {
    if (!verificationFailed) {
        return error("outbound.tls", "The TLS handshake with " + host + " failed: " + shown(libraryText) + ".");
    }
    switch (observation.verifyError) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return error("outbound.tls_expired",
                     "The certificate of " + host + " expired on " + observation.notAfter + ".");
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return error("outbound.tls_expired", "The certificate of " + host + " is not valid before " +
                                                 observation.notBefore + "; is the clock of this machine right?");
    case X509_V_OK: // libcurl compares the name itself, after the chain was found good
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return error("outbound.tls_name", "The certificate that " + host + " showed is for " +
                                              (observation.names.empty() ? "no host name" : observation.names) + ".");
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_INVALID_CA:
        return error("outbound.tls_authority", "The certificate of " + host + " was issued by " + observation.issuer +
                                                   ", which is not trusted here.");
    default:
        return error("outbound.tls", "The certificate of " + host + " was refused: " +
                                         X509_verify_cert_error_string(observation.verifyError) + ".");
    }
}

} // namespace gatehouse::http
