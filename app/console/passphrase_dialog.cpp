// SPDX-License-Identifier: Apache-2.0
#include "passphrase_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::console {
namespace {

constexpr int kShortest = 12;

} // namespace

PassphraseDialog::PassphraseDialog(Purpose purpose, ui::shell::BackOff& backOff, QWidget* parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_backOff(backOff)
    , m_first(new ui::widgets::SecretField(this))
    , m_second(new ui::widgets::SecretField(this))
    , m_hint(ui::widgets::mutedLabel({}, this))
    , m_accept(new QPushButton(this)) {
    const bool choose = purpose == Purpose::Choose;
    setWindowTitle(tr("Gatehouse"));
    setMinimumWidth(440);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(ui::widgets::sectionLabel(choose ? tr("Choose a passphrase") : tr("Unlock"), this));
    column->addWidget(ui::widgets::mutedLabel(
        choose
            ? tr("This system has no keychain. The passphrase encrypts keys and personal data; nobody can restore it.")
            : tr("The passphrase that was chosen for this data directory."),
        this));
    auto* form = new ui::widgets::Form(this);
    form->addRow(QStringLiteral("/passphrase"), tr("&Passphrase"), m_first);
    if (choose) {
        form->addRow(QStringLiteral("/again"), tr("&Again"), m_second);
    }
    m_second->setVisible(choose);
    column->addWidget(form);
    column->addWidget(m_hint);
    auto* cancel = new QPushButton(tr("Quit"), this);
    m_accept->setText(choose ? tr("Use this passphrase") : tr("Unlock"));
    m_accept->setDefault(true);
    ui::theme::setButtonKind(*m_accept, ui::theme::ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_first, &QLineEdit::textChanged, this, &PassphraseDialog::check);
    connect(m_second, &QLineEdit::textChanged, this, &PassphraseDialog::check);
    connect(&m_backOff, &ui::shell::BackOff::changed, this, &PassphraseDialog::check);
    check();
}

std::optional<Secret> PassphraseDialog::ask() {
    m_first->setFocus();
    if (exec() != QDialog::Accepted) {
        return std::nullopt;
    }
    Secret passphrase(m_first->text().toStdString());
    m_first->clear();
    m_second->clear();
    return passphrase;
}

void PassphraseDialog::check() {
    const bool choose = m_purpose == Purpose::Choose;
    const bool longEnough = m_first->text().size() >= (choose ? kShortest : 1);
    const bool same = !choose || m_first->text() == m_second->text();
    m_accept->setEnabled(longEnough && same && m_backOff.left() == 0);
    if (!choose) {
        m_hint->setText(m_first->text().isEmpty() || m_backOff.left() > 0 ? m_backOff.sentence() : QString());
    } else if (!longEnough) {
        m_hint->setText(tr("At least %1 characters; several words are easier to remember.").arg(kShortest));
    } else if (!same) {
        m_hint->setText(tr("The two are not the same yet."));
    } else {
        m_hint->clear();
    }
}

} // namespace gatehouse::console
