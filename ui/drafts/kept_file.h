// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QString>

namespace gatehouse::ui::drafts {

/// Replaces a JSON list on disk as a whole (mode 0600, folders made on the way); gives why it could not, or nothing.
[[nodiscard]] QString writeKept(const QString& file, const QJsonArray& list);
/// The list; empty where there is no file or it is none of ours.
[[nodiscard]] QJsonArray readKept(const QString& file);

} // namespace gatehouse::ui::drafts
