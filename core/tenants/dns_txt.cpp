// SPDX-License-Identifier: Apache-2.0
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>

#include <array>

#include "tenants/domains.h"

namespace gatehouse::tenants {

namespace {

/// The character-strings of one TXT record joined (RFC 7208, section 3.3, as everybody reads them). Empty if it is
/// malformed.
std::string joined(const unsigned char* data, std::size_t length) {
    std::string text;
    std::size_t at = 0;
    while (at < length) {
        const std::size_t count = data[at];
        if (at + 1 + count > length) {
            return {};
        }
        text.append(reinterpret_cast<const char*>(data) + at + 1, count);
        at += 1 + count;
    }
    return text;
}

std::vector<std::string> textsOf(const unsigned char* answer, int length) {
    std::vector<std::string> texts;
    ns_msg message{};
    if (ns_initparse(answer, length, &message) != 0) {
        return texts;
    }
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record{};
        if (ns_parserr(&message, ns_s_an, i, &record) != 0) {
            return texts;
        }
        if (ns_rr_type(record) == ns_t_txt) {
            texts.push_back(joined(ns_rr_rdata(record), ns_rr_rdlen(record)));
        }
    }
    return texts;
}

} // namespace

Result<std::vector<std::string>> systemLookupTxt(const std::string& name) {
    struct __res_state state{};
    if (res_ninit(&state) != 0) {
        return fail(Code::Unavailable, "domain.dns", "the resolver could not be set up");
    }
    std::array<unsigned char, 65536> answer{};
    const int length = res_nquery(&state, name.c_str(), ns_c_in, ns_t_txt, answer.data(), int(answer.size()));
    const int failure = state.res_h_errno;
    res_nclose(&state);
    if (length < 0) {
        if (failure == HOST_NOT_FOUND || failure == NO_DATA) {
            return std::vector<std::string>();
        }
        return fail(Code::Unavailable, "domain.dns", hstrerror(failure));
    }
    return textsOf(answer.data(), std::min(length, int(answer.size())));
}

} // namespace gatehouse::tenants
