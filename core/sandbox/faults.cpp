// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults.h"

#include <string>
#include <utility>

#include "web/texts.h"

namespace gatehouse::sandbox {

const std::vector<Fault>& allFaults() {
    static const std::vector<Fault> all{Fault::NoEmail,        Fault::WrongAudience,    Fault::WrongNonce,
                                        Fault::WrongIssuer,    Fault::Expired,          Fault::WeakAcr,
                                        Fault::ClockOff,       Fault::UnknownKey,       Fault::BadSignature,
                                        Fault::AccessDenied,   Fault::ReplayedAnswer,   Fault::AuthorizeError,
                                        Fault::TokenError,     Fault::UserinfoError,    Fault::JwksError,
                                        Fault::DiscoveryError, Fault::WrappedSignature, Fault::ReplayedAssertion,
                                        Fault::Unsigned,       Fault::Sha1Signature,    Fault::CommentInNameId};
    return all;
}

std::string_view faultName(Fault fault) {
    switch (fault) {
    case Fault::NoEmail:
        return "no_email";
    case Fault::WrongAudience:
        return "wrong_audience";
    case Fault::WrongNonce:
        return "wrong_nonce";
    case Fault::WrongIssuer:
        return "wrong_issuer";
    case Fault::Expired:
        return "expired";
    case Fault::WeakAcr:
        return "weak_acr";
    case Fault::ClockOff:
        return "clock_off";
    case Fault::UnknownKey:
        return "unknown_key";
    case Fault::BadSignature:
        return "bad_signature";
    case Fault::AccessDenied:
        return "access_denied";
    case Fault::ReplayedAnswer:
        return "replayed_answer";
    case Fault::AuthorizeError:
        return "authorize_error";
    case Fault::TokenError:
        return "token_error";
    case Fault::UserinfoError:
        return "userinfo_error";
    case Fault::JwksError:
        return "jwks_error";
    case Fault::DiscoveryError:
        return "discovery_error";
    case Fault::WrappedSignature:
        return "wrapped_signature";
    case Fault::ReplayedAssertion:
        return "replayed_assertion";
    case Fault::Unsigned:
        return "unsigned";
    case Fault::Sha1Signature:
        return "sha1_signature";
    case Fault::CommentInNameId:
        return "comment_in_name_id";
    }
    return "";
}

std::string_view faultTitle(Fault fault, web::Language language) {
    return web::text(language, "fault." + std::string(faultName(fault)));
}

std::optional<Fault> parseFault(std::string_view name) {
    for (const Fault fault : allFaults()) {
        if (name == faultName(fault)) {
            return fault;
        }
    }
    return std::nullopt;
}

bool concerns(Fault fault, Protocol protocol) {
    switch (fault) {
    case Fault::TokenError:
    case Fault::UserinfoError:
    case Fault::JwksError:
    case Fault::DiscoveryError:
        return protocol == Protocol::Oidc;
    case Fault::WrappedSignature:
    case Fault::ReplayedAssertion:
    case Fault::Unsigned:
    case Fault::Sha1Signature:
    case Fault::CommentInNameId:
        return protocol == Protocol::Saml;
    case Fault::NoEmail:
    case Fault::WrongAudience:
    case Fault::WrongNonce:
    case Fault::WrongIssuer:
    case Fault::Expired:
    case Fault::WeakAcr:
    case Fault::ClockOff:
    case Fault::UnknownKey:
    case Fault::BadSignature:
    case Fault::AccessDenied:
    case Fault::ReplayedAnswer:
    case Fault::AuthorizeError:
        return true;
    }
    return false;
}

void Faults::set(Fault fault, bool on) {
    if (on) {
        m_bits |= bit(fault);
    } else {
        m_bits &= ~bit(fault);
    }
}

std::vector<Fault> Faults::active() const {
    std::vector<Fault> active;
    for (const Fault fault : allFaults()) {
        if (on(fault)) {
            active.push_back(fault);
        }
    }
    return active;
}

std::vector<Fault> Faults::active(Protocol protocol) const {
    std::vector<Fault> those = active();
    std::erase_if(those, [&](Fault fault) { return !concerns(fault, protocol); });
    return those;
}

json::Array toJson(const Faults& faults) {
    json::Array array;
    for (const Fault fault : allFaults()) {
        array.push_back(
            json::Object{{"name", faultName(fault)}, {"title", faultTitle(fault)}, {"on", faults.on(fault)}});
    }
    return array;
}

namespace {

using Changes = std::vector<std::pair<Fault, bool>>;

void readOne(std::string_view name, const json::Value& on, const std::string& pointer, Changes& changes,
             Problems& problems) {
    const auto fault = parseFault(name);
    if (!fault) {
        problems.push_back({pointer, "unknown_value", "there is no such fault"});
    } else if (!on.is_bool()) {
        problems.push_back({pointer, "wrong_type", "must be true or false"});
    } else {
        changes.emplace_back(*fault, on.get_bool());
    }
}

void readElement(const json::Value& element, const std::string& pointer, Changes& changes, Problems& problems) {
    const json::Object* object = element.if_object();
    const auto name = object == nullptr ? std::nullopt : json::stringMember(*object, "name");
    const json::Value* on = object == nullptr ? nullptr : json::member(*object, "on");
    if (!name || on == nullptr) {
        problems.push_back({pointer, "wrong_type", "must be an object with name and on"});
        return;
    }
    for (const auto& member : *object) {
        if (member.key() != "name" && member.key() != "on" && member.key() != "title") {
            problems.push_back({pointer + "/" + std::string(member.key()), "unknown_member", "is not known"});
        }
    }
    readOne(*name, *on, pointer, changes, problems);
}

} // namespace

Problems readJson(const json::Value& value, std::string_view pointer, Faults& faults) {
    Problems problems;
    Changes changes;
    const std::string base(pointer);
    if (const json::Object* object = value.if_object()) {
        for (const auto& member : *object) {
            readOne(member.key(), member.value(), base + "/" + std::string(member.key()), changes, problems);
        }
    } else if (const json::Array* array = value.if_array()) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            readElement((*array)[i], base + "/" + std::to_string(i), changes, problems);
        }
    } else {
        problems.push_back({base, "wrong_type", "must be an array or an object"});
    }
    if (problems.empty()) {
        for (const auto& [fault, on] : changes) {
            faults.set(fault, on);
        }
    }
    return problems;
}

} // namespace gatehouse::sandbox
