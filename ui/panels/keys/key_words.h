// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include "admin/api/key.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::keys {

/// The first eight letters of a key's id: what people tell keys apart by.
[[nodiscard]] QString shortId(const admin::api::Key& key);
/// "ES256  3q2-7wPX".
[[nodiscard]] QString titleOf(const admin::api::Key& key);
[[nodiscard]] bool isAudit(const admin::api::Key& key);
/// Next, Current, Previous, Retired, Revoked.
[[nodiscard]] QString stageWord(const admin::api::Key& key);
[[nodiscard]] widgets::Status stageStatus(const admin::api::Key& key);
/// What happens with it, and when, in a sentence.
[[nodiscard]] QString whatNext(const admin::api::Key& key);

/// "Has the key", "Only older keys", "Never seen".
[[nodiscard]] QString holdsWord(const admin::api::KeyEvidence& evidence);
[[nodiscard]] widgets::Status holdsStatus(const admin::api::KeyEvidence& evidence);
/// How that is known, in a sentence.
[[nodiscard]] QString knownSentence(const admin::api::KeyEvidence& evidence);

} // namespace gatehouse::ui::panels::keys
