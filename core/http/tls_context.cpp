// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/ssl.h>

#include "http/transport.h"

namespace gatehouse::http {

namespace {

constexpr char kTls12Ciphers[] = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr char kTls13Ciphers[] = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr int kSecurityLevel = 2;
constexpr int kMaxClientChain = 4;
constexpr unsigned char kHttp11[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

/// ALPN (RFC 7301): http/1.1, or a refusal to who offers only something else.
int selectProtocol(SSL*, const unsigned char** out, unsigned char* outSize, const unsigned char* offered,
                   unsigned int offeredSize, void*) {
    unsigned char* selected = nullptr;
    if (SSL_select_next_proto(&selected, outSize, kHttp11, sizeof kHttp11, offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *out = selected;
    return SSL_TLSEXT_ERR_OK;
}

/// With OpenSSL's reason, which names no secret.
tl::unexpected<Error> refuse(const std::string& what) {
    const unsigned long code = ERR_peek_last_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    return fail(Code::InvalidArgument, "http.tls", reason == nullptr ? what : what + ": " + reason);
}

Status hardened(SSL_CTX* context) {
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET |
                                     SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context,
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_security_level(context, kSecurityLevel);
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nullptr);
    if (SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 || SSL_CTX_set_num_tickets(context, 0) != 1 ||
        SSL_CTX_set_max_early_data(context, 0) != 1 || SSL_CTX_set_cipher_list(context, kTls12Ciphers) != 1 ||
        SSL_CTX_set_ciphersuites(context, kTls13Ciphers) != 1) {
        return refuse("TLS could not be set up");
    }
    return {};
}

Status trustClientAuthorities(SSL_CTX* context, const std::filesystem::path& authorities) {
    return SSL_CTX_load_verify_file(context, authorities.c_str()) == 1
               ? Status()
               : refuse("cannot use the client authorities in " + authorities.string());
}

/// The handshake goes on whatever was found out; the last of it stays as the verify result.
int goOn(int, X509_STORE_CTX*) {
    return 1;
}

Status takeAnyClientCertificate(SSL_CTX* context, const std::filesystem::path& authorities) {
    if (!authorities.empty()) {
        ENSURE(trustClientAuthorities(context, authorities));
    }
    // No names of authorities are sent: a client would keep a certificate to itself that none of them has signed.
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, goOn);
    SSL_CTX_set_verify_depth(context, kMaxClientChain);
    return {};
}

Status askForProvenCertificates(SSL_CTX* context, const std::filesystem::path& authorities) {
    ENSURE(trustClientAuthorities(context, authorities));
    STACK_OF(X509_NAME)* names = SSL_load_client_CA_file(authorities.c_str());
    if (names == nullptr) {
        return refuse("cannot use the client authorities in " + authorities.string());
    }
    SSL_CTX_set_client_CA_list(context, names); // takes the names over
    // A certificate is asked for, not demanded: browsers come to the same address. One that does not verify ends the
    // handshake.
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_verify_depth(context, kMaxClientChain);
    return {};
}

} // namespace

Result<TlsContext> makeTlsContext(const TlsFiles& files, ClientCertificates accepted) {
    ERR_clear_error();
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (context == nullptr) {
        return refuse("TLS could not be set up");
    }
    ENSURE(hardened(context.get()));
    if (SSL_CTX_use_certificate_chain_file(context.get(), files.certificate.c_str()) != 1) {
        return refuse("cannot use the certificate in " + files.certificate.string());
    }
    if (SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        return refuse("cannot use the private key in " + files.key.string());
    }
    if (SSL_CTX_check_private_key(context.get()) != 1) {
        return refuse("the private key in " + files.key.string() + " does not belong to the certificate");
    }
    if (accepted == ClientCertificates::Any) {
        ENSURE(takeAnyClientCertificate(context.get(), files.clientCa));
    } else if (!files.clientCa.empty()) {
        ENSURE(askForProvenCertificates(context.get(), files.clientCa));
    }
    return context;
}

} // namespace gatehouse::http
