// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPixmap>
#include <QString>

#include "ui/theme/tokens.h"

namespace gatehouse::ui::theme {

/// An icon of our own set (resources/icons/<name>.svg), drawn in the application palette's colour for `tone` at the
/// moment of painting, so that it follows light, dark and high contrast without being set again.
/// An unknown name gives a null icon.
[[nodiscard]] QIcon icon(const QString& name, Tone tone = Tone::Neutral);

/// The same as pixels in one fixed colour, for delegates and painted widgets. `size` in device independent pixels.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);

/// The application's icon, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace gatehouse::ui::theme
