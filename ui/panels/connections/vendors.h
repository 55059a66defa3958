// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QString>

namespace gatehouse::ui::panels::connections {

/// What a vendor calls things where it sets up SAML.
struct SamlTerms {
    QString entityId; ///< ours
    QString acsUrl;
    QString sloUrl;   ///< empty: it takes none
    QString metadata; ///< our metadata's address; empty: it takes none
    QString issuer;   ///< its own entity ID
    QString ssoUrl;
    QString logoutUrl;
    QString certificate;
    QString metadataUrl;
    QString example; ///< of such an address
    QString where;
    QString whereValues;
    QString hint;
};

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
    std::optional<SamlTerms> saml; ///< nullopt: it is not set up by SAML

    [[nodiscard]] bool speaksOidc() const { return !redirectUri.isEmpty(); }
};

/// All, in the order of their tiles; the generic ones are last.
[[nodiscard]] const std::vector<Vendor>& vendors();
/// The generic one of OpenID Connect for an id that is not known.
[[nodiscard]] const Vendor& vendorById(const QString& id);
/// Every word of `text` begins a word of the vendor's names, without case.
[[nodiscard]] bool matches(const Vendor& vendor, const QString& text);

/// The id of the practice provider's tile, where the tenant has one.
inline constexpr const char* kSandboxVendor = "sandbox";
/// The ids of the generic tiles.
inline constexpr const char* kOidcVendor = "oidc";
inline constexpr const char* kSamlVendor = "saml";
/// What SAML's own words for the values are.
[[nodiscard]] SamlTerms samlTerms();
/// The vendor's, or SAML's own words.
[[nodiscard]] SamlTerms samlTermsOf(const QString& vendor);

} // namespace gatehouse::ui::panels::connections
