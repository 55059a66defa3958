// SPDX-License-Identifier: Apache-2.0
#include "saml/presets/presets.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::presets {
namespace {

constexpr std::string_view kManyFactorsByAmr = "amr:mfa";

Preset entra() {
    return {
        .name = "entra",
        .title = "Microsoft Entra ID",
        .entityIds = {"https://sts.windows.net/*/"},
        .ssoUrls = {"https://login.microsoftonline.com/*/saml2", "https://login.microsoftonline.us/*/saml2",
                    "https://login.partner.microsoftonline.cn/*/saml2"},
        .metadataUrl = "https://login.microsoftonline.com/{tenant id}/federationmetadata/2007-06/"
                       "federationmetadata.xml?appid={application id}",
        .labels = {"Identifier (Entity ID)", "Reply URL (Assertion Consumer Service URL)", "Logout URL",
                   "App Federation Metadata Url"},
        .multiFactor = kManyFactorsByAmr,
        .attributes = {{"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "email", true},
                       {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "givenName", true},
                       {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "familyName", true},
                       {"http://schemas.microsoft.com/identity/claims/displayname", "displayName", true},
                       {"http://schemas.microsoft.com/ws/2008/06/identity/claims/groups", "groups", false},
                       {"http://schemas.microsoft.com/claims/authnmethodsreferences", "amr", true}},
        .singleLogout = true,
        .certificates = "Three years for each application. A new one is made and activated by hand; the metadata "
                        "address with appid has it from then on.",
        .notes = {"Leave authnContext empty: Entra knows its own class references alone. Several factors are told by "
                  "the claim authnmethodsreferences.",
                  "Without appid the metadata has keys that do not sign this application's answers.",
                  "Groups are object ids; with more than 150 of them a link is sent instead.",
                  "People without a mailbox have no e-mail address claim."},
    };
}

Preset okta() {
    return {
        .name = "okta",
        .title = "Okta",
        .entityIds = {"http://www.okta.com/*"},
        .ssoUrls = {"https://*.okta.com/app/*/*/sso/saml", "https://*.oktapreview.com/app/*/*/sso/saml",
                    "https://*.okta-emea.com/app/*/*/sso/saml"},
        .metadataUrl = "https://{domain}.okta.com/app/{application key}/sso/saml/metadata",
        .labels = {"Audience URI (SP Entity ID)", "Single sign-on URL", "Single Logout URL", "Metadata URL"},
        .multiFactor = kManyFactorsByAmr,
        .attributes = {{"email", "email", false},
                       {"firstName", "givenName", false},
                       {"lastName", "familyName", false},
                       {"displayName", "displayName", false},
                       {"groups", "groups", false},
                       {"amr", "amr", false}},
        .singleLogout = true,
        .certificates = "Ten years for each application. A new one is made and activated by hand.",
        .notes = {"Nothing but the name is sent by itself: add Attribute Statements, and a Group Attribute Statement "
                  "with a filter.",
                  "An Attribute Statement amr with the expression session.amr tells of several factors.",
                  "Single logout wants our signing certificate uploaded."},
    };
}

Preset google() {
    return {
        .name = "google",
        .title = "Google Workspace",
        .entityIds = {"https://accounts.google.com/o/saml2?idpid=*"},
        .ssoUrls = {"https://accounts.google.com/o/saml2/idp?idpid=*"},
        .metadataUrl = "",
        .labels = {"Entity ID", "ACS URL", "", "Download metadata"},
        .eitherSignature = true,
        .attributes = {{"email", "email", false},
                       {"first_name", "givenName", false},
                       {"last_name", "familyName", false},
                       {"groups", "groups", false}},
        .singleLogout = false,
        .certificates = "Five years; two at a time. The next one comes with a new metadata file, by hand.",
        .notes = {"It has no address of metadata: paste the file.",
                  "Signed response signs the response instead of the assertion; both are taken.",
                  "Signatures of requests are not looked at.",
                  "Attributes have the names that its administrator types under Attribute mapping."},
    };
}

Preset adfs() {
    return {
        .name = "adfs",
        .title = "AD FS",
        .entityIds = {"http://*/adfs/services/trust", "https://*/adfs/services/trust"},
        .ssoUrls = {"https://*/adfs/ls/", "https://*/adfs/ls"},
        .metadataUrl = "https://{server}/FederationMetadata/2007-06/FederationMetadata.xml",
        .labels = {"Relying party trust identifier", "SAML Assertion Consumer endpoint (POST)", "SAML Logout endpoint",
                   "Federation metadata address"},
        .multiFactor = kManyFactorsByAmr,
        .attributes = {{"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "email", false},
                       {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "givenName", false},
                       {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "familyName", false},
                       {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "displayName", false},
                       {"http://schemas.xmlsoap.org/claims/Group", "groups", false},
                       {"http://schemas.microsoft.com/claims/authnmethodsreferences", "amr", false}},
        .moreDisplayName = {"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name"},
        .singleLogout = true,
        .certificates = "One year, by itself: the next one is in the metadata some weeks ahead.",
        .notes = {"Nothing is sent by itself: add an issuance rule for the attributes and one for the Name ID.",
                  "Leave nameIdFormat empty: a format that no rule issues is refused.",
                  "A trust that was made by hand may sign with SHA-1: set its Secure hash algorithm to SHA-256.",
                  "Assertions are encrypted as soon as the trust has our encryption certificate."},
    };
}

Preset ping() {
    return {
        .name = "ping",
        .title = "Ping Identity",
        .entityIds = {"https://auth.pingone.com/*", "https://auth.pingone.eu/*", "https://auth.pingone.ca/*",
                      "https://auth.pingone.asia/*", "https://auth.pingone.com.au/*", "https://auth.pingone.sg/*",
                      "https://pingone.com/idp/*"},
        .ssoUrls = {"https://*/*/saml20/idp/sso", "https://*/idp/SSO.saml2", "https://sso.connect.pingidentity.com/*"},
        .metadataUrl = "https://auth.pingone.com/{environment id}/saml20/metadata/{application id}",
        .labels = {"Entity ID", "ACS URLs", "SLO Endpoint", "IDP Metadata URL"},
        .eitherSignature = true,
        .attributes = {{"email", "email", false},
                       {"given_name", "givenName", false},
                       {"family_name", "familyName", false},
                       {"name", "displayName", false},
                       {"groups", "groups", false}},
        .singleLogout = true,
        .certificates = "One for each environment, with a term that its administrator chose.",
        .notes = {"saml_subject alone is sent by itself, as the name: map the attributes by these names.",
                  "PingFederate signs the response or the assertion as the connection there says."},
    };
}

Preset onelogin() {
    return {
        .name = "onelogin",
        .title = "OneLogin",
        .entityIds = {"https://app.onelogin.com/saml/metadata/*", "https://*.onelogin.com/saml/metadata/*"},
        .ssoUrls = {"https://*.onelogin.com/trust/saml2/http-redirect/sso/*",
                    "https://*.onelogin.com/trust/saml2/http-post/sso/*"},
        .metadataUrl = "https://{subdomain}.onelogin.com/saml/metadata/{application id}",
        .labels = {"Audience (EntityID)", "ACS (Consumer) URL", "Single Logout URL", "Issuer URL"},
        .eitherSignature = true,
        .attributes = {{"User.email", "email", true},
                       {"User.FirstName", "givenName", true},
                       {"User.LastName", "familyName", true},
                       {"memberOf", "groups", true}},
        .singleLogout = true,
        .certificates = "Five years, shared by applications. Another one is chosen by hand.",
        .notes = {"ACS (Consumer) URL Validator is a regular expression: escape the dots, begin with ^, end with $.",
                  "Set the SAML Signature Algorithm on the SSO tab to SHA-256; SHA-1 is refused.",
                  "The connector for tests sends these names; in any other, name the parameters so."},
    };
}

Preset jumpcloud() {
    return {
        .name = "jumpcloud",
        .title = "JumpCloud",
        .entityIds = {"JumpCloud", "https://sso.jumpcloud.com/*"},
        .ssoUrls = {"https://sso.jumpcloud.com/saml2/*", "https://sso.eu.jumpcloud.com/saml2/*"},
        .metadataUrl = "https://sso.jumpcloud.com/saml2/metadata/{application id}",
        .labels = {"SP Entity ID", "ACS URLs", "", "Copy Metadata URL"},
        .eitherSignature = true,
        .attributes = {{"email", "email", false},
                       {"firstName", "givenName", false},
                       {"lastName", "familyName", false},
                       {"displayName", "displayName", false},
                       {"memberOf", "groups", false}},
        .singleLogout = false,
        .certificates = "Five years for each application. A new one is made by hand.",
        .notes = {"IdP Entity ID is its administrator's to choose: give it a value that no other application has.",
                  "Switch Declare Redirect Endpoint on, else requests go by POST.",
                  "Groups come with Include group attribute, by the name that is typed there."},
    };
}

Preset keycloak() {
    return {
        .name = "keycloak",
        .title = "Keycloak",
        .entityIds = {"https://*/realms/*", "https://*/auth/realms/*", "http://*/realms/*", "http://*/auth/realms/*"},
        .ssoUrls = {"https://*/realms/*/protocol/saml", "https://*/auth/realms/*/protocol/saml"},
        .metadataUrl = "https://{server}/realms/{realm}/protocol/saml/descriptor",
        .labels = {"Client ID", "Valid redirect URIs", "Logout Service Redirect Binding URL",
                   "SAML 2.0 Identity Provider Metadata"},
        .eitherSignature = true,
        .nameIdFormat = wire::kPersistent,
        .attributes = {{"urn:oid:1.2.840.113549.1.9.1", "email", false},
                       {"urn:oid:2.5.4.42", "givenName", false},
                       {"urn:oid:2.5.4.4", "familyName", false},
                       {"member", "groups", false}},
        .moreEmail = {"urn:oid:1.2.840.113549.1.9.1"},
        .moreGroups = {"member"},
        .singleLogout = true,
        .certificates = "Ten years for each realm. Keys rotate by priority; the metadata has all that are active.",
        .notes =
            {"Import our metadata as a client: it takes addresses and certificates from there.",
             "Add the predefined mappers X500 email, givenName and surname, and a Group list mapper.",
             "Switch Single Role Attribute of the client scope role_list on, and Single Group Attribute of the group "
             "mapper: an attribute that comes twice is refused (saml.attributes).",
             "With Full group path a group is called /staff, without it staff.",
             "Force name ID format has to be off, or its Name ID format persistent: user names may change."},
    };
}

Preset shibboleth() {
    return {
        .name = "shibboleth",
        .title = "Shibboleth",
        .entityIds = {"https://*/idp/shibboleth"},
        .ssoUrls = {"https://*/idp/profile/SAML2/Redirect/SSO", "https://*/idp/profile/SAML2/POST/SSO"},
        .metadataUrl = "https://{server}/idp/shibboleth",
        .labels = {"entityID", "AssertionConsumerService", "SingleLogoutService", "Metadata of the identity provider"},
        .eitherSignature = true,
        .attributes = {{"urn:oid:0.9.2342.19200300.100.1.3", "email", false},
                       {"urn:oid:2.5.4.42", "givenName", false},
                       {"urn:oid:2.5.4.4", "familyName", false},
                       {"urn:oid:2.16.840.1.113730.3.1.241", "displayName", false},
                       {"urn:oid:1.3.6.1.4.1.5923.1.5.1.1", "groups", false}},
        .singleLogout = true,
        .certificates = "Twenty years, as its installer makes it. Keys change by the metadata alone.",
        .notes = {"Its administrator loads our metadata as a file or by its address, and releases attributes by "
                  "attribute-filter.xml to our entity ID.",
                  "The response is signed and the assertion encrypted to the key in our metadata.",
                  "Release subject-id or pairwise-id, so that a person stays the same account.",
                  "It takes the REFEDS profiles as class references, where its administrator set them up."},
    };
}

} // namespace

const std::vector<Preset>& all() {
    static const std::vector<Preset> kAll{entra(),    okta(),      google(),   adfs(),      ping(),
                                          onelogin(), jumpcloud(), keycloak(), shibboleth()};
    return kAll;
}

} // namespace gatehouse::saml::presets
