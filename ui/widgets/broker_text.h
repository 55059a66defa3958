// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse::ui::widgets {

/// A sentence of the broker, which speaks English, in the console's language: as resources/pages/messages has it, the
/// value in it (an error, a reference) kept. As it came where nobody translated it.
[[nodiscard]] QString brokerText(const QString& english);
/// What a reason of docs/errors.md means, and its cure, as resources/pages/reasons has them; else the broker's words.
[[nodiscard]] QString reasonMessage(const QString& reason, const QString& english);
[[nodiscard]] QString reasonCure(const QString& reason, const QString& english);

} // namespace gatehouse::ui::widgets
