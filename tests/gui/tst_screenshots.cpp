// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QImage>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>

#include "tests/gui/clipped_text.h"
#include "tests/gui/console_fixture.h"
#include "ui/shell/catalogue.h"
#include "ui/shell/screenshots.h"

namespace gatehouse::tests {

namespace {

/// A language that needs two fifths more room than English, with letters above and below the line.
class Lengthened final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char*, const char* source, const char*, int) const override {
        const QString text = QString::fromUtf8(source);
        return text + QString(static_cast<int>(text.size()) * 2 / 5, QChar(u'\u0119'));
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TstScreenshots : public QObject {
    Q_OBJECT
private slots:
    void everyPanelIsDrawnInEveryScheme_data() {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    /// Texts of other languages are longer: with two fifths more of everything nothing may be cut off.
    void longerTextsHaveRoom() {
        Lengthened longer;
        QApplication::installTranslator(&longer);
        {
            Console console;
            console.start();
            QStringList clipped;
            for (const ui::shell::PanelEntry& entry : console.window.entries()) {
                console.panel<ui::shell::Panel>(qPrintable(entry.id))->showcase();
                console.settle();
                for (const QString& text : clippedTexts(console.window)) {
                    clipped.append(entry.id + QStringLiteral(": ") + text);
                }
            }
            QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        }
        QApplication::removeTranslator(&longer);
    }

    /// Not blank, in its scheme, and no text without room, at both sizes.
    void everyPanelIsDrawnInEveryScheme() {
        QFETCH(Qt::LayoutDirection, direction);
        ui::shell::Catalogue plurals;
        QVERIFY(plurals.load(QStringLiteral(":/i18n/gatehouse_en")));
        QApplication::installTranslator(&plurals);
        QApplication::setLayoutDirection(direction);
        const QTemporaryDir temporary;
        const QString kept = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); // for people who want to look at them
        const QString folder = (kept.isEmpty() ? temporary.path() : kept) +
                               (direction == Qt::RightToLeft ? QStringLiteral("/rtl") : QStringLiteral("/ltr"));
        Console console;
        console.start();
        ui::shell::Screenshots shots(console.window, console.theme, folder);
        QStringList clipped;
        connect(&shots, &ui::shell::Screenshots::taken, this, [&](const QString&, const QString& file) {
            for (const QString& text : clippedTexts(console.window)) {
                clipped.append(file + QStringLiteral(": ") + text);
            }
        });
        QSignalSpy finished(&shots, &ui::shell::Screenshots::finished);
        shots.start();
        QVERIFY(finished.wait(240'000));
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(finished.first().first().toInt(), 0);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        for (const ui::shell::PanelEntry& entry : console.window.entries()) {
            const QImage light(QDir(folder).filePath(entry.id + QStringLiteral("-light.png")));
            const QImage dark(QDir(folder).filePath(entry.id + QStringLiteral("-dark.png")));
            const QImage contrast(QDir(folder).filePath(entry.id + QStringLiteral("-contrast.png")));
            const QImage small(QDir(folder).filePath(entry.id + QStringLiteral("-light-900x600.png")));
            QCOMPARE(light.size(), QSize(1280, 800));
            QCOMPARE(small.size(), QSize(900, 600));
            QVERIFY2(light.pixelColor(4, light.height() * 93 / 100).lightness() > 200, qPrintable(entry.id));
            QVERIFY2(dark.pixelColor(4, dark.height() * 93 / 100).lightness() < 60, qPrintable(entry.id));
            for (const QImage& picture : {light, dark, contrast, small}) {
                QVERIFY2(coloursOf(picture) > 12, qPrintable(entry.id + QStringLiteral(" is blank")));
            }
        }
    }

private:
    /// Of the part where the panel is, whichever side the rail is on.
    static int coloursOf(const QImage& picture) {
        QSet<QRgb> seen;
        for (int y = picture.height() / 5; y < picture.height() * 9 / 10; y += 2) {
            for (int x = picture.width() / 4; x < picture.width() * 3 / 4; x += 2) {
                seen.insert(picture.pixel(x, y));
            }
        }
        return static_cast<int>(seen.size());
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstScreenshots)
#include "tst_screenshots.moc"
