// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/discovery.h"
#include "scim/make_attribute.h"
#include "scim/value.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const std::string kBase = "https://id.example/t/acme/scim/v2";

/// "name.givenName mutability": "readWrite" and so on, for every characteristic but the words.
void flatten(const json::Array& attributes, const std::string& prefix, std::map<std::string, std::string>& out) {
    for (const json::Value& each : attributes) {
        const json::Object& attribute = each.as_object();
        const std::string name = prefix + text(attribute, "name");
        for (const auto& characteristic : attribute) {
            const std::string key(characteristic.key());
            if (key == "subAttributes") {
                flatten(characteristic.value().as_array(), name + ".", out);
            } else if (key != "name" && key != "description") {
                out[name + " " + key] = json::write(characteristic.value());
            }
        }
    }
}

/// Where the document differs from the sample, one per line: "name: theirs -> ours".
QStringList differences(const json::Object& ours, const std::string& sample) {
    std::map<std::string, std::string> mine;
    std::map<std::string, std::string> theirs;
    flatten(ours.at("attributes").as_array(), "", mine);
    flatten(vectors("rfc-samples/" + sample).at("attributes").as_array(), "", theirs);
    QStringList out;
    for (const auto& [name, value] : theirs) {
        if (mine[name] != value) {
            out << QString::fromStdString(name + ": " + value + " -> " + mine[name]);
        }
    }
    for (const auto& [name, value] : mine) {
        if (!theirs.contains(name)) {
            out << QString::fromStdString(name + ": -> " + value);
        }
    }
    return out;
}

const Schema& serviceSchema(std::string_view id) {
    static const std::vector<Schema> all = serviceSchemas();
    return *std::find_if(all.begin(), all.end(), [&](const Schema& each) { return each.id == id; });
}

/// The same attribute, to be written.
Attribute writable(Attribute attribute) {
    attribute.mutability = Mutability::ReadWrite;
    for (Attribute& sub : attribute.subAttributes) {
        sub = writable(sub);
    }
    return attribute;
}

