// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QString>
#include <QTest>

#include "json/json.h"

// What the tables of the tests of received tokens share: rows of one claim each, and the value that it is bent to.
namespace gatehouse::test {

/// The columns `claim` and `value`: JSON, or empty to leave the claim out.
inline void claimColumns() {
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("value");
}

/// `claims` with one of them bent as the row says.
[[nodiscard]] inline json::Object bent(json::Object claims, const QString& claim, const QString& value) {
    if (value.isEmpty()) {
        claims.stable_erase(claim.toStdString());
    } else {
        claims[claim.toStdString()] = json::parse("[" + value.toStdString() + "]").value().as_array().front();
    }
    return claims;
}

/// Rows that every token with a jti has to refuse.
inline void jtiRows() {
    QTest::newRow("no jti") << "jti" << "";
    QTest::newRow("empty jti") << "jti" << "\"\"";
    QTest::newRow("jti a number") << "jti" << "7";
    QTest::newRow("long jti") << "jti" << "\"" + QString(256, 'j') + "\"";
}

} // namespace gatehouse::test
