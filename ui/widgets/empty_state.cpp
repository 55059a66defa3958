// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/style.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_help(new QPushButton(tr("What is this? (F1)"), this)) {
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(420);
    m_sentence->setMinimumWidth(180);
    m_column->setSpacing(12);
    m_column->addStretch(2);
    auto* row = new QHBoxLayout; // an aligned label would not wrap by its width
    row->addStretch(1);
    row->addWidget(m_sentence, 100);
    row->addStretch(1);
    m_column->addLayout(row);
    m_column->addWidget(m_action, 0, Qt::AlignHCenter);
    m_column->addWidget(m_help, 0, Qt::AlignHCenter);
    m_column->addStretch(3);
    theme::setButtonKind(*m_help, theme::ButtonKind::Quiet);
    m_help->setAccessibleName(tr("Help on this list"));
    m_help->hide();
    connect(m_help, &QPushButton::clicked, this, [this] {
        if (auto* help = window()->findChild<QAction*>(QStringLiteral("help.page"))) {
            help->trigger();
        }
    });
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::setContent(const QString& iconName, const QString& sentence, const QString& action) {
    delete m_icon;
    m_icon = new IconLabel(iconName, theme::Tone::Neutral, 40, this);
    m_column->insertWidget(1, m_icon, 0, Qt::AlignHCenter);
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
}

void EmptyState::offerHelp() {
    m_help->show();
}

QString EmptyState::sentence() const {
    return m_sentence->text();
}

} // namespace gatehouse::ui::widgets
