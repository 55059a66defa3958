// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "admin/api/activity_fields.h"
#include "admin/api/app_checks_fields.h"
#include "admin/api/catalog_fields.h"
#include "admin/api/codec.h"
#include "admin/api/entitlement_fields.h"
#include "admin/api/fields.h"
#include "admin/api/key_fields.h"
#include "admin/api/preset_fields.h"
#include "admin/api/replay_fields.h"
#include "admin/api/response_check_fields.h"
#include "admin/api/scim_fields.h"
#include "admin/api/scim_sync_fields.h"
#include "admin/api/session_fields.h"
#include "admin/api/statistics_fields.h"
#include "admin/api/stream_fields.h"
#include "admin/api/subject_fields.h"
#include "admin/api/user_import_fields.h"

namespace gatehouse::admin::api {

namespace {

template <class T>
constexpr std::string_view kSchemaName = Fields<T>::name;

class SchemaWriter {
public:
    explicit SchemaWriter(json::Object& all)
        : m_all(all) {}

    template <class T>
    void add() {
        if (m_all.contains(kSchemaName<T>)) {
            return;
        }
        m_all[kSchemaName<T>] = nullptr;
        SchemaWriter inner(m_all);
        const T sample;
        Fields<T>::visit(sample, inner);
        json::Object schema;
        schema["type"] = "object";
        schema["additionalProperties"] = false;
        if (!inner.m_required.empty()) {
            schema["required"] = std::move(inner.m_required);
        }
        schema["properties"] = std::move(inner.m_properties);
        m_all[kSchemaName<T>] = std::move(schema);
    }

    template <class T>
    void operator()(std::string_view name, const T& field, const Rule& rule) {
        json::Object schema = describe(field, rule);
        if (rule.access == Access::ReadOnly || rule.access == Access::Once) {
            schema["readOnly"] = true;
        } else if (rule.access == Access::WriteOnly) {
            schema["writeOnly"] = true;
        }
        if (!rule.about.empty()) {
            schema["description"] = rule.about;
        }
        if (rule.required) {
            m_required.push_back(boost::json::string(name));
        }
        m_properties[name] = std::move(schema);
    }

private:
    static json::Object ofType(std::string_view type) { return {{"type", type}}; }
    static json::Object describe(const std::string&, const Rule& rule) {
        json::Object out = ofType("string");
        if (rule.oneOf.empty()) {
            out["maxLength"] = rule.maxLength;
            return out;
        }
        json::Array words;
        for (std::string_view rest = rule.oneOf;;) {
            const std::size_t bar = rest.find('|');
            words.push_back(boost::json::string(rest.substr(0, bar)));
            if (bar == std::string_view::npos) {
                break;
            }
            rest.remove_prefix(bar + 1);
        }
        out["enum"] = std::move(words);
        return out;
    }
    static json::Object describe(bool, const Rule&) { return ofType("boolean"); }
    static json::Object describe(std::int64_t, const Rule& rule) {
        return {{"type", "integer"}, {"minimum", rule.min}, {"maximum", rule.max}};
    }
    static json::Object describe(int value, const Rule& rule) { return describe(std::int64_t(value), rule); }
    static json::Object describe(double, const Rule&) { return ofType("number"); }
    static json::Object describe(Time, const Rule&) { return {{"type", "string"}, {"format", "date-time"}}; }
    static json::Object describe(const RawJson&, const Rule& rule) {
        return rule.anyValue ? json::Object() : ofType("object");
    }
    static json::Object describe(const TenantScope&, const Rule&) {
        return {{"oneOf", json::Array{json::Object{{"const", "all"}},
                                      json::Object{{"type", "array"}, {"items", ofType("string")}}}}};
    }
    template <class T>
    json::Object describe(const T&, const Rule&) {
        add<T>();
        return {{"$ref", "#/components/schemas/" + std::string(kSchemaName<T>)}};
    }
    template <class T>
    json::Object describe(const std::vector<T>&, const Rule& rule) {
        return {{"type", "array"}, {"items", describe(T(), rule)}};
    }
    template <class T>
    json::Object describe(const std::optional<T>&, const Rule& rule) {
        json::Object inner = describe(T(), rule);
        if (rule.access == Access::Once || rule.access == Access::WriteOnly) {
            return inner;
        }
        return {{"oneOf", json::Array{std::move(inner), ofType("null")}}};
    }

