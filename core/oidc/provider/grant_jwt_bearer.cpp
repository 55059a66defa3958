// SPDX-License-Identifier: Apache-2.0
// Workloads that sign in with a token of their own platform: Kubernetes, a CI service, SPIFFE.
#include "audit/audit.h"
#include "crypto/hash.h"
#include "oauth/grant_assertion.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/identity_assertion.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kLongestToken{900};
constexpr Seconds kLongestSvid{300};
constexpr Seconds kLongestAssertion{3600};
constexpr Seconds kLongestReusable{24 * 3600};

/// The entry of the app's record that speaks of an assertion.
Result<apps::TrustedIssuer> trusting(const apps::App& app, const oauth::UnprovenAssertion& assertion) {
    bool known = false;
    for (const apps::TrustedIssuer& each : app.trustedIssuers) {
        // A JWT-SVID need not say its issuer: its subject names the trust domain.
        const bool from = apps::isTrustDomain(each.issuer) ? assertion.subject.starts_with(each.issuer + "/")
                                                           : assertion.issuer == each.issuer;
        known = known || from;
        if (from && apps::subjectMatches(each.subject, assertion.subject)) {
            return each;
        }
    }
    return fail(Code::InvalidArgument,
                known ? "oauth.invalid_grant.assertion_subject" : "oauth.invalid_grant.assertion_issuer");
}

Seconds longestLife(const apps::TrustedIssuer& trusted) {
    if (trusted.reusable) {
        return kLongestReusable;
    }
    return apps::isTrustDomain(trusted.issuer) ? kLongestSvid : kLongestAssertion;
}

/// What an assertion is spent by; empty where it may come again until it ends. Without a jti it is what was signed: a
/// signature can be written in more than one way. A JWT-SVID without one is kept by its agent for all who ask for it,
/// and so it is short-lived instead.
std::string spentBy(const apps::TrustedIssuer& trusted, const oauth::ProvenAssertion& proven,
                    std::string_view assertion) {
    if (trusted.reusable || (proven.jti.empty() && apps::isTrustDomain(trusted.issuer))) {
        return {};
    }
    return trusted.issuer + '\n' +
           (proven.jti.empty() ? crypto::sha256(assertion.substr(0, assertion.rfind('.'))) : proven.jti);
}

Result<TokenAnswer> grantWorkload(const Parts& parts, IssuerKeys& keys, const Issuer& issuer,
                                  const ClientRequest& request, std::string_view assertion,
                                  const oauth::UnprovenAssertion& unproven, const std::string& ip) {
    const apps::App& app = *request.app;
    TRY(trusted, trusting(app, unproven));
    TRY(set, keys.get(app.owner, trusted, unproven.keyId));
    const Time now = parts.clock.now();
    const oauth::AssertionRules rules{
        trusted.audience.empty() ? issuer.url : trusted.audience, {}, longestLife(trusted)};
    TRY(proven, oauth::verifyGrantAssertion(assertion, set->keys, rules, now));
    TRY(answer, tokenForItself(parts, issuer, request, kLongestToken));
    TRY(sealer, parts.keys.sealerFor(issuer.keys));

    audit::Record record;
    record.type = "TokenIssued";
    record.actor = {audit::ActorType::Service, app.id.text(), {}};
    record.target = {"app", app.id.text(), {}};
    record.ip = ip;
    record.data = {
        {"app", app.name}, {"grant", "jwt-bearer"}, {"issuer", trusted.issuer}, {"subject", unproven.subject}};
    const audit::Prepared prepared = audit::prepare(sealer, record, now);
    const std::string once = spentBy(trusted, proven, assertion);
    TRY(first, parts.store.write([&](store::Writer& writer) -> Result<bool> {
        if (!once.empty()) {
            TRY(spent, sessions::spendOnce(writer, issuer.keys, "workload_assertion", once, proven.expiresAt));
            if (!spent) {
                return false;
            }
        }
        return audit::append(writer, prepared).map([] { return true; });
    }));
    return first ? Result<TokenAnswer>(std::move(answer))
                 : fail(Code::InvalidArgument, "oauth.invalid_grant.assertion_used");
}

} // namespace

Result<TokenAnswer> grantJwtBearer(const Parts& parts, IssuerKeys& keys, const Issuer& issuer,
                                   const ClientRequest& request, const std::string& ip) {
    const std::string_view assertion = request.form.get("assertion").value_or("");
    const auto give = [&]() -> Result<TokenAnswer> {
        TRY(unproven, oauth::readAssertion(assertion));
        if (isOurs(parts.publicUrl, unproven.issuer)) {
            return fail(Code::InvalidArgument, "oauth.invalid_grant.assertion_self");
        }
        return unproven.type == oauth::kIdentityAssertionType
                   ? grantIdentityAssertion(parts, issuer, request, assertion, ip)
                   : grantWorkload(parts, keys, issuer, request, assertion, unproven, ip);
    };
    auto answer = give();
    if (!answer) {
        noteRefusedGrant(parts, issuer, *request.app, "jwt-bearer", answer.error(), ip);
    }
    return answer;
}

} // namespace gatehouse::oidc::provider
