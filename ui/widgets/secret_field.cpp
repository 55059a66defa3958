// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/secret_field.h"

#include <QAction>

#include "ui/theme/icons.h"

namespace gatehouse::ui::widgets {

SecretField::SecretField(QWidget* parent)
    : QLineEdit(parent) {
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_reveal = addAction(theme::icon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    m_reveal->setCheckable(true);
    connect(m_reveal, &QAction::toggled, this, &SecretField::setRevealed);
    setRevealed(false);
    reset(false);
}

void SecretField::reset(bool stored) {
    clear();
    setModified(false);
    m_reveal->setChecked(false);
    setPlaceholderText(stored ? tr("Stored. Type to replace it.") : QString());
}

std::optional<QString> SecretField::changedValue() const {
    return isModified() && !text().isEmpty() ? std::optional<QString>(text()) : std::nullopt;
}

void SecretField::setRevealed(bool revealed) {
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(theme::icon(revealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    m_reveal->setText(revealed ? tr("Hide the secret") : tr("Show the secret"));
    m_reveal->setToolTip(m_reveal->text());
}

} // namespace gatehouse::ui::widgets
