// SPDX-License-Identifier: Apache-2.0
#include "login/recording.h"

#include "crypto/hash.h"
#include "login/redaction.h"
#include "tenants/tenant_json.h"

namespace gatehouse::login {
namespace {

constexpr std::string_view kFlows = "flows";
constexpr std::string_view kConfigurations = "flow_configurations";
constexpr std::size_t kUsualSize = 4096;
constexpr std::string_view kEnd = "]}"; ///< of a recording's text
constexpr json::Limits kLimits{.bytes = 1024 * 1024, .depth = 40};

json::Value parsedOrNull(const std::string& text) {
    auto value = json::parse(text, kLimits);
    return value ? *std::move(value) : json::Value();
}

// The first UUIDv7 of a moment: every id made earlier sorts before it.
std::string firstIdAt(Time time) {
    std::string digits;
    const auto millis = static_cast<std::uint64_t>(std::max<std::int64_t>(toMillis(time), 0));
    for (int shift = 40; shift >= 0; shift -= 8) {
        digits.push_back(static_cast<char>((millis >> shift) & 0xff));
    }
    const std::string hex = hexEncode(digits);
    return hex.substr(0, 8) + "-" + hex.substr(8);
}

} // namespace

std::string recordingText(const Recording& recording) {
    std::string text;
    text.reserve(kUsualSize);
    json::TextWriter out(text);
    out.beginObject();
    out.member("v", 1);
    out.member("c", recording.configuration);
    out.member("cv", recording.connectionVersion);
    out.member("tv", recording.tenantVersion);
    out.member("nonce", recording.nonce);
    if (!recording.acrValues.empty()) {
        out.memberArray("acr", recording.acrValues);
        out.memberArray("acrMeeting", recording.acrMeeting);
        out.member("acrEssential", recording.acrEssential);
    }
    if (recording.maxAge) {
        out.member("maxAge", recording.maxAge->count());
    }
    const ProvenFacts& proven = recording.proven;
    if (proven.at) {
        out.member("at", toMillis(*proven.at));
        out.member("signed", proven.signatureHeld);
        out.member("whole", proven.identityProven);
        out.memberIfAny("keyIssuer", proven.keyIssuer);
        if (proven.accessTokenHashHeld) {
            out.member("atHash", *proven.accessTokenHashHeld);
        }
    }
    out.key("m"); // last: see appendMessage()
    out.beginArray();
    for (const Message& message : recording.messages) {
        writeKept(out, message);
    }
    out.endArray();
    out.endObject();
    return text;
}

void appendMessage(std::string& text, const Message& message) {
    text.resize(text.size() - kEnd.size());
    json::TextWriter out(text);
    writeKept(out, message);
    text.append(kEnd);
}

Result<Recording> recordingFrom(std::string_view text) {
    auto object = json::parseObject(text, kLimits);
    const json::Array* messages = object ? json::arrayMember(*object, "m") : nullptr;
    if (messages == nullptr) {
        return fail(Code::Internal, "recording.malformed");
    }
    Recording recording;
    recording.configuration = json::stringMember(*object, "c").value_or("");
    recording.connectionVersion = json::integerMember(*object, "cv").value_or(0);
    recording.tenantVersion = json::integerMember(*object, "tv").value_or(0);
    recording.nonce = json::stringMember(*object, "nonce").value_or("");
    recording.acrValues = json::stringsMember(*object, "acr").value_or(std::vector<std::string>());
    recording.acrMeeting = json::stringsMember(*object, "acrMeeting").value_or(recording.acrValues);
    recording.acrEssential = json::boolMember(*object, "acrEssential").value_or(false);
    if (const auto maxAge = json::integerMember(*object, "maxAge")) {
        recording.maxAge = Seconds(*maxAge);
    }
    if (const auto at = json::integerMember(*object, "at")) {
        recording.proven.at = fromMillis(*at);
        recording.proven.signatureHeld = json::boolMember(*object, "signed").value_or(false);
        recording.proven.identityProven = json::boolMember(*object, "whole").value_or(false);
        recording.proven.keyIssuer = json::stringMember(*object, "keyIssuer").value_or("");
        recording.proven.accessTokenHashHeld = json::boolMember(*object, "atHash");
    }
    for (const json::Value& item : *messages) {
        if (item.is_object()) {
            recording.messages.push_back(messageFrom(item.get_object()));
        }
    }
    return recording;
}

std::string configurationId(const connections::Connection& connection, const tenants::Tenant& tenant,
                            const connections::Provider* provider) {
    std::string all = connection.id.text();
    all.append("/").append(std::to_string(connection.version));
    all.append("/").append(std::to_string(tenant.version));
    all.append("/").append(provider == nullptr ? std::string_view() : std::string_view(provider->digest));
    return base64UrlEncode(crypto::sha256(all).substr(0, 18));
}

Bytes sealConfiguration(const store::Sealer& sealer, const std::string& id, const connections::Connection& connection,
                        const tenants::Tenant& tenant, const connections::Provider* provider) {
    const json::Object all{{"connection", connections::toJson(connection)},
                           {"settings", tenants::toJson(tenant.settings)},
                           {"metadata", provider == nullptr ? json::Value() : parsedOrNull(provider->metadataText)},
                           {"keys", provider == nullptr ? json::Value() : parsedOrNull(provider->keysText)}};
    return sealer.seal({kConfigurations, id, "sealed"}, json::write(all));
}

Status keepConfiguration(store::Writer& writer, const store::Sealer& sealer, const KeptRecording& kept) {
    if (kept.text.empty() || !kept.sealedConfiguration) {
        return {};
    }
    return writer
        .execute("INSERT INTO flow_configurations (tenant, id, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                 {sealer.tenant().text(), kept.configuration, store::Arg::blob(*kept.sealedConfiguration)})
        .map([](std::int64_t) {});
}

Result<Recording> findRecording(store::Reader& reader, const store::Sealer& sealer, const FlowId& flow) {
    Result<Recording> found = fail(Code::FailedPrecondition, "flow.not_recorded");
    ENSURE(reader.query(
        "SELECT recording FROM flows WHERE tenant = $1 AND id = $2 AND recording IS NOT NULL",
        {sealer.tenant().text(), flow.text()}, [&](const store::Row& row) {
            found = sealer.open({kFlows, flow.text(), "recording"}, row.blob(0)).and_then([](const Bytes& text) {
                return recordingFrom(text);
            });
            return false;
        }));
    return found;
}

Result<std::vector<FlowId>> recordedFlows(store::Reader& reader, const TenantId& tenant, const ConnectionId& connection,
                                          std::int64_t most) {
    std::vector<FlowId> out;
    ENSURE(reader.query("SELECT id FROM flows WHERE tenant = $1 AND recorded_bytes > 0 AND connection_id = $2"
                        " ORDER BY id DESC LIMIT $3",
                        {tenant.text(), connection.text(), most}, [&](const store::Row& row) {
                            out.emplace_back(std::string(row.text(0)));
                            return true;
                        }));
    return out;
}

Result<RecordedConfiguration> findConfiguration(store::Reader& reader, const store::Sealer& sealer,
                                                const std::string& id) {
    Result<RecordedConfiguration> found = fail(Code::FailedPrecondition, "flow.not_recorded", "no configuration");
    ENSURE(reader.query("SELECT sealed FROM flow_configurations WHERE tenant = $1 AND id = $2",
                        {sealer.tenant().text(), id}, [&](const store::Row& row) {
                            found = sealer.open({kConfigurations, id, "sealed"}, row.blob(0))
                                        .and_then([](const Bytes& text) { return json::parseObject(text, kLimits); })
                                        .map([](json::Object all) {
                                            RecordedConfiguration out;
                                            out.connection = all["connection"].as_object();
                                            out.settings = all["settings"].as_object();
                                            out.metadata = all["metadata"];
                                            out.keys = all["keys"];
                                            return out;
                                        });
                            return false;
                        }));
    return found;
}

Result<std::optional<FlowId>> lastToForget(store::Reader& reader, const TenantId& tenant,
                                           const tenants::Recording& bounds, Time now) {
    const std::string oldest = firstIdAt(now - bounds.age);
    std::int64_t count = 0;
    std::int64_t bytes = 0;
    std::optional<FlowId> last;
    ENSURE(
        reader.query("SELECT id, recorded_bytes FROM flows WHERE tenant = $1 AND recorded_bytes > 0 ORDER BY id DESC",
                     {tenant.text()}, [&](const store::Row& row) {
                         ++count;
                         bytes += row.integer(1);
                         if (count > bounds.logins || bytes > bounds.bytes || row.text(0) < oldest) {
                             last = FlowId(std::string(row.text(0)));
                         }
                         return !last.has_value();
                     }));
    return last;
}

Result<std::int64_t> forgetRecordings(store::Writer& writer, const TenantId& tenant, const FlowId& last,
                                      std::int64_t most) {
    return writer.execute("UPDATE flows SET recording = NULL, recorded_bytes = 0, configuration = '' WHERE tenant = $1"
                          " AND id IN (SELECT id FROM flows WHERE tenant = $1 AND recorded_bytes > 0 AND id <= $2"
                          " ORDER BY id LIMIT $3)",
                          {tenant.text(), last.text(), most});
}

Status forgetConfigurations(store::Writer& writer, const TenantId& tenant) {
    return writer
        .execute("DELETE FROM flow_configurations WHERE tenant = $1 AND id NOT IN (SELECT configuration FROM flows"
                 " WHERE tenant = $1 AND recorded_bytes > 0)",
                 {tenant.text()})
        .map([](std::int64_t) {});
}

} // namespace gatehouse::login
