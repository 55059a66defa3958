// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QComboBox>
#include <QDBusVariant>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTest>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/status.h"

namespace gatehouse::tests {

using namespace ui::theme;
using ui::widgets::Status;

class TstTheme : public QObject {
    Q_OBJECT
    static void everyScheme() {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << static_cast<int>(Scheme::Light);
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
        QTest::newRow("high contrast") << static_cast<int>(Scheme::HighContrast);
    }
    static void check(const char* what, const QColor& over, const QColor& under, double least) {
        const double ratio = contrast(over, under);
        QVERIFY2(
            ratio >= least,
            qPrintable(
                QStringLiteral("%1: %2 on %3 is %4").arg(QLatin1String(what), over.name(), under.name()).arg(ratio)));
    }

private slots:
    void textCanBeReadOnEverySurface_data() { everyScheme(); }
    void textCanBeReadOnEverySurface() {
        QFETCH(int, scheme);
        const Tokens& t = tokensOf(static_cast<Scheme>(scheme));
        for (const QColor& surface : {t.window, t.base, t.alternate, t.selection}) {
            check("text", t.text, surface, 4.5);
            check("muted", t.muted, surface, 4.5);
        }
        for (const QColor& surface : {t.window, t.base}) {
            for (const QColor& color : {t.accent, t.ok, t.warning, t.error, t.sandbox}) {
                check("tone", color, surface, 4.5);
            }
            for (const QColor& line : t.series) {
                check("series", line, surface, 3.0);
            }
        }
        check("on accent", t.onAccent, t.accent, 4.5);
        for (const Tone tone : {Tone::Ok, Tone::Warning, Tone::Error, Tone::Sandbox}) {
            check("on tint", toneColor(t, tone), toneTint(t, tone), 4.5);
            check("text on tint", t.text, toneTint(t, tone), 4.5);
        }
    }
    void controlsAndFocusCanBeSeen_data() { everyScheme(); }
    void controlsAndFocusCanBeSeen() {
        QFETCH(int, scheme);
        const Tokens& t = tokensOf(static_cast<Scheme>(scheme));
        for (const QColor& surface : {t.window, t.base}) {
            check("border", t.border, surface, 3.0);
            check("focus", t.accent, surface, 3.0);
        }
    }
    void aPaletteLeadsBackToItsTokens_data() { everyScheme(); }
    void aPaletteLeadsBackToItsTokens() {
        QFETCH(int, scheme);
        const Tokens& t = tokensOf(static_cast<Scheme>(scheme));
        QCOMPARE(tokensFor(paletteOf(t)).scheme, t.scheme);
    }
    void aForeignDarkPaletteCountsAsDark() {
        QCOMPARE(tokensFor(QPalette(QColor(30, 30, 40))).scheme, Scheme::Dark);
        QCOMPARE(tokensFor(QPalette(QColor(230, 230, 230))).scheme, Scheme::Light);
    }
    void everyIconIsThereAndDrawn() {
        (void)icon(QStringLiteral("home"));
        const QStringList names = QDir(QStringLiteral(":/gatehouse/icons")).entryList();
        QVERIFY(names.size() > 60);
        for (QString name : names) {
            name.chop(4);
            const QImage image = iconPixmap(name, Qt::red, 24, 1.0).toImage();
            bool drawn = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    drawn = drawn || image.pixelColor(x, y).alpha() > 128;
                }
            }
            QVERIFY2(drawn, qPrintable(name));
        }
        QVERIFY(icon(QStringLiteral("no such icon")).isNull());
        QVERIFY(!applicationIcon().pixmap(16, 16).isNull());
    }
    void anIconFollowsThePalette() {
        const QIcon home = icon(QStringLiteral("home"), Tone::Accent);
        const auto colorOf = [&] {
            const QImage image = home.pixmap(48, 48).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() == 255) {
                        return image.pixelColor(x, y);
                    }
                }
            }
            return QColor();
        };
        QApplication::setPalette(paletteOf(tokensOf(Scheme::Light)));
        QCOMPARE(colorOf(), tokensOf(Scheme::Light).accent);
        QApplication::setPalette(paletteOf(tokensOf(Scheme::Dark)));
        QCOMPARE(colorOf(), tokensOf(Scheme::Dark).accent);
    }
    void everyStatusHasItsOwnGlyphAndWord() {
        QStringList glyphs;
        QStringList words;
        for (const Status status : {Status::Ok, Status::Warning, Status::Failed, Status::Off, Status::Draft,
                                    Status::Running, Status::Skipped, Status::Info}) {
            QVERIFY(!glyphs.contains(ui::widgets::statusIcon(status)));
            QVERIFY(!words.contains(ui::widgets::statusWord(status)));
            QVERIFY(!icon(ui::widgets::statusIcon(status)).isNull());
            glyphs.append(ui::widgets::statusIcon(status));
            words.append(ui::widgets::statusWord(status));
        }
    }
    void theDesktopIsFollowedUntilSomebodyChooses() {
        Theme theme(*qApp);
        const auto appearance = QStringLiteral("org.freedesktop.appearance");
        const auto colors = QStringLiteral("color-scheme");
        theme.takeDesktopSetting(appearance, colors, 2U);
        QCOMPARE(theme.scheme(), Scheme::Light);
        theme.takeDesktopSetting(appearance, colors, QVariant::fromValue(QDBusVariant(1U))); // as old portals wrap it
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.takeDesktopSetting(appearance, QStringLiteral("contrast"), 1U);
        QCOMPARE(theme.scheme(), Scheme::HighContrast);
        theme.takeDesktopSetting(QStringLiteral("org.gnome.desktop.a11y.interface"), QStringLiteral("high-contrast"),
                                 false); // one that does not ask for it does not forbid it
        QCOMPARE(theme.scheme(), Scheme::HighContrast);
        theme.choose(Choice::Light);
        QCOMPARE(theme.scheme(), Scheme::Light);
        theme.choose(Choice::Desktop);
        theme.takeDesktopSetting(appearance, QStringLiteral("contrast"), 0U);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.takeDesktopSetting(QStringLiteral("org.example"), colors, 2U);
        theme.takeDesktopSetting(appearance, QStringLiteral("accent-color"), 2U);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.takeDesktopSetting(appearance, colors, 0U);
        QCOMPARE(theme.scheme(), Scheme::Light);
    }
    void nothingMovesWhereThePersonOrTheDesktopSaysSo() {
        Theme theme(*qApp);
        const int blinking = QApplication::cursorFlashTime();
        QVERIFY(blinking > 0 && !reducedMotion());
        const auto gnome = QStringLiteral("org.gnome.desktop.interface");
        theme.takeDesktopSetting(gnome, QStringLiteral("enable-animations"), false);
        QVERIFY(reducedMotion());
        QCOMPARE(QApplication::cursorFlashTime(), 0);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        setReducedMotion(true);
        theme.takeDesktopSetting(gnome, QStringLiteral("enable-animations"), true);
        QVERIFY(reducedMotion()); // the person still wants it
        QProgressBar busy;
        busy.setRange(0, 0);
        busy.setTextVisible(false);
        busy.resize(200, 12);
        const QColor shown = busy.grab().toImage().pixelColor(100, 6);
        QVERIFY(contrast(shown, tokensOf(Scheme::Light).alternate) > 1.5);
        for (int x = 10; x < 190; x += 10) {
            QCOMPARE(busy.grab().toImage().pixelColor(x, 6), shown); // no part of it is on its way
        }
        setReducedMotion(false);
        QVERIFY(!reducedMotion());
        QCOMPARE(QApplication::cursorFlashTime(), blinking);
        theme.takeDesktopSetting(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("reduced-motion"), 1U);
        QVERIFY(reducedMotion());
        theme.takeDesktopSetting(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("reduced-motion"), 0U);
        theme.takeDesktopSetting(QStringLiteral("org.kde.kdeglobals.KDE"), QStringLiteral("AnimationDurationFactor"),
                                 QStringLiteral("0"));
        QVERIFY(reducedMotion());
        theme.takeDesktopSetting(QStringLiteral("org.kde.kdeglobals.KDE"), QStringLiteral("AnimationDurationFactor"),
                                 QStringLiteral("0.5"));
        QVERIFY(!reducedMotion());
    }
    void aButtonsGlyphAndWordStayInItsMiddle_data() {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void aButtonsGlyphAndWordStayInItsMiddle() {
        QFETCH(Qt::LayoutDirection, direction);
        const Theme theme(*qApp);
        QPushButton button(icon(QStringLiteral("add"), Tone::OnAccent), QStringLiteral("Connect"));
        button.setLayoutDirection(direction);
        setButtonKind(button, ButtonKind::Primary);
        button.resize(240, button.sizeHint().height());
        const QImage picture = button.grab().toImage();
        const QColor ground = picture.pixelColor(8, picture.height() / 2);
        int first = picture.width();
        int last = 0;
        for (int x = 8; x < picture.width() - 8; ++x) {
            for (int y = 6; y < picture.height() - 6; ++y) {
                if (contrast(picture.pixelColor(x, y), ground) > 1.5) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        QVERIFY2(std::abs(first + last - picture.width()) <= 8,
                 qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
        QVERIFY(last - first < button.sizeHint().width());
    }
    void whatIsSwitchedOffCanBeReadInHighContrast() {
        const Tokens& t = tokensOf(Scheme::HighContrast);
        check("disabled", paletteOf(t).color(QPalette::Disabled, QPalette::ButtonText), t.alternate, 4.5);
    }
    void controlsAreLargeEnoughToHit() {
        const std::unique_ptr<ConsoleStyle> style = std::make_unique<ConsoleStyle>();
        QPushButton button(QStringLiteral("Save"));
        QLineEdit line;
        QComboBox combo;
        QToolButton tool;
        for (QWidget* widget : std::initializer_list<QWidget*>{&button, &line, &combo, &tool}) {
            widget->setStyle(style.get());
            QVERIFY2(widget->sizeHint().height() >= kControlHeight && widget->sizeHint().width() >= 24,
                     widget->metaObject()->className());
        }
    }
};

} // namespace gatehouse::tests

QTEST_MAIN(gatehouse::tests::TstTheme)
#include "tst_theme.moc"
