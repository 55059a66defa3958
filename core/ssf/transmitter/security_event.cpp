// SPDX-License-Identifier: Apache-2.0
#include "ssf/transmitter/security_event.h"

namespace gatehouse::ssf::transmitter {

json::Object claimsOf(const SecurityEvent& event, std::string_view issuer, std::string_view audience,
                      std::string_view jti, Time now) {
    json::Object claims{
        {"iss", issuer}, {"aud", audience},         {"iat", toUnixSeconds(now)},
        {"jti", jti},    {"sub_id", event.subject}, {"events", json::Object{{event.type, event.payload}}}};
    if (!event.txn.empty()) {
        claims["txn"] = event.txn;
    }
    return claims;
}

std::string eventTypeOf(const json::Object& claims) {
    const json::Object* events = json::objectMember(claims, "events");
    return events == nullptr || events->size() != 1 ? std::string() : std::string(events->begin()->key());
}

SecurityEvent verificationOf(std::string_view stream, std::string_view state) {
    SecurityEvent event;
    event.type = "https://schemas.openid.net/secevent/ssf/event-type/verification";
    event.subject = {{"format", "opaque"}, {"id", stream}};
    if (!state.empty()) {
        event.payload["state"] = state;
    }
    return event;
}

} // namespace gatehouse::ssf::transmitter
