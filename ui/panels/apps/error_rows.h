// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

namespace gatehouse::ui::panels::apps {

/// A row of docs/errors.md, in the console's language where it is translated.
struct ErrorRow {
    QString slug;
    QString cause;
    QString cure;
};

/// The row that explains an error of the token or authorization endpoint ("invalid_client").
[[nodiscard]] std::optional<ErrorRow> errorRowOf(const QString& oauthError);

} // namespace gatehouse::ui::panels::apps
