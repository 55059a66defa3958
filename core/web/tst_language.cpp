// SPDX-License-Identifier: Apache-2.0
// Which language a page is in: by what the app asked for, then by what the browser prefers, then by default.
#include <QtTest>

#include "web/language.h"

using namespace gatehouse;
using web::chooseLanguage;
using web::Language;

namespace {

std::string chosen(std::string_view uiLocales, std::string_view acceptLanguage) {
    return std::string(web::tagOf(chooseLanguage(uiLocales, acceptLanguage)));
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    // RFC 4647, 3.4
    void aTagIsShortenedUntilItFits_data() {
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("expected");
        for (const auto& [tag, expected] :
             std::initializer_list<std::pair<const char*, const char*>>{{"de", "de"},
                                                                        {"DE", "de"},
                                                                        {"de-AT", "de"},
                                                                        {"de-CH-1996", "de"},
                                                                        {"de-Latn-DE-x-private", "de"},
                                                                        {"ar", "ar"},
                                                                        {"ar-EG", "ar"},
                                                                        {"en-GB-oed", "en"},
                                                                        // Not ours: the default.
                                                                        {"fr", "en"},
                                                                        {"den", "en"},
                                                                        {"d", "en"},
                                                                        {"deu", "en"},
                                                                        {"x-de", "en"},
                                                                        {"i-de", "en"},
                                                                        {"*", "en"},
                                                                        {"*-de", "en"},
                                                                        // No tags at all.
                                                                        {"", "en"},
                                                                        {"-", "en"},
                                                                        {"de-", "en"},
                                                                        {"-de", "en"},
                                                                        {"de--AT", "en"},
                                                                        {"de_DE", "en"},
                                                                        {"de-toolongsubtag", "en"},
                                                                        {"de.UTF-8", "en"},
                                                                        {"4de", "en"},
                                                                        {"de\n", "en"},
                                                                        {"<script>", "en"},
                                                                        {"\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a", "en"}}) {
            QTest::newRow(tag) << QString(tag) << QString(expected);
        }
    }
    void aTagIsShortenedUntilItFits() {
        QFETCH(QString, tag);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(chosen(tag.toStdString(), "")), expected);
        QCOMPARE(QString::fromStdString(chosen("", tag.toStdString())), expected);
    }
    // OpenID Connect Core 1.0, 3.1.2.1
    void theFirstOfUiLocalesThatWeHaveWins() {
        QCOMPARE(chosen("fr-CA fr ar de", ""), std::string("ar"));
        QCOMPARE(chosen("  de", ""), std::string("de"));
        QCOMPARE(chosen("de,ar", ""), std::string("en"));
        QCOMPARE(chosen("fr nl", ""), std::string("en"));
    }
    void uiLocalesWinsOverTheBrowser() {
        QCOMPARE(chosen("ar", "de"), std::string("ar"));
        QCOMPARE(chosen("en", "de"), std::string("en"));
        QCOMPARE(chosen("fr", "de"), std::string("de"));
        QCOMPARE(chosen("garbage!", "de"), std::string("de"));
    }
    // RFC 9110, 12.5.4 and 12.4.2
    void theDearestOfAcceptLanguageWins_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("expected");
        for (const auto& [header, expected] :
             std::initializer_list<std::pair<const char*, const char*>>{{"de-DE,de;q=0.9,en;q=0.8", "de"},
                                                                        {"en;q=0.8, de;q=0.9", "de"},
                                                                        {"fr-FR,fr;q=0.9,ar;q=0.2", "ar"},
                                                                        {"de, ar", "de"},
                                                                        {"ar;q=1.000,de", "ar"},
                                                                        {"\tde ; q=0.5 ,\tar;Q=0.6", "ar"},
                                                                        {"de;q=0,ar;q=0.001", "ar"},
                                                                        {",,,de", "de"},
                                                                        // Not wanted, or no weight.
                                                                        {"de;q=0", "en"},
                                                                        {"de;q=0.000", "en"},
                                                                        {"de;q=2", "en"},
                                                                        {"de;q=1.5", "en"},
                                                                        {"de;q=0.1234", "en"},
                                                                        {"de;q=-1", "en"},
                                                                        {"de;q=", "en"},
                                                                        {"de;q=x", "en"},
                                                                        {"de;q=0x1", "en"},
                                                                        {"de;", "en"},
                                                                        {"de;level=1", "en"},
                                                                        {"de ar", "en"},
                                                                        {";q=1", "en"},
                                                                        {",;,;q,", "en"}}) {
            QTest::newRow(header) << QString(header) << QString(expected);
        }
    }
    void theDearestOfAcceptLanguageWins() {
        QFETCH(QString, header);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(chosen("", header.toStdString())), expected);
    }
    void withoutAnyWishItIsTheDefault() {
        for (const Language language : web::languages()) {
            QCOMPARE(chooseLanguage("", "", language), language);
            QCOMPARE(chooseLanguage("fr", "nl,*;q=0.1", language), language);
        }
    }
    void noMoreIsReadThanTheBeginning() {
        const std::string far(64 * 1024, 'a');
        QCOMPARE(chosen(far + " de", far + ",de"), std::string("en"));
        std::string many;
        for (int i = 0; i < 40; ++i) {
            many += "fr,";
        }
        QCOMPARE(chosen("", many + "de"), std::string("en"));
        QCOMPARE(chosen("", "de," + many + far), std::string("de"));
        QCOMPARE(chosen(std::string(64 * 1024, ' ') + "de", std::string(64 * 1024, ',')), std::string("en"));
        QCOMPARE(chosen(std::string("\0de", 3), std::string("\0\xff\xfe,de", 6)), std::string("de"));
    }

    void everyLanguageHasATagANameAndADirection() {
        QCOMPARE(web::languages().size(), std::size_t(3));
        for (const Language language : web::languages()) {
            QCOMPARE(web::parseLanguage(web::tagOf(language)), std::optional(language));
            QVERIFY(!web::nameOf(language).empty());
        }
        QCOMPARE(std::string(web::directionOf(Language::English)), std::string("ltr"));
        QCOMPARE(std::string(web::directionOf(Language::German)), std::string("ltr"));
        QCOMPARE(std::string(web::directionOf(Language::Arabic)), std::string("rtl"));
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
