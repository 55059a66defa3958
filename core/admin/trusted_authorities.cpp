// SPDX-License-Identifier: Apache-2.0
#include "admin/trusted_authorities.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "admin/api/codec.h"
#include "http/certificate.h"

namespace gatehouse::admin {

namespace {

constexpr Milliseconds kDeadline{5000};

std::vector<http::Certificate> judged(const std::string& pem, Time now, const std::string& pointer,
                                      Problems& problems) {
    auto read = http::readCertificates(pem);
    if (!read) {
        problems.push_back({pointer, "certificate_unreadable", read.error().detail});
        return {};
    }
    for (const http::Certificate& each : *read) {
        if (!each.authority) {
            problems.push_back({pointer, "not_an_authority",
                                each.subject + " is a server's own certificate; give that of the authority above it"});
        } else if (each.notAfter <= now) {
            problems.push_back(
                {pointer, "certificate_expired", each.subject + " expired on " + toRfc3339(each.notAfter)});
        }
    }
    return *std::move(read);
}

std::vector<api::Certificate> shown(const std::vector<http::Certificate>& certificates) {
    std::vector<api::Certificate> out;
    out.reserve(certificates.size());
    for (const http::Certificate& each : certificates) {
        out.push_back({each.subject, each.issuer, each.names, each.notBefore, each.notAfter, each.fingerprint,
                       each.authority, each.pem});
    }
    return out;
}

} // namespace

void judgeAuthorities(std::string& pem, Time now, const std::string& pointer, Problems& problems) {
    if (pem.empty()) {
        return;
    }
    const std::size_t known = problems.size();
    const std::vector<http::Certificate> certificates = judged(pem, now, pointer, problems);
    if (problems.size() > known) {
        return;
    }
    pem.clear();
    for (const http::Certificate& each : certificates) {
        pem += each.pem;
    }
}

Answered presentedCertificates(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::CertificateRequest>(*body);
    if (!wanted) {
        return invalid(problemsFrom(wanted.error()));
    }
    Problems problems;
    std::vector<http::Certificate> authorities;
    if (!wanted->authorities.empty()) {
        authorities = judged(wanted->authorities, context.request.now, "/authorities", problems);
    }
    if (!problems.empty()) {
        return invalid(std::move(problems));
    }
    http::OutboundRequest request;
    request.url = wanted->address;
    request.deadline = kDeadline;
    request.authorities = wanted->authorities;
    TRY(outside, context.outside(std::nullopt));
    const auto chain = context.services.outbound.presentedChain(request);
    if (!chain) {
        // Where it never came to a certificate there is none to look at.
        return invalid({{"/address", "no_certificate", chain.error().detail}});
    }
    if (!authorities.empty() && !http::provenBy(authorities, chain->certificates)) {
        return invalid({{"/authorities", "does_not_sign", "did not sign what " + wanted->address + " shows"}});
    }
    api::PresentedCertificates answer;
    answer.address = wanted->address;
    answer.trusted = !chain->refused;
    answer.detail = chain->refused ? chain->refused->detail : std::string();
    answer.certificates = shown(chain->certificates);
    answer.authorities = shown(authorities);
    return ok(api::toJson(answer).get_object());
}

} // namespace gatehouse::admin
