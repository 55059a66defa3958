// SPDX-License-Identifier: Apache-2.0
// The catalogues of the console: complete, and with the placeholders of their source.
#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace gatehouse::tests {

namespace {

struct Message {
    QString source;
    QStringList forms;
    bool numerus = false;
    bool finished = true;
};

std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("message")) {
            messages.emplace_back().numerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.back().forms.append(xml.readElementText());
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!messages.back().numerus) {
                messages.back().forms.append(xml.readElementText());
            }
        }
    }
    return messages;
}

/// %1, %2 and %n of a text, sorted.
QStringList placeholders(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("%L?[0-9n]"));
    QStringList found;
    for (const QRegularExpressionMatch& match : shape.globalMatch(text)) {
        found.append(match.captured());
    }
    found.sort();
    return found;
}

} // namespace

class TstTranslations : public QObject {
    Q_OBJECT
private slots:
    void everyTextIsTranslated_data() {
        QTest::addColumn<int>("forms");
        QTest::newRow("de") << 2;
        QTest::newRow("ar") << 6;
        QTest::newRow("en") << 2; // its plurals
    }
    void everyTextIsTranslated() {
        QFETCH(int, forms);
        const QString language = QLatin1String(QTest::currentDataTag());
        const auto messages = messagesOf(QStringLiteral(GATEHOUSE_TRANSLATIONS "/gatehouse_%1.ts").arg(language));
        QVERIFY(messages.size() > (language == QLatin1String("en") ? 20U : 1300U));
        QStringList wrong;
        for (const Message& message : messages) {
            const bool counted = !message.numerus || message.forms.size() == forms;
            const bool written = !message.forms.isEmpty() && !message.forms.contains(QString());
            if (!message.finished || !counted || !written) {
                wrong.append(message.source);
                continue;
            }
            for (const QString& form : message.forms) {
                // One and two may be a word of their own; every other form says its number.
                QStringList wanted = placeholders(message.source);
                QStringList given = placeholders(form);
                if (message.numerus) {
                    for (const auto& number : {QStringLiteral("%n"), QStringLiteral("%Ln")}) {
                        wanted.removeAll(number);
                        given.removeAll(number);
                    }
                }
                if (wanted != given) {
                    wrong.append(message.source + QStringLiteral(" -> ") + form);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
    void bothLanguagesHaveTheSameTexts() {
        QStringList german;
        QStringList arabic;
        for (const Message& message : messagesOf(QStringLiteral(GATEHOUSE_TRANSLATIONS "/gatehouse_de.ts"))) {
            german.append(message.source);
        }
        for (const Message& message : messagesOf(QStringLiteral(GATEHOUSE_TRANSLATIONS "/gatehouse_ar.ts"))) {
            arabic.append(message.source);
        }
        QCOMPARE(german, arabic);
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstTranslations)
#include "tst_translations.moc"