    json::Object& m_all;
    json::Object m_properties;
    json::Array m_required;
};

} // namespace

json::Object schemas() {
    json::Object all;
    SchemaWriter writer(all);
    writer.add<ProblemDetails>();
    writer.add<Tenant>();
    writer.add<Domain>();
    writer.add<DomainVerification>();
    writer.add<SigningCertificate>();
    writer.add<SamlService>();
    writer.add<Connection>();
    writer.add<PresetLabels>();
    writer.add<PresetAttribute>();
    writer.add<Preset>();
    writer.add<ConnectionTest>();
    writer.add<CertificateRequest>();
    writer.add<PresentedCertificates>();
    writer.add<TestStage>();
    writer.add<TestSignIn>();
    writer.add<Usage>();
    writer.add<PreviewRequest>();
    writer.add<Preview>();
    writer.add<ResponseCheckRequest>();
    writer.add<ResponseCheck>();
    writer.add<User>();
    writer.add<Group>();
    writer.add<GroupMember>();
    writer.add<GroupMembersChange>();
    writer.add<GroupMembersChanged>();
    writer.add<Role>();
    writer.add<PermissionName>();
    writer.add<App>();
    writer.add<AppUsage>();
    writer.add<RedirectUriQuestion>();
    writer.add<RedirectUriAnswer>();
    writer.add<TokenQuestion>();
    writer.add<TokenAnswer>();
    writer.add<Session>();
    writer.add<LogoutConfirmation>();
    writer.add<SessionRevocation>();
    writer.add<SessionsRevoked>();
    writer.add<Consent>();
    writer.add<Key>();
    writer.add<KeyRotation>();
    writer.add<KeyActivation>();
    writer.add<KeyRevocation>();
    writer.add<KeyEvidence>();
    writer.add<KeyImpact>();
    writer.add<AuditRecord>();
    writer.add<Flow>();
    writer.add<Recorder>();
    writer.add<FlowSecrets>();
    writer.add<ReplayRequest>();
    writer.add<Replay>();
    writer.add<BatchReplayRequest>();
    writer.add<BatchReplay>();
    writer.add<FlowBundle>();
    writer.add<Token>();
    writer.add<RegistrationToken>();
    writer.add<Entitlement>();
    writer.add<GroupPreviewRequest>();
    writer.add<GroupPreview>();
    writer.add<ScimToken>();
    writer.add<ScimTokenRotation>();
    writer.add<ScimRequest>();
    writer.add<ScimReplay>();
    writer.add<ScimService>();
    writer.add<ScimTestRequest>();
    writer.add<ScimTest>();
    writer.add<ScimSync>();
    writer.add<ScimSyncPlan>();
    writer.add<ScimSyncStart>();
    writer.add<ScimSyncRun>();
    writer.add<Stream>();
    writer.add<CatalogElement>();
    writer.add<UserImport>();
    writer.add<UserImportReport>();
    writer.add<Admin>();
    writer.add<Sandbox>();
    writer.add<SandboxSnapshot>();
    writer.add<ScenarioStart>();
    writer.add<HeldStep>();
    writer.add<SandboxNext>();
    writer.add<SandboxReleased>();
    writer.add<SandboxReset>();
    writer.add<SandboxEvent>();
    writer.add<BrokerStatus>();
    writer.add<Statistics>();
    writer.add<Expiry>();
    writer.add<AuditPositions>();
    writer.add<AuditHistogram>();
    writer.add<Doctor>();
    writer.add<ApplyResult>();
    writer.add<Backup>();
    return all;
}

} // namespace gatehouse::admin::api
