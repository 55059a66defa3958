// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QVariant>

namespace gatehouse::ui::widgets {

/// `text` without what must not be seen over a shoulder: e-mail addresses, tokens, secrets, IP addresses (but not those
/// of this machine). What stands around them stays. Masked text is not changed by masking it again.
[[nodiscard]] QString masked(const QString& text);
/// The same below every member; the value of a member that is called a secret, password, token or code goes as a whole.
[[nodiscard]] QJsonValue masked(const QJsonValue& value);
/// Whether a member of this name is a secret, whatever its value looks like.
[[nodiscard]] bool isSecretName(const QString& name);

/// Dynamic property of a QLineEdit whose text is a secret, whatever it looks like.
inline constexpr const char* kSecretWhilePresenting = "presentationSecret";

/// Whether somebody looks on (Presentation): ask presented() rather than this.
[[nodiscard]] bool isPresenting();
/// For tests and Presentation alone.
void setPresenting(bool presenting);
/// What may be shown, spoken, copied and exported now: the text itself, or masked() while somebody looks on.
[[nodiscard]] QString presented(const QString& text);
[[nodiscard]] QJsonValue presented(const QJsonValue& value);
/// A document on one line, as JsonRole gives it; what cannot be read is masked as a text.
[[nodiscard]] QByteArray presentedJson(const QByteArray& json);
/// The answer of a model's data(): texts in roles that people see or hear are masked, all else is as it is; so
/// is what an editor begins with (EditRole), which must never be saved as its mask.
[[nodiscard]] QVariant presented(const QVariant& value, int role);

} // namespace gatehouse::ui::widgets
