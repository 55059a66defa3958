// SPDX-License-Identifier: Apache-2.0
#include "tenants/acr_order.h"

#include <algorithm>

namespace gatehouse::tenants {
namespace {

constexpr std::string_view kAal1 = "urn:gatehouse:aal1";
constexpr std::string_view kAal2 = "urn:gatehouse:aal2";
constexpr std::string_view kAal3 = "urn:gatehouse:aal3";
constexpr std::string_view kPhr = "phr";
constexpr std::string_view kPhrh = "phrh";
constexpr std::string_view kSingleFactor = "https://refeds.org/profile/sfa";
constexpr std::string_view kMultiFactor = "https://refeds.org/profile/mfa";

struct Rung {
    std::string_view acr;
    std::string_view satisfies;
};
// NIST SP 800-63B: the third level is the second one, phishing-resistant and on hardware. That a phishing-resistant
// sign-in had two factors does not follow (EAP), nor that a REFEDS one meets a NIST level: a tenant may say so.
constexpr Rung kLadder[]{{kAal2, kAal1},        {kAal3, kAal2},        {kAal3, kPhrh},
                         {kPhrh, kPhr},         {kPhr, kAal1},         {kMultiFactor, kSingleFactor},
                         {kAal2, kMultiFactor}, {kSingleFactor, kAal1}};

bool contains(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool addOnce(std::vector<std::string>& list, std::string_view value) {
    if (contains(list, value)) {
        return false;
    }
    list.emplace_back(value);
    return true;
}

bool meets(const std::vector<AcrRule>& rules, const std::string& level, const std::string& wanted) {
    return contains(acrMeeting(rules, {wanted}), level);
}

} // namespace

std::vector<std::string> acrMeeting(const std::vector<AcrRule>& rules, const std::vector<std::string>& wanted) {
    std::vector<std::string> met;
    for (const std::string& value : wanted) {
        addOnce(met, value);
    }
    for (std::size_t next = 0; next < met.size(); ++next) {
        const std::string value = met[next];
        for (const Rung& rung : kLadder) {
            if (rung.satisfies == value) {
                addOnce(met, rung.acr);
            }
        }
        for (const AcrRule& rule : rules) {
            if (contains(rule.satisfies, value)) {
                addOnce(met, rule.acr);
            }
        }
    }
    return met;
}

std::vector<std::string> acrMeetingAll(const std::vector<AcrRule>& rules,
                                       const std::vector<std::vector<std::string>>& demands) {
    std::vector<std::string> candidates;
    for (const std::vector<std::string>& demand : demands) {
        for (const std::string& level : demand) {
            addOnce(candidates, level);
        }
    }
    for (const std::vector<std::string>& demand : demands) {
        if (!demand.empty()) {
            const std::vector<std::string> met = acrMeeting(rules, demand);
            std::erase_if(candidates, [&met](const std::string& level) { return !contains(met, level); });
        }
    }
    return candidates;
}

std::string strongestAcr(const std::vector<AcrRule>& rules, const std::vector<std::string>& levels) {
    std::string strongest;
    for (const std::string& level : levels) {
        if (strongest.empty() || (meets(rules, level, strongest) && !meets(rules, strongest, level))) {
            strongest = level;
        }
    }
    return strongest;
}

std::vector<std::string> knownAcr() {
    std::vector<std::string> known;
    for (const std::string_view level : {kAal1, kAal2, kAal3, kPhr, kPhrh, kSingleFactor, kMultiFactor}) {
        known.emplace_back(level);
    }
    return known;
}

} // namespace gatehouse::tenants
