// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "tests/gui/console_fixture.h"
#include "ui/shell/screenshots.h"

namespace gatehouse::tests {

class TstScreenshots : public QObject {
    Q_OBJECT
private slots:
    void everyPanelIsDrawnInLightAndDark() {
        QTemporaryDir temporary;
        const QString kept = qEnvironmentVariable("GATEHOUSE_SCREENSHOTS"); // for people who want to look at them
        const QString folder = kept.isEmpty() ? temporary.path() : kept;
        Console console;
        console.start();
        if (const QString size = qEnvironmentVariable("GATEHOUSE_SCREENSHOT_SIZE"); !size.isEmpty()) {
            console.window.resize(size.section(u'x', 0, 0).toInt(), size.section(u'x', 1).toInt());
        }
        ui::shell::Screenshots shots(console.window, console.theme, folder);
        QSignalSpy finished(&shots, &ui::shell::Screenshots::finished);
        shots.start();
        QVERIFY(finished.wait(120'000));
        QCOMPARE(finished.first().first().toInt(), 0);
        for (const ui::shell::PanelEntry& entry : console.window.entries()) {
            const QImage light(QDir(folder).filePath(entry.id + QStringLiteral("-light.png")));
            const QImage dark(QDir(folder).filePath(entry.id + QStringLiteral("-dark.png")));
            QVERIFY2(light.width() >= 800 && light.height() >= 600, qPrintable(entry.id));
            QVERIFY2(light.pixelColor(4, light.height() / 2).lightness() > 200, qPrintable(entry.id));
            QVERIFY2(dark.pixelColor(4, dark.height() / 2).lightness() < 60, qPrintable(entry.id));
        }
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstScreenshots)
#include "tst_screenshots.moc"
