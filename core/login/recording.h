// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "connections/connection.h"
#include "connections/provider_cache.h"
#include "login/message.h"
#include "login/upstream.h"
#include "store/sealed.h"
#include "store/store.h"
#include "tenants/tenant.h"

namespace gatehouse::login {

/// What is kept of a finished login, sealed in the flow's own row: enough to show every message and to judge it again
/// at its own time, and no secret (docs/flows/recording.md).
struct Recording {
    std::string configuration; ///< id of the RecordedConfiguration that it ran under
    std::int64_t connectionVersion = 0;
    std::int64_t tenantVersion = 0;
    std::string nonce; ///< what the trip demanded of the ID token; spent with it
    std::vector<std::string> acrValues;
    std::vector<std::string> acrMeeting;
    bool acrEssential = false;
    std::optional<Seconds> maxAge;
    ProvenFacts proven;
    std::vector<Message> messages;
};

/// The configuration of a login. One copy serves all logins of the same versions.
struct RecordedConfiguration {
    json::Object connection; ///< connections::toJson: without its secret
    json::Object settings;   ///< tenants::toJson
    json::Value metadata;    ///< of the provider, as read; null if it was never reached
    json::Value keys;        ///< its public JWK set
};

/// A recording ready to be written in the transaction that finishes its flow.
struct KeptRecording {
    std::string text; ///< of the recording; empty: nothing is recorded
    std::string configuration;
    std::shared_ptr<const Bytes> sealedConfiguration;
};

[[nodiscard]] std::string recordingText(const Recording& recording);
/// The same text with one more message at its end.
void appendMessage(std::string& text, const Message& message);
/// `recording.malformed`
[[nodiscard]] Result<Recording> recordingFrom(std::string_view text);

/// The name of the configuration that these three make.
[[nodiscard]] std::string configurationId(const connections::Connection& connection, const tenants::Tenant& tenant,
                                          const connections::Provider* provider);
[[nodiscard]] Bytes sealConfiguration(const store::Sealer& sealer, const std::string& id,
                                      const connections::Connection& connection, const tenants::Tenant& tenant,
                                      const connections::Provider* provider);

/// Writes the configuration unless it is there. finishFlow() and insertFlow() write the rest.
[[nodiscard]] Status keepConfiguration(store::Writer& writer, const store::Sealer& sealer, const KeptRecording& kept);
/// The recording of a flow: `flow.not_recorded` if there is none (any more).
[[nodiscard]] Result<Recording> findRecording(store::Reader& reader, const store::Sealer& sealer, const FlowId& flow);
/// The recorded flows of a connection, newest first.
[[nodiscard]] Result<std::vector<FlowId>> recordedFlows(store::Reader& reader, const TenantId& tenant,
                                                        const ConnectionId& connection, std::int64_t most);
/// `flow.not_recorded` if it is gone.
[[nodiscard]] Result<RecordedConfiguration> findConfiguration(store::Reader& reader, const store::Sealer& sealer,
                                                              const std::string& id);

/// The last recorded flow of a tenant that is beyond a bound of its settings, if any: it and all before it are to go.
[[nodiscard]] Result<std::optional<FlowId>> lastToForget(store::Reader& reader, const TenantId& tenant,
                                                         const tenants::Recording& bounds, Time now);
/// Drops up to `most` recordings, the oldest first, up to and with `last`. What the flows say of themselves stays.
[[nodiscard]] Result<std::int64_t> forgetRecordings(store::Writer& writer, const TenantId& tenant, const FlowId& last,
                                                    std::int64_t most);
/// Drops configurations that no recording names.
[[nodiscard]] Status forgetConfigurations(store::Writer& writer, const TenantId& tenant);

} // namespace gatehouse::login
