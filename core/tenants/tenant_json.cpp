// SPDX-License-Identifier: Apache-2.0
#include "tenants/tenant_json.h"

#include <algorithm>
#include <utility>

#include "http/network_address.h"
#include "json/reader.h"

namespace gatehouse::tenants {

namespace {

template <class Enum>
using Word = std::pair<std::string_view, Enum>;

constexpr Word<Provisioning> kProvisioning[]{
    {"jit", Provisioning::Jit}, {"scim", Provisioning::Scim}, {"off", Provisioning::Off}};
constexpr Word<Linking> kLinking[]{{"verified-email", Linking::VerifiedEmail}, {"never", Linking::Never}};
constexpr Word<Matching> kMatching[]{
    {"externalId", Matching::ExternalId}, {"userName", Matching::UserName}, {"email", Matching::Email}};
constexpr Word<RoleMode> kRoleMode[]{{"replace", RoleMode::Replace}, {"merge", RoleMode::Merge}};
constexpr Word<LocalLogin> kLocalLogin[]{
    {"off", LocalLogin::Off}, {"on", LocalLogin::On}, {"break-glass", LocalLogin::BreakGlass}};
constexpr Word<IpPinning> kIpPinning[]{
    {"off", IpPinning::Off}, {"notify", IpPinning::Notify}, {"terminate", IpPinning::Terminate}};
constexpr Word<Anomaly> kAnomaly[]{
    {"off", Anomaly::Off}, {"notify", Anomaly::Notify}, {"challenge", Anomaly::Challenge}, {"block", Anomaly::Block}};
constexpr Word<Language> kLanguage[]{{"en", Language::English}, {"de", Language::German}, {"ar", Language::Arabic}};

template <class Enum, std::size_t N>
std::string_view wordFor(const Word<Enum> (&words)[N], Enum value) {
    for (const auto& [word, meaning] : words) {
        if (meaning == value) {
            return word;
        }
    }
    return {};
}

/// What was read may be sent back; a value that differs is refused, not ignored.
void readOnly(json::ObjectReader& reader, std::string_view name, const std::string& stored) {
    const json::Value* value = reader.take(name);
    if (value != nullptr && (!value->is_string() || json::view(value->get_string()) != stored)) {
        reader.problem(name, "read_only", "cannot be changed");
    }
}

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kMostLogins = 10000; // as many flows as are kept at all
constexpr std::int64_t kKibibyte = 1024;
constexpr std::size_t kMostAcrRules = 50;
constexpr std::size_t kMostBlocked = 500;

void readRecording(json::ObjectReader& outer, Problems& problems, Recording& recording) {
    const json::Value* value = outer.take("recording");
    if (value == nullptr) {
        return;
    }
    if (!value->is_object()) {
        outer.problem("recording", "wrong_type", "must be an object");
        return;
    }
    json::ObjectReader reader(value->get_object(), outer.pointerTo("recording"), problems);
    reader.integer("logins", recording.logins, 0, kMostLogins);
    reader.integer("bytes", recording.bytes, 64 * kKibibyte, 10 * kKibibyte * kKibibyte * kKibibyte);
    reader.seconds("age", recording.age, kMinute, 30 * kDay);
    reader.finish();
}

json::Array toJson(const std::vector<AcrRule>& rules) {
    json::Array out;
    for (const AcrRule& rule : rules) {
        out.push_back(json::Object{{"acr", rule.acr}, {"satisfies", json::toArray(rule.satisfies)}});
    }
    return out;
}

void readAcrOrder(json::ObjectReader& outer, Problems& problems, std::vector<AcrRule>& rules) {
    const json::Value* value = outer.take("acrOrder");
    if (value == nullptr) {
        return;
    }
    if (!value->is_array() || value->get_array().size() > kMostAcrRules) {
        outer.problem("acrOrder", value->is_array() ? "too_long" : "wrong_type",
                      "must be an array of at most 50 rules");
        return;
    }
    rules.clear();
    for (const json::Value& item : value->get_array()) {
        const std::string pointer = outer.pointerTo("acrOrder") + "/" + std::to_string(rules.size());
        if (!item.is_object()) {
            problems.push_back({pointer, "wrong_type", "must be an object"});
            return;
        }
        AcrRule rule;
        json::ObjectReader reader(item.get_object(), pointer, problems);
        reader.string("acr", rule.acr, 256);
        reader.strings("satisfies", rule.satisfies, 20);
        reader.require("acr");
        reader.require("satisfies");
        reader.finish();
        rules.push_back(std::move(rule));
    }
}

constexpr std::int64_t kShortestRotation = 3600;
constexpr std::int64_t kShortestAhead = 600; // no shorter than keys::kPublishedBeforeUse

void readKeyRotation(json::ObjectReader& outer, Problems& problems, KeyRotation& rotation) {
    const json::Value* value = outer.take("keyRotation");
    if (value == nullptr) {
        return;
    }
    if (!value->is_object()) {
        outer.problem("keyRotation", "wrong_type", "must be an object");
        return;
    }
    json::ObjectReader reader(value->get_object(), outer.pointerTo("keyRotation"), problems);
    reader.seconds("every", rotation.every, 0, 3650 * kDay);
    reader.seconds("publishAhead", rotation.publishAhead, kShortestAhead, 30 * kDay);
    if (rotation.every.count() > 0 && rotation.every.count() < kShortestRotation) {
        reader.problem("every", "out_of_range", "must be 0 (by hand alone) or at least 3600");
    }
    reader.finish();
}

json::Array toJson(const std::vector<Matching>& matching) {
    json::Array out;
    for (const Matching each : matching) {
        out.emplace_back(wordFor(kMatching, each));
    }
    return out;
}

void readMatching(json::ObjectReader& reader, std::vector<Matching>& matching) {
    std::vector<std::string> words;
    words.reserve(matching.size());
    for (const Matching each : matching) {
        words.emplace_back(wordFor(kMatching, each));
    }
    reader.strings("matching", words, std::size(kMatching));
    matching.clear();
    for (const std::string& word : words) {
        const auto* known = std::find_if(std::begin(kMatching), std::end(kMatching),
                                         [&](const Word<Matching>& each) { return each.first == word; });
        if (known == std::end(kMatching) ||
            std::find(matching.begin(), matching.end(), known->second) != matching.end()) {
            reader.problem("matching", "unknown_value", "must be any of externalId, userName and email, each once");
            return;
        }
        matching.push_back(known->second);
    }
}

void readScim(json::ObjectReader& outer, Problems& problems, Scim& scim) {
    const json::Value* value = outer.take("scim");
    if (value == nullptr) {
        return;
    }
    if (!value->is_object()) {
        outer.problem("scim", "wrong_type", "must be an object");
        return;
    }
    json::ObjectReader reader(value->get_object(), outer.pointerTo("scim"), problems);
    reader.integer("requestsPerSecond", scim.requestsPerSecond, 1, 100000);
    reader.integer("deactivationPercent", scim.deactivationPercent, 0, 100);
    reader.finish();
}

} // namespace

json::Object toJson(const Settings& settings) {
    return {{"provisioning", wordFor(kProvisioning, settings.provisioning)},
            {"linking", wordFor(kLinking, settings.linking)},
            {"matching", toJson(settings.matching)},
            {"roleMode", wordFor(kRoleMode, settings.roleMode)},
            {"localLogin", wordFor(kLocalLogin, settings.localLogin)},
            {"sessionTtl", settings.sessionTtl.count()},
            {"idleTtl", settings.idleTtl.count()},
            {"accessTokenTtl", settings.accessTokenTtl.count()},
            {"refreshTokenTtl", settings.refreshTokenTtl.count()},
            {"requiredAcr", json::toArray(settings.requiredAcr)},
            {"acrOrder", toJson(settings.acrOrder)},
            {"ipPinning", wordFor(kIpPinning, settings.ipPinning)},
            {"blockedAddresses", json::toArray(settings.blockedAddresses)},
            {"anomaly", wordFor(kAnomaly, settings.anomaly)},
            {"language", wordFor(kLanguage, settings.language)},
            {"recording", json::Object{{"logins", settings.recording.logins},
                                       {"bytes", settings.recording.bytes},
                                       {"age", settings.recording.age.count()}}},
            {"keyRotation", json::Object{{"every", settings.keyRotation.every.count()},
                                         {"publishAhead", settings.keyRotation.publishAhead.count()}}},
            {"scim", json::Object{{"requestsPerSecond", settings.scim.requestsPerSecond},
                                  {"deactivationPercent", settings.scim.deactivationPercent}}}};
}

Problems readSettings(const json::Object& object, std::string_view prefix, Settings& settings) {
    Problems problems;
    Settings read = settings;
    json::ObjectReader reader(object, std::string(prefix), problems);
    reader.choice("provisioning", read.provisioning, kProvisioning);
    reader.choice("linking", read.linking, kLinking);
    readMatching(reader, read.matching);
    reader.choice("roleMode", read.roleMode, kRoleMode);
    reader.choice("localLogin", read.localLogin, kLocalLogin);
    reader.seconds("sessionTtl", read.sessionTtl, kMinute, 90 * kDay);
    reader.seconds("idleTtl", read.idleTtl, kMinute, 90 * kDay);
    reader.seconds("accessTokenTtl", read.accessTokenTtl, kMinute, kDay);
    reader.seconds("refreshTokenTtl", read.refreshTokenTtl, kMinute, 366 * kDay);
    reader.strings("requiredAcr", read.requiredAcr, 20);
    readAcrOrder(reader, problems, read.acrOrder);
    reader.choice("ipPinning", read.ipPinning, kIpPinning);
    reader.strings("blockedAddresses", read.blockedAddresses, kMostBlocked);
    for (const std::string& range : read.blockedAddresses) {
        if (!http::parseCidr(range)) {
            reader.problem("blockedAddresses", "out_of_range",
                           "\"" + range + "\" is no address and no range such as 192.0.2.0/24");
        }
    }
    reader.choice("anomaly", read.anomaly, kAnomaly);
    reader.choice("language", read.language, kLanguage);
    readRecording(reader, problems, read.recording);
    readScim(reader, problems, read.scim);
    readKeyRotation(reader, problems, read.keyRotation);
    reader.finish();
    if (problems.empty()) {
        settings = std::move(read);
    }
    return problems;
}

json::Object toJson(const Tenant& tenant) {
    return {{"id", tenant.id.text()},
            {"slug", tenant.slug},
            {"name", tenant.name},
            {"kind", kindName(tenant.kind)},
            {"status", statusName(tenant.status)},
            {"settings", toJson(tenant.settings)},
            {"createdAt", toRfc3339(tenant.createdAt)},
            {"updatedAt", toRfc3339(tenant.updatedAt)}};
}

Problems readTenant(const json::Object& object, Tenant& tenant) {
    Problems problems;
    Tenant read = tenant;
    json::ObjectReader reader(object, "", problems);
    readOnly(reader, "id", tenant.id.text());
    reader.string("slug", read.slug, 63);
    reader.string("name", read.name, 200);
    reader.choice("kind", read.kind, {{"live", Kind::Live}, {"sandbox", Kind::Sandbox}});
    reader.choice(
        "status", read.status,
        {{"active", TenantStatus::Active}, {"suspended", TenantStatus::Suspended}, {"sealed", TenantStatus::Sealed}});
    if (const json::Value* settings = reader.take("settings")) {
        if (settings->is_object()) {
            const Problems nested = readSettings(settings->get_object(), reader.pointerTo("settings"), read.settings);
            problems.insert(problems.end(), nested.begin(), nested.end());
        } else {
            reader.problem("settings", "wrong_type", "must be an object");
        }
    }
    readOnly(reader, "createdAt", toRfc3339(tenant.createdAt));
    readOnly(reader, "updatedAt", toRfc3339(tenant.updatedAt));
    reader.finish();
    if (problems.empty() && !isSlug(read.slug)) {
        reader.problem("slug", "slug_invalid", "must be 2 to 63 characters of a-z, 0-9 and -, not beginning with -");
    }
    if (problems.empty() && read.name.empty()) {
        reader.problem("name", "required", "must not be empty");
    }
    if (problems.empty()) {
        tenant = std::move(read);
    }
    return problems;
}

json::Object toJson(const Domain& domain) {
    return {{"name", domain.name},
            {"status", statusName(domain.status)},
            {"txtRecord", domain.txtRecord},
            {"verifiedAt", domain.verifiedAt ? json::Value(toRfc3339(*domain.verifiedAt)) : json::Value()},
            {"asserted", domain.asserted}};
}

} // namespace gatehouse::tenants
