// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "catalog/scim_extension.h"
#include "scim/core_schemas.h"
#include "scim/value.h"

namespace gatehouse::catalog {

namespace {

Element element(const std::string& name, const std::string& type = "string", std::vector<std::string> allowed = {},
                bool many = false) {
    Element out;
    out.name = name;
    out.type = type;
    out.allowedValues = std::move(allowed);
    out.multiValued = many;
    out.description = "What " + name + " means";
    return out;
}

} // namespace

class ScimExtension : public QObject {
    Q_OBJECT

private slots:
    void isNoneWithoutElementsOfItsOwn() {
        QVERIFY(!extensionOf({}).value());
        QVERIFY(!extensionOf({element("title"), element("department"), element("UserName")}).value());
    }

    void hasWhatScimHasNot() {
        const auto schema = extensionOf({element("badge", "integer"), element("title")}).value();
        QVERIFY(schema.has_value());
        QCOMPARE(schema->attributes.size(), std::size_t(1));
        QCOMPARE(schema->id, std::string(kExtensionSchema));
        QCOMPARE(schema->attributes[0].description, std::string("What badge means"));
        QVERIFY(schema->attributes[0].type == scim::Type::Integer);
    }

    void takesWhatTheElementAllows_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("taken");
        QTest::newRow("a text") << "string" << R"("blue")" << true;
        QTest::newRow("a text that is not listed") << "string" << R"("pink")" << false;
        QTest::newRow("a text in other letters") << "string" << R"("Blue")" << false;
        QTest::newRow("no text") << "string" << "7" << false;
        QTest::newRow("a number") << "integer" << "7" << true;
        QTest::newRow("no number") << "integer" << R"("seven")" << false;
        QTest::newRow("a truth") << "boolean" << "true" << true;
        QTest::newRow("a moment") << "dateTime" << R"("2026-11-24T10:00:00Z")" << true;
        QTest::newRow("no moment") << "dateTime" << R"("yesterday")" << false;
    }
    void takesWhatTheElementAllows() {
        QFETCH(QString, type);
        QFETCH(QString, value);
        QFETCH(bool, taken);
        const Element one =
            element("colour", type.toStdString(),
                    type == "string" ? std::vector<std::string>{"red", "blue"} : std::vector<std::string>());
        const auto schema = extensionOf({one}).value();
        const auto read = scim::normalizeValue(schema->attributes[0], json::parse(value.toStdString()).value());
        QCOMPARE(read.has_value(), taken);
        QVERIFY(taken || read.error().reason == "scim.value");
    }

    void saysWhereAClientFindsIt() {
        QCOMPARE(scimPathOf(element("badge")), std::string(kExtensionSchema) + ":badge");
        QCOMPARE(scimPathOf(element("TITLE")), std::string("title"));
        QCOMPARE(scimPathOf(element("department")), std::string(scim::kEnterpriseSchema) + ":department");
    }

    void findsFaults_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QString>("fault");
        QTest::newRow("none") << "badge-no_2" << "string" << QStringList{"a", "b"} << "";
        QTest::newRow("no name") << "" << "string" << QStringList() << "name";
        QTest::newRow("a digit first") << "2nd" << "string" << QStringList() << "name";
        QTest::newRow("a colon") << "a:b" << "string" << QStringList() << "name";
        QTest::newRow("a dollar") << "$ref" << "string" << QStringList() << "name";
        QTest::newRow("values of a number") << "badge" << "integer" << QStringList{"1"} << "allowedValues";
        QTest::newRow("the same twice") << "badge" << "string" << QStringList{"a", "a"} << "allowedValues";
        QTest::newRow("an empty one") << "badge" << "string" << QStringList{""} << "allowedValues";
    }
    void findsFaults() {
        QFETCH(QString, name);
        QFETCH(QString, type);
        QFETCH(QStringList, allowed);
        QFETCH(QString, fault);
        std::vector<std::string> values;
        for (const QString& each : allowed) {
            values.push_back(each.toStdString());
        }
        const auto faults = faultsOf(element(name.toStdString(), type.toStdString(), values));
        QCOMPARE(faults.size(), std::size_t(fault.isEmpty() ? 0 : 1));
        QVERIFY(fault.isEmpty() || faults[0].member == fault.toStdString());
    }
};

} // namespace gatehouse::catalog

QTEST_GUILESS_MAIN(gatehouse::catalog::ScimExtension)
#include "tst_scim_extension.moc"
