// SPDX-License-Identifier: Apache-2.0
#include "http/outbound_tls.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <memory>

#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "http/x509_text.h"

namespace gatehouse::http {

namespace {

constexpr std::size_t kMaxPresented = 10;

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

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list.append(list.empty() ? "" : ", ").append(name);
    }
    return shownText(std::move(list));
}

void keepChain(X509_STORE_CTX* store, TlsObservation& observation) {
    const STACK_OF(X509)* sent = X509_STORE_CTX_get0_untrusted(store); // its own is among them
    X509* own = X509_STORE_CTX_get0_cert(store);
    if (own == nullptr) {
        return;
    }
    observation.presented.push_back(certificateFrom(own));
    for (int i = 0; i < sk_X509_num(sent) && observation.presented.size() < kMaxPresented; ++i) {
        X509* each = sk_X509_value(sent, i);
        if (X509_cmp(each, own) != 0) {
            observation.presented.push_back(certificateFrom(each));
        }
    }
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
    if (observation->keepsChain && observation->presented.empty()) {
        keepChain(store, *observation);
    }
    if (X509_STORE_CTX_get_error_depth(store) == 0) {
        observation->names = joined(dnsNamesOf(certificate));
    }
    if (verdict != 1 && observation->verifyError == X509_V_OK) {
        observation->verifyError = X509_STORE_CTX_get_error(store);
        observation->notBefore = timeText(X509_get0_notBefore(certificate));
        observation->notAfter = timeText(X509_get0_notAfter(certificate));
        observation->issuer = nameText(X509_get_issuer_name(certificate));
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

bool trustAuthorities(void* sslContext, std::string_view pem) {
    auto* context = static_cast<SSL_CTX*>(sslContext);
    bool any = false;
    for (const X509Pointer& each : x509sOf(pem)) {
        any =
            (X509_check_ca(each.get()) == 1 && X509_STORE_add_cert(SSL_CTX_get_cert_store(context), each.get()) == 1) ||
            any;
    }
    // The administrator named it: what stands above it need not be known here.
    return any && X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_PARTIAL_CHAIN) == 1;
}

Error tlsError(const TlsObservation& observation, const std::string& host, bool verificationFailed,
               const std::string& libraryText) {
    if (!verificationFailed) {
        return error("outbound.tls", "The TLS handshake with " + host + " failed: " + shownText(libraryText) + ".");
    }
    switch (observation.verifyError) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return error("outbound.tls_expired", "Certificate expired on " + observation.notAfter + ".");
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return error("outbound.tls_expired", "The certificate of " + host + " is not valid before " +
                                                 observation.notBefore + "; is the clock of this machine right?");
    case X509_V_OK: // libcurl compares the name itself, after the chain was found good
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return error("outbound.tls_name", "Certificate is for " +
                                              (observation.names.empty() ? "no host name" : observation.names) +
                                              ", not " + host + ".");
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_INVALID_CA:
        return error("outbound.tls_authority", "Signed by an unknown authority (" + observation.issuer + ").");
    default:
        return error("outbound.tls", "The certificate of " + host + " was refused: " +
                                         X509_verify_cert_error_string(observation.verifyError) + ".");
    }
}

} // namespace gatehouse::http
