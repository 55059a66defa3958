// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QColor>
#include <QPalette>

namespace gatehouse::ui::theme {

enum class Scheme { Light, Dark, HighContrast };

/// What a colour means. Never decoration: a status is always shown as glyph, word and colour together.
enum class Tone { Neutral, Accent, Ok, Warning, Error, Sandbox, OnAccent };

/// The colours of one scheme. Every pair that text is read on has a contrast of at least 4.5, control borders and
/// focus rings at least 3 (WCAG 2.2, 1.4.3 and 1.4.11); tst_theme computes them all.
struct Tokens {
    Scheme scheme;
    QColor window;    ///< behind panels
    QColor base;      ///< fields, tables, cards
    QColor alternate; ///< quiet fill: hover, code, chips without a meaning
    QColor text;
    QColor muted;    ///< secondary text, idle icons
    QColor border;   ///< outlines of controls
    QColor hairline; ///< separators, decorative only
    QColor accent;   ///< the one interactive colour
    QColor onAccent; ///< text on it
    QColor selection;
    QColor ok, okTint;
    QColor warning, warningTint;
    QColor error, errorTint;
    QColor sandbox, sandboxTint;
    std::array<QColor, 5> series; ///< chart lines, in colour-blind-safe order
    int borderWidth;              ///< of controls, in pixels
};

[[nodiscard]] const Tokens& tokensOf(Scheme scheme);
/// The tokens that a palette made by paletteOf() stands for; any other palette counts by its lightness. This is how a
/// widget finds its colours: no global state, and right again after every palette change.
[[nodiscard]] const Tokens& tokensFor(const QPalette& palette);
[[nodiscard]] QPalette paletteOf(const Tokens& tokens);

/// Colour of text and glyphs of that tone on base, window or the tone's own tint.
[[nodiscard]] QColor toneColor(const Tokens& tokens, Tone tone);
/// The fill behind a chip or banner of that tone.
[[nodiscard]] QColor toneTint(const Tokens& tokens, Tone tone);

/// Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] double contrast(const QColor& one, const QColor& other);
/// `share` of `over` laid on `under`, 0 to 1.
[[nodiscard]] QColor blend(const QColor& over, const QColor& under, double share);

} // namespace gatehouse::ui::theme
