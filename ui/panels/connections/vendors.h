// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

namespace gatehouse::ui::panels::connections {

/// An identity provider's maker, in its own words (resources/vendors.json). These words are what its admin console
/// shows and are not translated.
struct Vendor {
    QString id; ///< "entra"
    QString name;
    QString mark;  ///< one or two letters for its tile
    QString words; ///< what people also call it, for the filter
    QString issuerExample;
    QString issuerFixed; ///< the same for everybody; empty for most
    QString redirectUri; ///< what it calls our redirect URI
    QString issuer;
    QString clientId;
    QString clientSecret;
    QString where;       ///< the path in its console to the redirect URI
    QString whereValues; ///< to what it gives us
    QString hint;
};

/// All, in the order of their tiles; the generic one is last.
[[nodiscard]] const std::vector<Vendor>& vendors();
/// The generic one for an id that is not known.
[[nodiscard]] const Vendor& vendorById(const QString& id);
/// Every word of `text` begins a word of the vendor's names, without case.
[[nodiscard]] bool matches(const Vendor& vendor, const QString& text);

/// The id of the practice provider's tile, where the tenant has one.
inline constexpr const char* kSandboxVendor = "sandbox";

} // namespace gatehouse::ui::panels::connections
