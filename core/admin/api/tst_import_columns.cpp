// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "admin/api/import_columns.h"

using namespace gatehouse;
using namespace gatehouse::admin::api;

class TestImportColumns : public QObject {
    Q_OBJECT
private slots:
    void titlesOfOtherProgramsAreKnown() {
        const std::vector<std::string> expected{"userName", "email", "givenName", "familyName", "active", ""};
        QCOMPARE(guessColumns({"User principal name", "E-Mail", "First Name", "surname", "Account enabled", "Shoe"}),
                 expected);
    }
    void noMemberIsGivenTwice() {
        const std::vector<std::string> expected{"email", ""};
        QCOMPARE(guessColumns({"mail", "Work e-mail"}), expected);
    }
    void aRowBecomesWhatTheBrokerTakes() {
        const UserImportRow row =
            importRow({7, {" ana ", "", "YES", "sales; eu ,", "admin", "R&D", "left out"}},
                      {"userName", "email", "active", "groups", "roles", "attributes.department", ""});
        QCOMPARE(row.line, std::int64_t(7));
        QCOMPARE(row.user.text,
                 std::string("{\"userName\":\"ana\",\"active\":true,\"attributes\":{\"department\":\"R&D\"}}"));
        QCOMPARE(row.groups, (std::vector<std::string>{"sales", "eu"}));
        QCOMPARE(row.roles, (std::vector<std::string>{"admin"}));
    }
    void whatIsNeitherYesNorNoIsLeftToTheBroker() {
        QCOMPARE(importRow({2, {"perhaps"}}, {"active"}).user.text, std::string("{\"active\":\"perhaps\"}"));
        QCOMPARE(importRow({2, {"0"}}, {"active"}).user.text, std::string("{\"active\":false}"));
    }
    void aShortRowHasNoMoreThanItHas() {
        QCOMPARE(importRow({2, {"ana"}}, {"userName", "email"}).user.text, std::string("{\"userName\":\"ana\"}"));
    }
};

QTEST_GUILESS_MAIN(TestImportColumns)
#include "tst_import_columns.moc"
