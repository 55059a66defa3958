// SPDX-License-Identifier: Apache-2.0
#include "scim/core_schemas.h"

#include "scim/make_attribute.h"

namespace gatehouse::scim {
namespace {

using namespace make;

/// The usual shape of a list: value, display, type, primary (RFC 7643, 2.4).
Attribute plural(std::string_view name, std::string_view description, Attribute value, std::vector<std::string> types) {
    return complex(name, description,
                   {std::move(value), text("display", "Words for a person to read."),
                    choice("type", "What the value is for.", std::move(types)),
                    boolean("primary", "True for the preferred one of the list.")},
                   kMany);
}

Attribute name() {
    return complex("name", "The parts of the person's name.",
                   {text("formatted", "The whole name as it is shown."), text("familyName", "The family name."),
                    text("givenName", "The given name."), text("middleName", "Middle names."),
                    text("honorificPrefix", "What stands before the name, such as a title."),
                    text("honorificSuffix", "What stands after the name.")});
}

Attribute addresses() {
    return complex("addresses", "Postal addresses.",
                   {text("formatted", "The whole address, ready for a label."),
                    text("streetAddress", "Street and number."), text("locality", "City or place."),
                    text("region", "State or region."), text("postalCode", "Postal code."),
                    text("country", "Country, by preference as ISO 3166-1 alpha-2."),
                    choice("type", "What the address is for.", {"work", "home", "other"}),
                    boolean("primary", "True for the preferred address.")},
                   kMany);
}

Attribute groups() {
    return complex("groups", "The groups that the person belongs to; changed at the group.",
                   {text("value", "The group's id.", kReadOnly | kExact),
                    reference("$ref", "The group's address.", {"Group"}, kReadOnly),
                    text("display", "The group's name.", kReadOnly),
                    choice("type", "Whether the person is a member of it, or of a group in it.", {"direct", "indirect"},
                           kReadOnly)},
                   kMany | kReadOnly);
}

std::vector<Attribute> userLists() {
    return {
        plural("emails", "Addresses for e-mail.", text("value", "An address."), {"work", "home", "other"}),
        plural("phoneNumbers", "Telephone numbers.", text("value", "A number."),
               {"work", "home", "mobile", "fax", "pager", "other"}),
        plural("ims", "Addresses for instant messages.", text("value", "An address."),
               {"aim", "gtalk", "icq", "xmpp", "msn", "skype", "qq", "yahoo"}),
        plural("photos", "Pictures of the person.", reference("value", "The picture's address.", {"external"}, kExact),
               {"photo", "thumbnail"}),
        addresses(),
        groups(),
        plural("entitlements", "What the person is entitled to.", text("value", "An entitlement."), {}),
        plural("roles", "The person's roles.", text("value", "A role."), {}),
        plural("x509Certificates", "Certificates of the person.",
               attribute(Type::Binary, "value", "A certificate in DER.", kExact), {}),
    };
}

Schema userSchema() {
    std::vector<Attribute> attributes = {
        text("userName", "The name to sign in with. No other person of the tenant has it in any case of letters.",
             kRequired | kUnique),
        name(),
        text("displayName", "The name that is shown."),
        text("nickName", "What the person likes to be called."),
        reference("profileUrl", "A page about the person.", {"external"}),
        text("title", "The person's title at work."),
        text("userType", "What the person is to the organisation."),
        text("preferredLanguage", "Languages that the person reads (RFC 9110, 12.5.4)."),
        text("locale", "How dates and numbers are shown (RFC 5646)."),
        text("timezone", "The person's time zone, as the IANA database names it."),
        boolean("active", "Whether the person may sign in."),
        text("password", "A password to set. It can never be read.", kWriteOnly | kNever),
    };
    for (Attribute& list : userLists()) {
        attributes.push_back(std::move(list));
    }
    return {std::string(kUserSchema), "User", "A person's account", std::move(attributes)};
}

Schema groupSchema() {
    return {std::string(kGroupSchema),
            "Group",
            "A group of people",
            {text("displayName", "The group's name.", kRequired),
             complex("members", "Who belongs to the group.",
                     {text("value", "The member's id.", kImmutable | kExact),
                      reference("$ref", "The member's address.", {"User", "Group"}, kImmutable),
                      choice("type", "Whether the member is a person or a group.", {"User", "Group"}, kImmutable),
                      text("display", "The member's name.", kReadOnly)},
                     kMany)}};
}

} // namespace

const std::vector<Attribute>& commonAttributes() {
    static const std::vector<Attribute> all = {
        reference("schemas", "The schemas of what the resource holds.", {"uri"}, kMany | kExact | kReadOnly | kAlways),
        text("id", "The resource's id, given by the service.", kExact | kReadOnly | kAlways | kUnique),
        text("externalId", "The resource's id at the client.", kExact),
        complex("meta", "About the resource.",
                {text("resourceType", "Its type.", kExact | kReadOnly),
                 attribute(Type::DateTime, "created", "When it was made.", kReadOnly),
                 attribute(Type::DateTime, "lastModified", "When it was changed last.", kReadOnly),
                 reference("location", "Its address.", {"uri"}, kExact | kReadOnly),
                 text("version", "Its ETag.", kExact | kReadOnly)},
                kReadOnly),
    };
    return all;
}

Schema enterpriseSchema() {
    return {std::string(kEnterpriseSchema),
            "EnterpriseUser",
            "A person in an organisation",
            {text("employeeNumber", "The number that the organisation gave the person."),
             text("costCenter", "Cost center."), text("organization", "Organisation."), text("division", "Division."),
             text("department", "Department."),
             complex("manager", "The person's manager.",
                     {text("value", "The manager's id.", kExact), reference("$ref", "The manager's address.", {"User"}),
                      text("displayName", "The manager's name.", kReadOnly)})}};
}

ResourceType userType(std::vector<Schema> extensions) {
    ResourceType out{"User", "/Users", "A person's account", userSchema(), {{enterpriseSchema(), false}}};
    for (Schema& extension : extensions) {
        out.extensions.push_back({std::move(extension), false});
    }
    return out;
}

ResourceType groupType() {
    return {"Group", "/Groups", "A group of people", groupSchema(), {}};
}

} // namespace gatehouse::scim
