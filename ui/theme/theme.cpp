// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QMap>
#include <QWidget>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"

namespace gatehouse::ui::theme {
namespace {

const auto kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");

enum class Says { Dark, Contrast, Still };

/// A setting that counts, and the value by which it says so.
struct Setting {
    const char* space;
    const char* key;
    Says says;
    const char* when;
};
/// The portal's own keys, and what GNOME and KDE have where their portal does not know them yet.
constexpr std::array<Setting, 6> kSettings{{
    {"org.freedesktop.appearance", "color-scheme", Says::Dark, "1"},
    {"org.freedesktop.appearance", "contrast", Says::Contrast, "1"},
    {"org.gnome.desktop.a11y.interface", "high-contrast", Says::Contrast, "true"},
    {"org.freedesktop.appearance", "reduced-motion", Says::Still, "1"},
    {"org.gnome.desktop.interface", "enable-animations", Says::Still, "false"},
    {"org.kde.kdeglobals.KDE", "AnimationDurationFactor", Says::Still, "0"},
}};

constexpr int kSmallestText = 75;
constexpr int kLargestText = 200;
constexpr double kUsualPoints = 10;

// Of the GUI thread: who asks for no motion.
bool s_stillByPreferences = false;
bool s_stillByDesktop = false;

/// The answer of Read is a variant inside a variant on old portals.
QString textOf(QVariant value) {
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value.toString();
}

void markIf(QSet<QString>& set, const QString& name, bool in) {
    if (in) {
        set.insert(name);
    } else {
        set.remove(name);
    }
}

/// Where no desktop chose a font, ours instead of whatever fontconfig names first.
void chooseFont(QApplication& application) {
    const QString family = application.font().family();
    if (family != QLatin1String("Sans Serif") && family != QLatin1String("Sans") &&
        family != QLatin1String("DejaVu Sans") && !family.isEmpty()) {
        return;
    }
    const QStringList installed = QFontDatabase::families();
    for (const char* wanted : {"Inter", "Noto Sans", "Cantarell", "Liberation Sans"}) {
        if (installed.contains(QLatin1String(wanted))) {
            QFont font = application.font();
            font.setFamily(QLatin1String(wanted));
            font.setPointSizeF(std::max(10.0, font.pointSizeF()));
            application.setFont(font);
            return;
        }
    }
}

} // namespace

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application) {
    chooseFont(m_application);
    m_desktopFont = QApplication::font();
    m_application.setStyle(new ConsoleStyle);
    QApplication::setWindowIcon(applicationIcon());
    if (QApplication::palette().color(QPalette::Window).lightness() < 128) {
        m_desktopDark = true;
    }
    apply();
    askDesktop();
}

void Theme::choose(Choice choice) {
    m_choice = choice;
    apply();
}

void Theme::setTextScale(int percent) {
    percent = std::clamp(percent, kSmallestText, kLargestText);
    if (percent == m_textScale) {
        return;
    }
    const double ratio = static_cast<double>(percent) / m_textScale;
    m_textScale = percent;
    // Fonts that widgets chose for themselves first: they are read before the application's changes them.
    std::vector<std::pair<QWidget*, QFont>> own;
    for (QWidget* widget : QApplication::allWidgets()) {
        if (widget->testAttribute(Qt::WA_SetFont) && widget->font().pointSizeF() > 0) {
            QFont font = widget->font();
            font.setPointSizeF(font.pointSizeF() * ratio);
            own.emplace_back(widget, font);
        }
    }
    QFont font = m_desktopFont;
    font.setPointSizeF((font.pointSizeF() > 0 ? font.pointSizeF() : kUsualPoints) * percent / 100.0);
    QApplication::setFont(font);
    for (const auto& [widget, scaled] : own) {
        widget->setFont(scaled);
    }
    emit textScaleChanged(percent);
}

