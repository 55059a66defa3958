// SPDX-License-Identifier: Apache-2.0
#include "http/client_certificate.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <netinet/in.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "http/network_address.h"
#include "http/x509_text.h"

namespace gatehouse::http {
namespace {

constexpr std::size_t kMaxDer = 65536;
constexpr std::size_t kMaxNames = 50;
constexpr std::size_t kMaxDn = 2000;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Names = std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)>;

std::string_view textOf(const ASN1_STRING* string) {
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(string)),
            static_cast<std::size_t>(ASN1_STRING_length(string))};
}

void put(std::vector<std::string>& names, std::string_view text) {
    if (text.find('\0') == std::string_view::npos && !text.empty() && names.size() < kMaxNames) {
        names.emplace_back(text);
    }
}

std::string addressIn(const ASN1_OCTET_STRING* octets) {
    const std::string_view bytes = textOf(octets);
    if (bytes.size() == sizeof(in_addr)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        std::memcpy(&address.sin_addr, bytes.data(), bytes.size());
        return ipAddressOf(reinterpret_cast<const sockaddr&>(address)).value_or(IpAddress()).text();
    }
    if (bytes.size() == sizeof(in6_addr)) {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        std::memcpy(&address.sin6_addr, bytes.data(), bytes.size());
        return ipAddressOf(reinterpret_cast<const sockaddr&>(address)).value_or(IpAddress()).text();
    }
    return {};
}

std::string distinguishedName(const X509_NAME* name) {
    const Bio out(BIO_new(BIO_s_mem()), BIO_free);
    // UTF-8 as it is; RFC 2253 and 4514 write a name in the same way.
    if (out == nullptr || X509_NAME_print_ex(out.get(), name, 0,
                                             XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB)) < 0) {
        return {};
    }
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

} // namespace

Result<ClientCertificate> readClientCertificate(std::string_view der) {
    const auto* data = reinterpret_cast<const unsigned char*>(der.data());
    const unsigned char* at = data;
    const X509Pointer certificate(
        der.size() > kMaxDer ? nullptr : d2i_X509(nullptr, &at, static_cast<long>(der.size())), X509_free);
    ERR_clear_error();
    if (certificate == nullptr || at != data + der.size()) {
        return fail(Code::InvalidArgument, "certificate.unreadable", "The client's certificate cannot be read.");
    }
    ClientCertificate out;
    out.subjectDn = distinguishedName(X509_get_subject_name(certificate.get()));
    const Names names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr)),
        GENERAL_NAMES_free);
    for (int i = 0; names != nullptr && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            put(out.dnsNames, textOf(name->d.dNSName));
        } else if (name->type == GEN_URI) {
            put(out.uris, textOf(name->d.uniformResourceIdentifier));
        } else if (name->type == GEN_EMAIL) {
            put(out.emails, textOf(name->d.rfc822Name));
        } else if (name->type == GEN_IPADD) {
            put(out.addresses, addressIn(name->d.iPAddress));
        }
    }
    return out;
}

Result<std::string> normalDistinguishedName(std::string_view text) {
    const auto refuse = [](const char* why) {
        return fail(Code::InvalidArgument, "certificate.distinguished_name", why);
    };
    if (text.empty() || text.size() > kMaxDn) {
        return refuse("empty or too long");
    }
    std::string out;
    bool inKey = true;
    bool skipping = true; // spaces at the beginning of a key or value
    std::size_t kept = 0; // of `out`: up to here no space may be cut off
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (skipping && c == ' ') {
            continue;
        }
        const bool ends = inKey ? c == '=' : c == ',' || c == '+';
        if (ends) {
            while (out.size() > kept && out.back() == ' ') {
                out.pop_back();
            }
            if (inKey && (out.empty() || out.back() == ',' || out.back() == '+')) {
                return refuse("a key is missing");
            }
            out.push_back(c);
            inKey = !inKey;
            skipping = true;
            kept = out.size();
            continue;
        }
        skipping = false;
        if (inKey) {
            const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                                c == '.' || c == '-' || c == ' ';
            if (!letter) {
                return refuse("a key has a character that keys do not have");
            }
            out.push_back(c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c);
        } else if (c == '\\' && i + 1 < text.size()) {
            out.append(text.substr(i, 2));
            ++i;
            kept = out.size();
        } else {
            out.push_back(c);
        }
    }
    while (out.size() > kept && out.back() == ' ') {
        out.pop_back();
    }
    return inKey ? Result<std::string>(refuse("it does not end in a value")) : out;
}

} // namespace gatehouse::http
