// SPDX-License-Identifier: Apache-2.0
// Every reason that a sign-in can fail for is explained to people.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>

#include "login/explanation.h"
#include "web/texts.h"

using namespace gatehouse;

namespace {

/// What looks like a reason in the code but names something else: an event of the log, or a check.
const QSet<QString> kNoReasons{"login.complete", "login.record_failed",  "login.refused",
                               "login.upstream", "login.flow_not_found", "upstream.start"};

/// Every slug of a sign-in's reasons in the sources of a folder.
QSet<QString> reasonsIn(const QString& folder) {
    const QRegularExpression slug("\"((?:login\\.|upstream\\.|id_token\\.|mapping_|userinfo\\.)[a-z_]+|mixup_suspected"
                                  "|unmet_authentication_requirements|tenant_sealed)\"");
    QSet<QString> found;
    QDirIterator files(GATEHOUSE_TEST_DATA "/../../core/" + folder, {"*.cpp"}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains("/tst_") || path.endsWith("explanation.cpp")) {
            continue;
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        auto matches = slug.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            found.insert(matches.next().captured(1));
        }
    }
    return found - kNoReasons;
}

} // namespace

class TestExplanation : public QObject {
    Q_OBJECT
private slots:
    void everyReasonInTheCodeIsExplained_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("login") << "login" << 15;
        QTest::newRow("oidc/rp") << "oidc/rp" << 20;
        QTest::newRow("oidc/provider") << "oidc/provider" << 4;
        QTest::newRow("claims") << "claims" << 5;
    }
    void everyReasonInTheCodeIsExplained() {
        QFETCH(QString, folder);
        QFETCH(int, atLeast);
        const QSet<QString> reasons = reasonsIn(folder);
        QVERIFY2(reasons.size() >= atLeast, qPrintable(QStringList(reasons.values()).join(' ')));
        for (const QString& reason : reasons) {
            QVERIFY2(login::explain(reason.toStdString()).reason == reason.toStdString(), qPrintable(reason));
        }
    }
    void everyCheckOfAClaimIsExplained() {
        // oidc/rp names these after the claims that jose looks at.
        for (const char* claim :
             {"iss", "aud", "exp", "nbf", "iat", "nonce", "sub", "azp", "at_hash", "auth_time", "tid"}) {
            const std::string reason = std::string("id_token.") + claim;
            QVERIFY2(login::explain(reason).reason == reason, claim);
        }
    }
    void refusalsOfAnAuthorizationRequestAreExplained() {
        for (const char* reason : {"oauth.client_unknown", "oauth.redirect_uri", "oauth.request"}) {
            QVERIFY2(login::explain(reason).reason == reason, reason);
            QCOMPARE(login::explain(reason).status, 400);
        }
    }
    void anExplanationIsASentenceACureAndAStatusOfItsOwn() {
        for (const char* folder : {"login", "oidc/rp", "oidc/provider", "claims"}) {
            for (const QString& reason : reasonsIn(folder)) {
                const login::Explanation& why = login::explain(reason.toStdString());
                QVERIFY2(why.message.size() > 10 && why.message.ends_with('.'), qPrintable(reason));
                QVERIFY2(why.cure.size() > 5 && why.cure.ends_with('.'), qPrintable(reason));
                QVERIFY2(why.status >= 400 && why.status < 600, qPrintable(reason));
                // Waiting helps where the fault is elsewhere, and only there.
                QVERIFY2((why.cureBy != web::CureBy::Wait) || why.status >= 500, qPrintable(reason));
            }
        }
    }
    void everyExplanationIsThereInEveryLanguage() {
        const auto explained = login::explainedReasons();
        QVERIFY(explained.size() > 40);
        for (const web::Language language : {web::Language::German, web::Language::Arabic}) {
            for (const std::string_view reason : explained) {
                const login::Explanation english = login::explain(reason);
                const login::Explanation other = login::explain(reason, language);
                const std::string name(reason);
                QVERIFY2(other.message != english.message && other.cure != english.cure, name.c_str());
                // Only the words differ.
                QCOMPARE(other.reason, english.reason);
                QCOMPARE(other.status, english.status);
                QVERIFY(other.cureBy == english.cureBy);
            }
            for (const std::string_view reason : web::reasonKeys(language)) {
                QVERIFY2(std::find(explained.begin(), explained.end(), reason) != explained.end(),
                         std::string(reason).c_str());
            }
        }
    }
    void wordsThatAreNoWordsOfALanguageStayInEveryLanguage() {
        const QRegularExpression technical("[A-Z]{2}[0-9]{3}|EdDSA|[a-z]+_[a-z_]+");
        int found = 0;
        for (const std::string_view reason : login::explainedReasons()) {
            const login::Explanation english = login::explain(reason);
            auto all =
                technical.globalMatch(QString::fromUtf8(english.message.data(), qsizetype(english.message.size())) +
                                      QString::fromUtf8(english.cure.data(), qsizetype(english.cure.size())));
            while (all.hasNext()) {
                const std::string word = all.next().captured().toStdString();
                for (const web::Language language : {web::Language::German, web::Language::Arabic}) {
                    const login::Explanation other = login::explain(reason, language);
                    QVERIFY2(std::string(other.message).append(other.cure).find(word) != std::string::npos,
                             word.c_str());
                    ++found;
                }
            }
        }
        QVERIFY(found >= 10);
    }
    void anExplanationInEnglishIsTheOneOfTheLog() {
        for (const std::string_view reason : login::explainedReasons()) {
            QCOMPARE(login::explain(reason, web::Language::English).message, login::explain(reason).message);
        }
        QCOMPARE(login::explain("no.such.reason", web::Language::German).reason, login::explain("internal").reason);
    }
    void anUnknownReasonIsOurFaultAndSaysNothing() {
        for (const char* reason : {"", "store.constraint", "login.", "id_token", "ID_TOKEN.AUD"}) {
            const login::Explanation& why = login::explain(reason);
            QCOMPARE(std::string(why.reason), std::string("internal"));
            QCOMPARE(why.status, 500);
            QVERIFY(why.cureBy == web::CureBy::Wait);
        }
    }
};

QTEST_GUILESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
