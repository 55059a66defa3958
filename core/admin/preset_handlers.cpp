// SPDX-License-Identifier: Apache-2.0
#include "admin/api/codec.h"
#include "admin/handlers.h"
#include "base/encoding.h"
#include "saml/presets/presets.h"

namespace gatehouse::admin {

namespace {

using saml::presets::Preset;

std::vector<std::string> texts(const std::vector<std::string_view>& views) {
    return {views.begin(), views.end()};
}

json::Object shown(const Preset& preset) {
    api::Preset out;
    out.name = preset.name;
    out.title = preset.title;
    out.entityIds = texts(preset.entityIds);
    out.metadataUrl = preset.metadataUrl;
    out.labels = {std::string(preset.labels.entityId), std::string(preset.labels.acsUrl),
                  std::string(preset.labels.sloUrl), std::string(preset.labels.metadata)};
    for (const saml::presets::SentAttribute& each : preset.attributes) {
        out.attributes.push_back({std::string(each.name), std::string(each.target), each.byItself});
    }
    out.defaults = api::raw(saml::presets::defaultsOf(preset));
    out.singleLogout = preset.singleLogout;
    out.certificates = preset.certificates;
    out.notes = texts(preset.notes);
    return api::toJson(out).get_object();
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    std::vector<KeyedItem> items;
    for (const Preset& each : saml::presets::all()) {
        const std::string words = asciiLower(std::string(each.name) + "\n" + std::string(each.title));
        if (words.find(asciiLower(query->search)) != std::string::npos) {
            items.push_back({std::string(each.name), shown(each)});
        }
    }
    std::sort(items.begin(), items.end(), [](const KeyedItem& a, const KeyedItem& b) { return a.key < b.key; });
    return pageOf(std::move(items), *query);
}

Answered get(const Context& context) {
    const Preset* preset = saml::presets::presetOf(context.request.object);
    if (preset == nullptr) {
        return tl::unexpected(Refusal(Error{Code::NotFound, "not_found", "no such preset"}));
    }
    return ok(shown(*preset));
}

constexpr Handler kHandlers[] = {{"preset.list", list}, {"preset.get", get}};

} // namespace

std::span<const Handler> presetHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
