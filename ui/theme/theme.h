// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QFont>
#include <QObject>
#include <QSet>
#include <QVariant>

#include "ui/theme/tokens.h"

class QApplication;

class QWidget;

namespace gatehouse::ui::theme {

/// What the user asked for. Desktop follows the portal's settings and their changes: color-scheme of
/// org.freedesktop.appearance (1 dark, 2 light, 0 no preference, shown light), and contrast, which comes before it.
enum class Choice { Desktop, Light, Dark, HighContrast };

/// Dresses the application: Fusion with our proxy style, palette, fonts and icon. One lives in the program's main().
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    void choose(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    /// One setting of the desktop, as the portal tells it: colours, contrast, motion. Others change nothing.
    void takeDesktopSetting(const QString& space, const QString& key, const QVariant& value);

    /// Size of all text in percent of the desktop's, 75 to 200. Widgets there are, and those to come.
    void setTextScale(int percent);
    [[nodiscard]] int textScale() const { return m_textScale; }

signals:
    void schemeChanged(gatehouse::ui::theme::Scheme scheme);
    void textScaleChanged(int percent);

private slots:
    void desktopSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void askDesktop();
    void ask(const QString& space, const QString& key);
    void apply();

    QApplication& m_application;
    QFont m_desktopFont;
    int m_textScale = 100;
    Choice m_choice = Choice::Desktop;
    bool m_desktopDark = false;
    QSet<QString> m_desktopContrast; ///< the settings that ask for it
    QSet<QString> m_desktopStill;    ///< and for no motion
    Scheme m_scheme = Scheme::Light;
};

/// Sizes relative to the system font: title 1.5 and semi-bold, section 1.15 and semi-bold, caption 0.9 but at least 9
/// pt.
enum class TextSize { Title, Section, Body, Caption };
[[nodiscard]] QFont textFont(const QFont& system, TextSize size);
/// For tokens, ids and code.
[[nodiscard]] QFont codeFont(const QFont& system);
void setTextSize(QWidget& widget, TextSize size);

/// Who asks that nothing moves, blinks or fades.
enum class MotionSource { Preferences, Desktop };
/// Nothing does so while either asks for it: no sliding bars, no blinking cursor, no fading menus.
void setReducedMotion(bool reduced, MotionSource source = MotionSource::Preferences);
[[nodiscard]] bool reducedMotion();

/// The 4 pixel grid.
inline constexpr int kGroupSpacing = 8;
inline constexpr int kFieldSpacing = 12;
inline constexpr int kPageMargin = 16;
inline constexpr int kSectionSpacing = 24;
inline constexpr int kControlHeight = 28;
inline constexpr int kRowHeight = 30;
inline constexpr int kRadius = 4;
inline constexpr int kIconSize = 18;
inline constexpr int kFormWidth = 640;

} // namespace gatehouse::ui::theme
