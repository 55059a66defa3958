// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/scope.h"

using namespace gatehouse::oauth;

class TestScope : public QObject {
    Q_OBJECT
private slots:
    void tokensKeepTheirOrderAndAppearOnce() {
        const ScopeSet set = ScopeSet::parse("openid email openid profile").value();
        QCOMPARE(set.text(), std::string("openid email profile"));
        QVERIFY(set.contains("email"));
        QVERIFY(!set.contains("Email"));
        QVERIFY(!set.contains("ema"));
    }
    void unusualButLegalTokensAreRead() {
        QCOMPARE(ScopeSet::parse("https://api.example/read a:b !#[]~").value().tokens().size(), std::size_t(3));
    }
    void malformedScopesAreRefused() {
        for (const std::string& bad :
             {std::string(), std::string(" "), std::string(" openid"), std::string("openid "), std::string("a  b"),
              std::string("a\tb"), std::string("a\nb"), std::string("a\"b"), std::string("a\\b"),
              std::string("\xc3\xa9"), std::string("a\0b", 3), std::string("a\x7f"), std::string(4097, 'a')}) {
            QVERIFY2(!ScopeSet::parse(bad), bad.c_str());
            QCOMPARE(ScopeSet::parse(bad).error().reason, std::string("oauth.invalid_scope"));
        }
    }
    void tooManyTokensAreRefused() {
        std::string text = "s0";
        for (int i = 1; i < 101; ++i) {
            text += " s" + std::to_string(i);
        }
        QVERIFY(!ScopeSet::parse(text));
        QVERIFY(!ScopeSet::fromTokens({"a b"}));
        QVERIFY(!ScopeSet::fromTokens({""}));
    }
    void setOperationsGoByToken() {
        const ScopeSet some = {"openid", "email"};
        const ScopeSet all = {"email", "profile", "openid"};
        QVERIFY(some.isSubsetOf(all));
        QVERIFY(!all.isSubsetOf(some));
        QVERIFY(ScopeSet().isSubsetOf(some));
        QCOMPARE(all.intersection(some).text(), std::string("email openid"));
        QCOMPARE(some.unionWith(all).text(), std::string("openid email profile"));
        QCOMPARE(all.without(some).text(), std::string("profile"));
        QVERIFY(some == (ScopeSet{"email", "openid"}));
        QVERIFY(!(some == all));
    }
};

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