void Theme::askDesktop() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
                SLOT(desktopSettingChanged(QString, QString, QDBusVariant)));
    for (const Setting& setting : kSettings) {
        ask(QLatin1String(setting.space), QLatin1String(setting.key));
    }
}

void Theme::ask(const QString& space, const QString& key) {
    QDBusMessage read = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    read << space << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(read, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (reply.isValid()) {
            takeDesktopSetting(space, key, reply.value());
        }
    });
}

void Theme::desktopSettingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    takeDesktopSetting(space, key, value.variant());
}

void Theme::takeDesktopSetting(const QString& space, const QString& key, const QVariant& value) {
    const QString name = space + u'/' + key;
    for (const Setting& setting : kSettings) {
        if (space != QLatin1String(setting.space) || key != QLatin1String(setting.key)) {
            continue;
        }
        const bool yes = textOf(value) == QLatin1String(setting.when);
        switch (setting.says) {
        case Says::Dark:
            m_desktopDark = yes;
            break;
        case Says::Contrast:
            markIf(m_desktopContrast, name, yes);
            break;
        case Says::Still:
            markIf(m_desktopStill, name, yes);
            setReducedMotion(!m_desktopStill.isEmpty(), MotionSource::Desktop);
            break;
        }
        apply();
    }
}

void Theme::apply() {
    Scheme wanted = !m_desktopContrast.isEmpty() ? Scheme::HighContrast : m_desktopDark ? Scheme::Dark : Scheme::Light;
    switch (m_choice) {
    case Choice::Desktop:
        break;
    case Choice::Light:
        wanted = Scheme::Light;
        break;
    case Choice::Dark:
        wanted = Scheme::Dark;
        break;
    case Choice::HighContrast:
        wanted = Scheme::HighContrast;
        break;
    }
    const bool changed = wanted != m_scheme;
    m_scheme = wanted;
    QApplication::setPalette(paletteOf(tokensOf(m_scheme)));
    if (changed) {
        emit schemeChanged(m_scheme);
    }
}

void setReducedMotion(bool reduced, MotionSource source) {
    static const int flashTime = QApplication::cursorFlashTime();
    static const QMap<Qt::UIEffect, bool> usual = [] {
        QMap<Qt::UIEffect, bool> effects;
        for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo,
                                          Qt::UI_AnimateTooltip, Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox}) {
            effects.insert(effect, QApplication::isEffectEnabled(effect));
        }
        return effects;
    }();
    (source == MotionSource::Desktop ? s_stillByDesktop : s_stillByPreferences) = reduced;
    const bool still = reducedMotion();
    QApplication::setCursorFlashTime(still ? 0 : flashTime);
    for (auto effect = usual.begin(); effect != usual.end(); ++effect) {
        QApplication::setEffectEnabled(effect.key(), !still && effect.value());
    }
}

bool reducedMotion() {
    return s_stillByPreferences || s_stillByDesktop;
}

QFont textFont(const QFont& system, TextSize size) {
    QFont font = system;
    const double points = system.pointSizeF() > 0 ? system.pointSizeF() : 10.0;
    switch (size) {
    case TextSize::Title:
        font.setPointSizeF(points * 1.5);
        font.setWeight(QFont::DemiBold);
        break;
    case TextSize::Section:
        font.setPointSizeF(points * 1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case TextSize::Body:
        break;
    case TextSize::Caption:
        font.setPointSizeF(std::max(9.0, points * 0.9));
        break;
    }
    return font;
}

QFont codeFont(const QFont& system) {
    QFont font(QStringList{QStringLiteral("JetBrains Mono"), QStringLiteral("Liberation Mono"),
                           QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")},
               -1);
    font.setPointSizeF(system.pointSizeF() > 0 ? std::max(9.0, system.pointSizeF() * 0.95) : 9.5);
    font.setStyleHint(QFont::Monospace);
    return font;
}

void setTextSize(QWidget& widget, TextSize size) {
    widget.setFont(textFont(QApplication::font(), size));
}

} // namespace gatehouse::ui::theme
