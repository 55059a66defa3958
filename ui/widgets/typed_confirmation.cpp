// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/typed_confirmation.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::widgets {

TypedConfirmation::TypedConfirmation(const QString& question, const QString& name, const QString& verb, QWidget* parent)
    : QDialog(parent)
    , m_name(name)
    , m_consequences(new QLabel(this))
    , m_typed(new QLineEdit(this)) {
    setWindowTitle(question);
    setMinimumWidth(460);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(titleLabel(question, this));
    m_consequences->setWordWrap(true);
    m_consequences->setTextFormat(Qt::PlainText);
    column->addWidget(m_consequences);
    column->addWidget(mutedLabel(tr("This cannot be taken back. Type %1 to go on.").arg(name), this));
    m_typed->setFont(theme::codeFont(font()));
    m_typed->setAccessibleName(tr("Type %1 to confirm").arg(name));
    column->addWidget(m_typed);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(this);
    m_keep = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_do = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    m_do->setObjectName(QStringLiteral("typed.confirm"));
    m_do->setEnabled(false);
    m_keep->setAccessibleName(tr("Cancel"));
    m_do->setAccessibleName(verb);
    theme::setButtonKind(*m_do, theme::ButtonKind::Danger);
    m_keep->setDefault(true);
    column->addWidget(buttons);
    connect(m_typed, &QLineEdit::textChanged, this, &TypedConfirmation::judge);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, [this] {
        accept();
        emit confirmed();
    });
    m_typed->setFocus();
}

void TypedConfirmation::judge() {
    const bool reasoned = m_reason == nullptr || !reason().isEmpty();
    const bool may = m_typed->text() == m_name && reasoned;
    m_do->setEnabled(may);
    (may ? m_do : m_keep)->setDefault(true);
}

void TypedConfirmation::askReason() {
    constexpr int kBelowConsequences = 2;
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(500);
    m_reason->setAccessibleName(tr("Reason, for the log"));
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(kBelowConsequences, mutedLabel(tr("Reason, for the log"), this));
    column->insertWidget(kBelowConsequences + 1, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &TypedConfirmation::judge);
    setTabOrder(m_reason, m_typed);
    m_reason->setFocus();
    judge();
}

QString TypedConfirmation::reason() const {
    return m_reason == nullptr ? QString() : m_reason->text().trimmed();
}

void TypedConfirmation::setConsequences(const QStringList& lines) {
    m_consequences->setText(lines.join(u'\n'));
}

} // namespace gatehouse::ui::widgets
