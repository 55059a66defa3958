// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace gatehouse::ui::theme {
namespace {

QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

Tokens makeLight() {
    return {Scheme::Light,
            rgb(0xF5F6F8),
            rgb(0xFFFFFF),
            rgb(0xEEF1F4),
            rgb(0x1B1F24),
            rgb(0x57606A),
            rgb(0x868E99),
            rgb(0xD5DAE0),
            rgb(0x0B5CAD),
            rgb(0xFFFFFF),
            rgb(0xCFE3FA),
            rgb(0x1A7032),
            rgb(0xDDF4E4),
            rgb(0x8A5A00),
            rgb(0xFFF2CC),
            rgb(0xB91C2B),
            rgb(0xFDE3E5),
            rgb(0x6B3FA0),
            rgb(0xEDE4F8),
            {rgb(0x0072B2), rgb(0xB85C00), rgb(0x007A59), rgb(0xB0457F), rgb(0x444C56)},
            1};
}

Tokens makeDark() {
    return {Scheme::Dark,
            rgb(0x15181C),
            rgb(0x1C2025),
            rgb(0x22272D),
            rgb(0xE6EAF0),
            rgb(0xB4BEC9),
            rgb(0x737E8B),
            rgb(0x343B43),
            rgb(0x6CB0FF),
            rgb(0x0B1D30),
            rgb(0x1F4673),
            rgb(0x5BD180),
            rgb(0x12361F),
            rgb(0xE3B341),
            rgb(0x3A2D08),
            rgb(0xFF8A8F),
            rgb(0x45171B),
            rgb(0xC3A0F5),
            rgb(0x2F2145),
            {rgb(0x56B4E9), rgb(0xE69F00), rgb(0x2EC79B), rgb(0xE08BBB), rgb(0xAAB4BF)},
            1};
}

Tokens makeHighContrast() {
    return {Scheme::HighContrast,
            rgb(0x000000),
            rgb(0x000000),
            rgb(0x1A1A1A),
            rgb(0xFFFFFF),
            rgb(0xFFFFFF),
            rgb(0xFFFFFF),
            rgb(0x8C8C8C),
            rgb(0xFFE600),
            rgb(0x000000),
            rgb(0x004A99),
            rgb(0x66FF99),
            rgb(0x00240D),
            rgb(0xFFD24D),
            rgb(0x2B1F00),
            rgb(0xFF9CA3),
            rgb(0x33060A),
            rgb(0xD9BFFF),
            rgb(0x1E0F33),
            {rgb(0x56B4E9), rgb(0xE69F00), rgb(0x2EC79B), rgb(0xE08BBB), rgb(0xFFFFFF)},
            2};
}

double channel(int value) {
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue());
}

} // namespace

const Tokens& tokensOf(Scheme scheme) {
    static const Tokens light = makeLight();
    static const Tokens dark = makeDark();
    static const Tokens highContrast = makeHighContrast();
    switch (scheme) {
    case Scheme::Light:
        return light;
    case Scheme::Dark:
        return dark;
    case Scheme::HighContrast:
        return highContrast;
    }
    return light;
}

const Tokens& tokensFor(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (window == tokensOf(Scheme::HighContrast).window) {
        return tokensOf(Scheme::HighContrast);
    }
    return tokensOf(window.lightness() < 128 ? Scheme::Dark : Scheme::Light);
}

QPalette paletteOf(const Tokens& tokens) {
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.window);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::Base, tokens.base);
    palette.setColor(QPalette::AlternateBase, tokens.alternate);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    palette.setColor(QPalette::Button, tokens.scheme == Scheme::Light ? tokens.base : tokens.alternate);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::BrightText, tokens.error);
    palette.setColor(QPalette::ToolTipBase, tokens.base);
    palette.setColor(QPalette::ToolTipText, tokens.text);
    palette.setColor(QPalette::Highlight, tokens.selection);
    palette.setColor(QPalette::HighlightedText, tokens.text);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::Light, tokens.base);
    palette.setColor(QPalette::Midlight, tokens.alternate);
    palette.setColor(QPalette::Mid, tokens.hairline);
    palette.setColor(QPalette::Dark, tokens.border);
    palette.setColor(QPalette::Shadow, blend(QColor(Qt::black), tokens.window, 0.4));
    const QColor off = blend(tokens.muted, tokens.base, 0.6);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, off);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.alternate);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.alternate);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, off);
    return palette;
}

QColor toneColor(const Tokens& tokens, Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return tokens.muted;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warning:
        return tokens.warning;
    case Tone::Error:
        return tokens.error;
    case Tone::Sandbox:
        return tokens.sandbox;
    case Tone::OnAccent:
        return tokens.onAccent;
    }
    return tokens.text;
}

QColor toneTint(const Tokens& tokens, Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return tokens.alternate;
    case Tone::Accent:
        return tokens.selection;
    case Tone::Ok:
        return tokens.okTint;
    case Tone::Warning:
        return tokens.warningTint;
    case Tone::Error:
        return tokens.errorTint;
    case Tone::Sandbox:
        return tokens.sandboxTint;
    case Tone::OnAccent:
        return tokens.accent;
    }
    return tokens.alternate;
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor blend(const QColor& over, const QColor& under, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1.0 - share))); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

} // namespace gatehouse::ui::theme
