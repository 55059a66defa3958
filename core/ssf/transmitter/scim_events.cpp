// SPDX-License-Identifier: Apache-2.0
#include "ssf/transmitter/scim_events.h"

#include <algorithm>

namespace gatehouse::ssf::transmitter {
namespace {

constexpr std::string_view kCreate = "urn:ietf:params:scim:event:prov:create:notice";
constexpr std::string_view kPatch = "urn:ietf:params:scim:event:prov:patch:notice";
constexpr std::string_view kDelete = "urn:ietf:params:scim:event:prov:delete";
constexpr std::string_view kActivate = "urn:ietf:params:scim:event:prov:activate";
constexpr std::string_view kDeactivate = "urn:ietf:params:scim:event:prov:deactivate";
constexpr std::string_view kTypes[] = {kCreate, kPatch, kDelete, kActivate, kDeactivate};

constexpr std::string_view kRecords[] = {"UserProvisioned", "UserMatched",  "UserUpdated",  "UserDeactivated",
                                         "UserErased",      "GroupCreated", "GroupUpdated", "GroupDeleted"};

/// Members of the Admin API's resources by the attribute that a SCIM client sees them in.
constexpr std::pair<std::string_view, std::string_view> kAttributes[] = {
    {"userName", "userName"},        {"email", "emails"},   {"displayName", "displayName"},
    {"givenName", "name.givenName"}, {"active", "active"},  {"familyName", "name.familyName"},
    {"externalId", "externalId"},    {"members", "members"}};

using Names = std::vector<std::string>;

void add(Names& names, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.emplace_back(name);
    }
}

/// A member of the record, personal or not.
const json::Value* said(const audit::Entry& entry, std::string_view name) {
    const json::Value* personal = json::member(entry.record.personal, name);
    return personal != nullptr ? personal : json::member(entry.record.data, name);
}

Names namesIn(const json::Object& resource) {
    Names names;
    for (const auto& [name, value] : resource) {
        if (name != "schemas") {
            add(names, name);
        }
    }
    return names;
}

/// The attributes of what an administrator's record says there is now.
Names attributesIn(const json::Object& after, bool isGroup) {
    Names names;
    for (const auto& [name, value] : after) {
        if (isGroup && name == "name") {
            add(names, "displayName");
        }
        for (const auto& [member, attribute] : kAttributes) {
            const auto* text = value.if_string();
            if (member == std::string_view(name) && (text == nullptr || !text->empty())) {
                add(names, attribute);
            }
        }
    }
    return names;
}

/// What changed, and whether somebody may sign in again.
struct Changed {
    Names names;
    bool activated = false;
    bool known = false; ///< the record says
};

Changed changedBy(const audit::Entry& entry) {
    Changed out;
    const bool isGroup = entry.record.target.type == "group";
    const json::Value* active = nullptr;
    if (const json::Value* changes = said(entry, "changes"); changes != nullptr && changes->is_array()) {
        out.known = true;
        for (const json::Value& each : changes->get_array()) {
            if (const json::Object* change = each.if_object()) {
                const std::string_view path = json::stringMember(*change, "path").value_or("");
                add(out.names, path);
                active = path == "active" ? json::member(*change, "after") : active;
            }
        }
    }
    if (const json::Value* after = said(entry, "after"); after != nullptr && after->is_object()) {
        out.known = true;
        for (const std::string& name : attributesIn(after->get_object(), isGroup)) {
            add(out.names, name);
        }
        active = active == nullptr ? json::member(after->get_object(), "active") : active;
    }
    bool counted = false;
    for (const char* member : {"membersAdded", "membersRemoved", "added", "removed"}) {
        if (const json::Value* some = said(entry, member)) {
            counted = true;
            if (some->is_array() ? !some->get_array().empty() : *some != json::Value(0)) {
                add(out.names, "members");
            }
        }
    }
    const json::Value* renamed = said(entry, "renamed");
    if (renamed != nullptr && *renamed == json::Value(true)) {
        add(out.names, "displayName");
    }
    out.known = out.known || counted;
    out.activated = active != nullptr && active->is_bool() && active->get_bool();
    std::erase(out.names, "active"); // has events of its own
    return out;
}

class Maker {
public:
    explicit Maker(const audit::Entry& entry)
        : m_entry(entry) {}

    void make(std::string_view type) { push(type, {}); }
    void make(std::string_view type, Names names) {
        std::sort(names.begin(), names.end());
        push(type, {{"attributes", json::toArray(names)}});
    }
    [[nodiscard]] std::vector<SecurityEvent> made() && { return std::move(m_made); }

private:
    void push(std::string_view type, json::Object payload) {
        const audit::Record& record = m_entry.record;
        const std::string place = record.target.type == "group" ? "/Groups/" : "/Users/";
        SecurityEvent event;
        event.type = type;
        event.subject = {{"format", "scim"}, {"uri", place + record.target.id}, {"id", record.target.id}};
        event.payload = std::move(payload);
        event.txn = json::stringMember(record.data, "requestId").value_or(m_entry.id);
        m_made.push_back(std::move(event));
    }
    const audit::Entry& m_entry;
    std::vector<SecurityEvent> m_made;
};

void makeOfCreation(Maker& maker, const audit::Entry& entry, const WholeResource& whole) {
    const json::Value* resource = said(entry, "resource");
    if (resource != nullptr && resource->is_object()) {
        maker.make(kCreate, namesIn(resource->get_object()));
        return;
    }
    const Changed changed = changedBy(entry);
    maker.make(kCreate, changed.known ? changed.names : whole());
}

void makeOfChange(Maker& maker, const audit::Entry& entry, const WholeResource& whole) {
    const Changed changed = changedBy(entry);
    Names names = changed.known ? changed.names : whole();
    if (!names.empty()) {
        maker.make(kPatch, std::move(names));
    }
    if (changed.activated) {
        maker.make(kActivate);
    }
}

} // namespace

std::span<const std::string_view> scimEventTypes() {
    return kTypes;
}

std::span<const std::string_view> followedRecords() {
    return kRecords;
}

std::vector<SecurityEvent> scimEventsOf(const audit::Entry& entry, const WholeResource& whole) {
    const std::string& type = entry.record.type;
    Maker maker(entry);
    if (entry.record.outcome != audit::Outcome::Success || entry.record.target.id.empty()) {
        return {};
    }
    if (type == "UserProvisioned" || type == "GroupCreated") {
        makeOfCreation(maker, entry, whole);
    } else if (type == "UserUpdated" || type == "UserMatched" || type == "GroupUpdated") {
        makeOfChange(maker, entry, whole);
    } else if (type == "UserDeactivated") {
        maker.make(kDeactivate);
    } else if (type == "UserErased" || type == "GroupDeleted") {
        maker.make(kDelete);
    }
    return std::move(maker).made();
}

} // namespace gatehouse::ssf::transmitter
