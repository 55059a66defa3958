// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/path.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const ResourceType kUser = userType();

/// What a path means to a person, or why it is refused.
std::string meaning(const std::string& text) {
    const auto path = parsePath(q(text));
    if (!path) {
        return path.error().reason;
    }
    const auto target = resolvePath(kUser, *path);
    return target ? target->attribute.text() + (target->filter ? "[]" : "") : target.error().reason;
}

} // namespace

class TestPath : public QObject {
    Q_OBJECT
private slots:
    void everyValidPathOfTheVectorsIsReadButTheOneBeyondTheGrammar() {
        const json::Value all = vectors("filters/unboundid-filters-paths.json");
        int seen = 0;
        for (const json::Value& each : all.at("paths_valid").as_array()) {
            const std::string text(json::view(each.at("path").as_string()));
            const bool nested = text.find("this.is.crazy") != std::string::npos;
            QVERIFY2(parsePath(text).has_value() != nested, text.c_str());
            ++seen;
        }
        QCOMPARE(seen, 12);
    }
    void everyInvalidPathOfTheVectorsIsAnInvalidPath() {
        const json::Value all = vectors("filters/unboundid-filters-paths.json");
        int seen = 0;
        for (const json::Value& each : all.at("paths_invalid").as_array()) {
            const std::string text(json::view(each.at("path").as_string()));
            const auto path = parsePath(text);
            QVERIFY2(!path, text.c_str());
            QCOMPARE(describe(path.error()).scimType, std::string("invalidPath"));
            ++seen;
        }
        QCOMPARE(seen, 8);
    }
    void pathsMeanAttributes() {
        const std::string enterprise(kEnterpriseSchema);
        QCOMPARE(meaning("username"), std::string("userName"));
        QCOMPARE(meaning("NAME.givenname"), std::string("name.givenName"));
        QCOMPARE(meaning("emails[type eq 'work']"), std::string("emails[]"));
        QCOMPARE(meaning("emails[type eq 'work' and value ew ']'].display"), std::string("emails.display[]"));
        QCOMPARE(meaning("emails[value eq'x']"), std::string("emails[]")); // as RFC 7644 has it in 3.5.2.2
        QCOMPARE(meaning(std::string(kUserSchema) + ":name.givenName"), std::string("name.givenName"));
        QCOMPARE(meaning(enterprise + ":manager.value"), enterprise + ":manager.value");
        QCOMPARE(meaning("manager"), enterprise + ":manager");
        QCOMPARE(meaning(enterprise), enterprise);
        QCOMPARE(meaning(enterprise + ":"), enterprise);
        QCOMPARE(meaning("  userName "), std::string("userName"));
    }
    void pathsToNothingAreRefused() { // SC-09
        for (const char* path :
             {"tenantId", "__proto__", "constructor", "emails[type eq 'a' or true]", "emails.nothing",
              "emails[nothing eq 'a']", "userName[value eq 'a']", "manager[value eq 'a']", "urn:example:none:userName",
              "emails[type eq 'a'", "emails[type eq 'a']]", "emails[type eq 'a'].value.more",
              "emails[type eq 'a']value", "name.given.name", "emails[emails[type eq 'a']]", "/userName", "user name",
              "password.value", "$ref"}) {
            QVERIFY2(meaning(path) == "scim.path", path);
        }
    }
    void hugePathsAreRefusedAtOnce() {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parsePath("emails[" + std::string(10'000, '(')));
        QVERIFY(!parsePath("emails[" + std::string(3000, '(') + "]"));
        QVERIFY(!parsePath(std::string(1U << 20U, 'a')));
        QVERIFY(timer.elapsed() < 10);
    }
};

QTEST_GUILESS_MAIN(TestPath)
#include "tst_path.moc"
