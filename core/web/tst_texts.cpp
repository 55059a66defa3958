// SPDX-License-Identifier: Apache-2.0
// The words of the pages in every language, and what their style sheet promises to whoever reads them.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

#include "web/assets.h"
#include "web/page.h"
#include "web/texts.h"
#include "json/json.h"

using namespace gatehouse;
using web::Language;

namespace {

QString asset(const QString& name) {
    for (const web::Asset& each : web::assets()) {
        if (name == QLatin1StringView(each.name.data(), qsizetype(each.name.size()))) {
            return QString::fromUtf8(each.text.data(), qsizetype(each.text.size()));
        }
    }
    qFatal("no asset %s", qPrintable(name));
}

QString words(Language language, std::string_view key) {
    const std::string_view text = web::text(language, key);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QSet<QString> matches(const QString& text, const char* pattern) {
    QSet<QString> found;
    auto all = QRegularExpression(pattern).globalMatch(text);
    while (all.hasNext()) {
        found.insert(all.next().captured(1));
    }
    return found;
}

QSet<QString> placeholders(const QString& text) {
    return matches(text, "\\{([a-zA-Z]+)\\}");
}

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(const QString& colour) {
    QString digits = colour.mid(1);
    if (digits.size() == 3) {
        digits = QString("%1%1%2%2%3%3").arg(digits[0]).arg(digits[1]).arg(digits[2]);
    }
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; ++i) {
        const double part = digits.mid(2 * i, 2).toInt(nullptr, 16) / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const QString& a, const QString& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

// The colours of a `:root{...}` of the style sheet: the first is light, the second dark.
QMap<QString, QString> colours(int which) {
    auto roots = QRegularExpression(":root\\{([^}]*)\\}").globalMatch(asset("style.css"));
    QString found;
    for (int i = 0; i <= which && roots.hasNext(); ++i) {
        found = roots.next().captured(1);
    }
    QMap<QString, QString> out;
    auto each = QRegularExpression("--([a-z-]+):(#[0-9a-f]{3,6})").globalMatch(found);
    while (each.hasNext()) {
        const auto match = each.next();
        out.insert(match.captured(1), match.captured(2));
    }
    return out;
}

} // namespace

class TestTexts : public QObject {
    Q_OBJECT
private slots:
    void everyLanguageHasEveryText_data() {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < web::languages().size(); ++i) {
            QTest::newRow(std::string(web::tagOf(web::languages()[i])).c_str()) << int(i);
        }
    }
    void everyLanguageHasEveryText() {
        QFETCH(int, which);
        const Language language = web::languages()[std::size_t(which)];
        QVERIFY(web::textKeys(Language::English).size() > 20);
        QCOMPARE(web::textKeys(language), web::textKeys(Language::English));
        for (const std::string_view key : web::textKeys(language)) {
            const QString text = words(language, key);
            const std::string name(key);
            QVERIFY2(!text.trimmed().isEmpty() && text == text.trimmed(), name.c_str());
            QVERIFY2(!QRegularExpression("[<>&\"\\\\\\[\\]]").match(text).hasMatch(), name.c_str());
            QCOMPARE(placeholders(text), placeholders(words(Language::English, key)));
            QCOMPARE(text.count('{'), placeholders(text).size());
            // A sentence stays one: the same ending in every language.
            QCOMPARE(text.endsWith('.'), words(Language::English, key).endsWith('.'));
            if (language != Language::English) {
                QVERIFY2(text != words(Language::English, key), name.c_str());
            }
        }
    }
    void aTimeIsShownTheSameInEveryLanguage() {
        QCOMPARE(web::timeText(parseRfc3339("2026-11-22T23:05:10.085Z").value()), std::string("2026-11-22 23:05 UTC"));
        QCOMPARE(web::timeText(parseRfc3339("2026-11-23T01:05:10+02:00").value()), std::string("2026-11-22 23:05 UTC"));
    }
    void everyTextIsInTheFileAsATextAndNothingElse() {
        for (const Language language : web::languages()) {
            const QString name =
                QString("messages.%1.json").arg(QString::fromStdString(std::string(web::tagOf(language))));
            const auto object = json::parseObject(asset(name).toStdString());
            QVERIFY2(object.has_value(), qPrintable(name));
            QCOMPARE(object->size(), web::textKeys(language).size());
        }
    }
    void whatIsNotTranslatedIsShownInEnglish() {
        QVERIFY(!web::reasonText(Language::German, "no.such.reason"));
        QVERIFY(!web::reasonText(Language::German, ""));
        QVERIFY(!web::reasonText(Language::English, "login.state_used"));
    }
    void everyTextThatAPageNamesIsThereAndEveryTextIsNamed() {
        QSet<QString> named; // by pages and by web::text()
        QSet<QString> written;
        QSet<QString> families;
        for (const web::Asset& each : web::assets()) {
            if (each.name.ends_with(".html")) {
                named +=
                    matches(QString::fromUtf8(each.text.data(), qsizetype(each.text.size())), "\\[\\[([^\\]]*)\\]\\]");
            }
        }
        QDirIterator files(GATEHOUSE_TEST_DATA "/../../core", {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            if (!path.contains("/tst_") && file.open(QIODevice::ReadOnly)) {
                const QString source = QString::fromUtf8(file.readAll());
                named += matches(source, "\\btext\\([^;\"]*\"([a-zA-Z]+\\.[a-zA-Z]+)\"");
                written += matches(source, "\"([a-zA-Z]+\\.[a-zA-Z]+)\"");
                families += matches(source, "\"([a-z]+\\.)\" \\+"); // "fault." + name
            }
        }
        QSet<QString> known;
        for (const std::string_view key : web::textKeys(Language::English)) {
            const QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
            known.insert(name);
            if (families.contains(name.section('.', 0, 0) + '.')) {
                written.insert(name);
            }
        }
        const QSet<QString> unknown = named - known;
        const QSet<QString> unused = known - named - written;
        QVERIFY2(unknown.isEmpty(), qPrintable(QStringList(unknown.values()).join(' ')));
        QVERIFY2(unused.isEmpty(), qPrintable(QStringList(unused.values()).join(' ')));
    }
    void theReasonsAreTheSameInEveryLanguageAndAreSentences() {
        QVERIFY(web::reasonKeys(Language::German).size() > 40);
        QCOMPARE(web::reasonKeys(Language::Arabic), web::reasonKeys(Language::German));
        for (const Language language : {Language::German, Language::Arabic}) {
            for (const std::string_view reason : web::reasonKeys(language)) {
                const auto text = web::reasonText(language, reason);
                const std::string name(reason);
                for (const std::string_view sentence : {text->message, text->cure}) {
                    QVERIFY2(sentence.size() > 10 && sentence.ends_with('.'), name.c_str());
                    QVERIFY2(sentence.find_first_of("<>&{}[]\\") == std::string_view::npos, name.c_str());
                }
            }
        }
    }
    void germanSaysSieAndArabicIsArabic() {
        const QRegularExpression familiar("\\b([Dd]u|[Dd]ein\\w*|[Dd]ich|[Dd]ir)\\b");
        for (const char* file : {"messages.de.json", "reasons.de.json"}) {
            QVERIFY2(!familiar.match(asset(file)).hasMatch(), file);
        }
        for (const std::string_view key : web::textKeys(Language::Arabic)) {
            QVERIFY(words(Language::Arabic, key).contains(QRegularExpression("[\\x{0600}-\\x{06ff}]")));
        }
    }
    void aPlaceholderBecomesTheValueIsolatedAndEscaped() {
        QCOMPARE(web::translated(Language::English, "<p>[[error.back]]</p>{{x}}"),
                 std::string("<p>Back to <bdi>{{app}}</bdi></p>{{x}}"));
        QCOMPARE(web::translated(Language::German, "[[error.time]][[error.reason]]"), std::string("ZeitGrund"));
        // What only looks like a key is left alone.
        QCOMPARE(web::translated(Language::German, "[[error.time"), std::string("[[error.time"));
        QCOMPARE(web::translated(Language::German, "a ]] b"), std::string("a ]] b"));
    }

    // WCAG 2.2, 1.4.3 and 1.4.11
    void everyColourIsReadableOnItsGround_data() {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << 0;
        QTest::newRow("dark") << 1;
    }
    void everyColourIsReadableOnItsGround() {
        QFETCH(int, scheme);
        const auto colour = colours(scheme);
        QCOMPARE(colour.size(), 10);
        struct Pair {
            const char* front;
            const char* ground;
            double least;
        };
        for (const Pair& pair :
             {Pair{"text", "base", 7.0}, Pair{"text", "window", 7.0}, Pair{"muted", "base", 4.5},
              Pair{"on-accent", "accent", 4.5}, Pair{"accent", "base", 4.5}, Pair{"accent", "window", 3.0},
              Pair{"error", "tint", 4.5}, Pair{"border", "base", 3.0}, Pair{"error", "base", 3.0}}) {
            const double ratio = contrast(colour.value(pair.front), colour.value(pair.ground));
            QVERIFY2(ratio >= pair.least,
                     qPrintable(QString("%1 on %2: %3").arg(pair.front, pair.ground).arg(ratio, 0, 'f', 2)));
        }
    }
    void theStyleSheetHasNoLeftAndNoRight() {
        const QString style = asset("style.css");
        const auto physical =
            QRegularExpression(
                "(margin|padding|border|inset)-(left|right)|[;{](left|right|float)\\b|:\\s*(left|right)\\b")
                .match(style);
        QVERIFY2(!physical.hasMatch(), qPrintable(physical.captured()));
        // Four different values in a shorthand would be left and right too.
        QVERIFY(!QRegularExpression("(margin|padding):[^;} ]+ [^;} ]+ [^;} ]+ ").match(style).hasMatch());
    }
    void focusIsNeverHidden() {
        const QString style = asset("style.css");
        QVERIFY(!style.contains(QRegularExpression("outline:\\s*(0|none)")));
        for (const char* control : {"a:focus-visible", "button:focus-visible", "input:focus-visible"}) {
            QVERIFY2(style.contains(control), control);
        }
    }
    void aPageIsSmallAndHoldsNoCode() {
        qsizetype biggest = 0;
        for (const web::Asset& each : web::assets()) {
            const QString text = QString::fromUtf8(each.text.data(), qsizetype(each.text.size()));
            if (each.name.ends_with(".html")) {
                biggest = std::max(biggest, qsizetype(each.text.size()));
                QVERIFY2(!text.contains("<script") && !text.contains(" style=") && !text.contains("http://") &&
                             !text.contains("https://"),
                         each.name.data());
            }
        }
        QVERIFY(biggest > 0);
        QVERIFY(asset("layout.html").size() + asset("style.css").size() + biggest < 60 * 1000);
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