/// Every member of the document is an attribute of the schema and of its type.
std::string invalidBy(const json::Object& document, const Schema& schema) {
    for (const auto& member : document) {
        const std::string name(member.key());
        if (name == "schemas" || name == "meta") {
            continue;
        }
        const Attribute* attribute = schema.find(name);
        if (attribute == nullptr || attribute->name != name) {
            return name;
        }
        const auto normal = normalizeValue(writable(*attribute), member.value());
        if (!normal || *normal != member.value()) {
            return name + (normal ? " is not strict" : " " + normal.error().reason + " " + normal.error().detail);
        }
    }
    return {};
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT
private slots:
    void theUserIsThatOfTheStandard() {
        // The sample says of the ids of groups and of lists as a whole what section 3.1 and 2.2 say otherwise.
        QCOMPARE(differences(schemaDocument(userType().schema, kBase), "rfc7643-8.7.1-schema-user.json"),
                 QStringList({"groups.value caseExact: false -> true", "x509Certificates caseExact: false -> "}));
    }
    void theGroupIsThatOfTheStandard() {
        QCOMPARE(differences(schemaDocument(groupType().schema, kBase), "rfc7643-8.7.1-schema-group.json"),
                 QStringList({"members.value caseExact: false -> true"}));
    }
    void theEnterpriseExtensionIsThatOfTheStandard() {
        // Nobody sends the manager's $ref: section 4.3 recommends both and requires neither.
        QCOMPARE(differences(schemaDocument(enterpriseSchema(), kBase), "rfc7643-8.7.1-schema-enterprise_user.json"),
                 QStringList({"manager.$ref required: true -> false", "manager.value required: true -> false"}));
    }
    void theSchemasOfTheServiceAreThoseOfTheStandard() {
        QCOMPARE(differences(schemaDocument(serviceSchema(kSchemaSchema), kBase), "rfc7643-8.7.2-schema-schema.json"),
                 QStringList());
        QCOMPARE(differences(schemaDocument(serviceSchema(kResourceTypeSchema), kBase),
                             "rfc7643-8.7.2-schema-resource_type.json"),
                 QStringList());
        QCOMPARE(differences(schemaDocument(serviceSchema(kServiceProviderConfigSchema), kBase),
                             "rfc7643-8.7.2-schema-service_provider_configuration.json"),
                 QStringList({"authenticationSchemes.primary caseExact: false -> ",
                              "authenticationSchemes.primary uniqueness: \"none\" -> "}));
    }
    void schemaDocumentsHaveTheShapeOfTheStandard() {
        const json::Object document = schemaDocument(groupType().schema, kBase);
        const json::Object sample = vectors("rfc-samples/rfc7643-8.7.1-schema-group.json").as_object();
        for (const char* name : {"id", "name", "schemas"}) {
            QCOMPARE(document.at(name), sample.at(name));
        }
        QCOMPARE(document.at("meta"), value("{'resourceType':'Schema','location':'" + kBase +
                                            "/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group'}"));
        QCOMPARE(json::write(document).find("null"), std::string::npos);
    }
    void schemasAreListedOnceEach() {
        const std::vector<ResourceType> types = {userType(), groupType(), userType()};
        const json::Object list = schemasDocument(types, kBase);
        QCOMPARE(list.at("totalResults"), value("6"));
        QCOMPARE(list.at("schemas"), value("['urn:ietf:params:scim:api:messages:2.0:ListResponse']"));
        for (const json::Value& each : list.at("Resources").as_array()) {
            if (text(each.as_object(), "id") == kSchemaSchema) {
                continue; // the one that is deeper than it says
            }
            const std::string wrong = invalidBy(each.as_object(), serviceSchema(kSchemaSchema));
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
    }
    void resourceTypesAreThoseOfTheStandard() {
        for (const auto& [type, sample] :
             {std::pair(userType(), "rfc-samples/rfc7643-8.6-resource_type-user.json"),
              std::pair(groupType(), "rfc-samples/rfc7643-8.6-resource_type-group.json")}) {
            const json::Object document = resourceTypeDocument(type, kBase);
            const json::Object theirs = vectors(sample).as_object();
            for (const char* name : {"schemas", "id", "name", "endpoint", "schema"}) {
                QCOMPARE(document.at(name), theirs.at(name));
            }
            QCOMPARE(document.at("meta").at("location"), json::Value(kBase + "/ResourceTypes/" + type.name));
            QCOMPARE(document.contains("schemaExtensions"), theirs.contains("schemaExtensions"));
            QCOMPARE(invalidBy(document, serviceSchema(kResourceTypeSchema)), std::string());
        }
        const std::vector<ResourceType> types = {userType(), groupType()};
        const json::Object list = resourceTypesDocument(types, kBase);
        const json::Object sample = vectors("rfc-samples/rfc7644-4-list_response-resource_types.json").as_object();
        QCOMPARE(list.at("totalResults"), sample.at("totalResults"));
        QCOMPARE(list.at("Resources").at(0).at("id"), sample.at("Resources").at(0).at("id"));
    }
    void theServiceSaysWhatItOffers() {
        ServiceLimits limits;
        limits.documentationUri = "https://docs.example/scim";
        limits.authentication = {
            {"oauthbearertoken", "Token", "A token in the header", "https://spec.example", "", true}};
        json::Object document = serviceProviderConfig(limits, kBase);
        const json::Object sample = vectors("rfc-samples/rfc7643-8.5-service_provider_configuration.json").as_object();
        for (const auto& each : sample) {
            QVERIFY2(document.contains(each.key()), std::string(each.key()).c_str());
        }
        QCOMPARE(document.at("bulk"), sample.at("bulk"));
        QCOMPARE(document.at("pagination").at("defaultPaginationMethod"), json::Value("index"));
        QCOMPARE(document.at("changePassword").at("supported"), json::Value(false));
        QVERIFY(!document.contains("securityEvents")); // of RFC 9967: none are sent
        document.erase("pagination");                  // of RFC 9865
        QCOMPARE(invalidBy(document, serviceSchema(kServiceProviderConfigSchema)), std::string());
    }
    void locationsAreBelowTheConfiguredAddress() { // SC-19
        const std::vector<ResourceType> types = {userType(), groupType()};
        for (const json::Object& list : {schemasDocument(types, kBase), resourceTypesDocument(types, kBase)}) {
            for (const json::Value& each : list.at("Resources").as_array()) {
                QVERIFY(json::view(each.at("meta").at("location").as_string()).starts_with(kBase + "/"));
            }
        }
    }
    void anExtensionIsMadeAtRunTime() {
        auto made = makeExtension("urn:example:2.0:Staff", "Staff", "Our own",
                                  {make::text("badge", "Badge", make::kExact), make::boolean("onSite", "On site")});
        QVERIFY(made);
        const ResourceType type = userType({*made});
        const auto badge = resolve(type, *parseAttributePath("URN:example:2.0:staff:BADGE"));
        QCOMPARE(badge->text(), std::string("urn:example:2.0:Staff:badge"));
        QCOMPARE(resolve(type, *parseAttributePath("onsite"))->text(), std::string("urn:example:2.0:Staff:onSite"));
        QCOMPARE(resourceTypeDocument(type, kBase).at("schemaExtensions").as_array().size(), 2UL);
    }
    void brokenExtensionsAreRefused() {
        const auto made = [](const std::string& id, std::vector<Attribute> attributes) {
            return reason(makeExtension(id, "X", "", std::move(attributes)));
        };
        const Attribute plain = make::text("a", "");
        QCOMPARE(made("urn:example:x", {plain}), std::string("ok"));
        for (const char* id : {"", "x", "urn:x", "urn:example:", "https://example.com/x", "urn:exa mple:x"}) {
            QCOMPARE(made(id, {plain}), std::string("scim.schema_invalid"));
        }
        Attribute nested = make::complex("c", "", {make::complex("d", "", {plain})});
        Attribute hollow = make::complex("c", "", {});
        Attribute full = plain;
        full.subAttributes = {plain};
        for (const std::vector<Attribute>& attributes : {std::vector<Attribute>{},
                                                         {plain, make::text("A", "")},
                                                         {make::text("a b", "")},
                                                         {make::text("", "")},
                                                         {nested},
                                                         {hollow},
                                                         {full}}) {
            QCOMPARE(made("urn:example:x", attributes), std::string("scim.schema_invalid"));
        }
    }
    void aBareNameOfTwoExtensionsMeansNeither() {
        const ResourceType type = userType({*makeExtension("urn:example:x", "X", "", {make::text("badge", "")}),
                                            *makeExtension("urn:example:y", "Y", "", {make::text("badge", "")})});
        QVERIFY(!resolve(type, *parseAttributePath("badge")));
        QVERIFY(resolve(type, *parseAttributePath("urn:example:y:badge")));
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
