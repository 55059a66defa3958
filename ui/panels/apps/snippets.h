// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include "admin/api/app.h"

namespace gatehouse::ui::panels::apps {

/// Something to copy that makes an app work with this broker as it stands.
struct Snippet {
    QString id;    ///< stable: "curl", "openid-client"
    QString title; ///< names of tools and libraries; not translated
    QString text;
};

/// Where a secret has to be put in.
inline const QString kSecretPlaceholder = QStringLiteral("PASTE-THE-CLIENT-SECRET-HERE");

/// Those that suit the app's kind and how it proves itself, in the order of use. `secret`: what to write instead of the
/// placeholder; empty for it.
[[nodiscard]] std::vector<Snippet> snippetsFor(const admin::api::App& app, const QString& issuer,
                                               const QString& secret = {});

} // namespace gatehouse::ui::panels::apps
