// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/sign_out_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::sessions {
namespace {

QLabel* wrapping(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

SignOutDialog::SignOutDialog(const QString& question, QWidget* parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout(this))
    , m_count(wrapping(this))
    , m_told(wrapping(this))
    , m_untold(wrapping(this))
    , m_typeThis(widgets::mutedLabel({}, this))
    , m_typed(new QLineEdit(this)) {
    setWindowTitle(question);
    setMinimumWidth(480);
    m_column->setContentsMargins(24, 20, 24, 16);
    m_column->setSpacing(theme::kFieldSpacing);
    m_column->addWidget(widgets::titleLabel(question, this));
    for (QWidget* each : {static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_told),
                          static_cast<QWidget*>(m_untold), static_cast<QWidget*>(m_typeThis)}) {
        m_column->addWidget(each);
    }
    m_typed->setFont(theme::codeFont(font()));
    m_column->addWidget(m_typed);
    m_column->addStretch(1);
    auto* buttons = new QDialogButtonBox(this);
    auto* keep = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_do = buttons->addButton(tr("Sign out"), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(QStringLiteral("signOut.confirm"));
    keep->setAccessibleName(keep->text());
    m_do->setAccessibleName(m_do->text());
    theme::setButtonKind(*m_do, theme::ButtonKind::Danger);
    keep->setDefault(true);
    m_column->addWidget(buttons);
    connect(m_typed, &QLineEdit::textChanged, this, &SignOutDialog::judge);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_do, &QPushButton::clicked, this, [this] {
        accept();
        emit confirmed();
    });
    setCounting();
}

void SignOutDialog::setFilter(QWidget* filter) {
    m_column->insertWidget(1, filter);
    grow();
}

void SignOutDialog::grow() {
    const int wanted = m_column->totalHeightForWidth(width());
    if (height() < wanted) {
        resize(width(), wanted);
    }
}

void SignOutDialog::setCounting() {
    setProblem(tr("Counting"));
}

void SignOutDialog::setProblem(const QString& sentence) {
    m_sessions = 0;
    m_count->setText(sentence);
    for (QWidget* each : {static_cast<QWidget*>(m_told), static_cast<QWidget*>(m_untold),
                          static_cast<QWidget*>(m_typeThis), static_cast<QWidget*>(m_typed)}) {
        each->hide();
    }
    grow();
    judge();
}

void SignOutDialog::setCount(const admin::api::SessionsRevoked& count) {
    m_sessions = count.sessions;
    const QString sessions = tr("%Ln sessions end", "", static_cast<int>(count.sessions));
    const QString people = tr("of %Ln people", "", static_cast<int>(count.people));
    m_count->setText(count.sessions == 0 ? tr("Nobody is signed in who is meant by this.")
                                         : tr("%1, %2.", "12 sessions end, of 3 people.").arg(sessions, people));
    QStringList told;
    QStringList untold;
    for (const admin::api::AffectedApp& app : count.apps) {
        (app.told ? told : untold).append(client::toQString(app.app));
    }
    m_told->setText(tr("Told at once: %1").arg(told.join(QStringLiteral(", "))));
    m_told->setVisible(!told.isEmpty());
    m_untold->setText(tr("Not told, for want of a back-channel logout address; their tokens are refused at once: %1")
                          .arg(untold.join(QStringLiteral(", "))));
    m_untold->setVisible(!untold.isEmpty());
    const bool many = m_sessions > kTypedAbove;
    m_typeThis->setText(tr("This cannot be taken back. Type %1 to go on.").arg(m_sessions));
    m_typeThis->setVisible(many);
    m_typed->clear();
    m_typed->setAccessibleName(tr("Type %1 to confirm").arg(m_sessions));
    m_typed->setVisible(many);
    grow();
    judge();
}

void SignOutDialog::judge() {
    const bool typed = m_sessions <= kTypedAbove || m_typed->text().trimmed() == QString::number(m_sessions);
    m_do->setEnabled(m_sessions > 0 && typed);
}

} // namespace gatehouse::ui::panels::sessions
