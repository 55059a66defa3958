// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/tasks_tray.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QVBoxLayout>

#include "ui/shell/popup_panel.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kBar = 44;
constexpr int kPromille = 1000;

/// 0 to 1000, or -1 where one of them does not know.
int shareOf(const Tasks& tasks) {
    qint64 sum = 0;
    int running = 0;
    for (const Tasks::Task& task : tasks.list()) {
        if (task.state != Tasks::State::Running) {
            continue;
        }
        if (task.total <= 0) {
            return -1;
        }
        sum += std::clamp<qint64>(task.done * kPromille / task.total, 0, kPromille);
        ++running;
    }
    return running == 0 ? kPromille : static_cast<int>(sum / running);
}

widgets::Status statusOf(Tasks::State state) {
    switch (state) {
    case Tasks::State::Running:
        return widgets::Status::Running;
    case Tasks::State::Done:
        return widgets::Status::Ok;
    case Tasks::State::Failed:
        return widgets::Status::Failed;
    case Tasks::State::Cancelled:
        return widgets::Status::Skipped;
    }
    return widgets::Status::Ok;
}

} // namespace

TasksTray::TasksTray(Tasks& tasks, QWidget* parent)
    : QToolButton(parent)
    , m_tasks(tasks) {
    setObjectName(QStringLiteral("tasks.button"));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("What the console is busy with"));
    hide();
    connect(this, &QToolButton::clicked, this, &TasksTray::openList);
    connect(&m_tasks, &Tasks::changed, this, &TasksTray::showState);
}

QSize TasksTray::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + kBar + 28, 26};
}

void TasksTray::showState() {
    const int running = m_tasks.running();
    setText(running == 0 ? tr("Tasks done") : tr("Tasks %1").arg(running));
    setAccessibleName(running == 0 ? tr("Tasks") : tr("Tasks, %n running", nullptr, running));
    setVisible(!m_tasks.list().empty());
    updateGeometry();
    update();
    if (m_list && m_list->isVisible()) {
        fill();
    }
}

void TasksTray::openList() {
    if (!m_list) {
        m_list = new PopupPanel(tr("Tasks"), this);
        m_list->setObjectName(QStringLiteral("tasks.list"));
        auto* clear = new QPushButton(tr("Clear ended"), m_list);
        clear->setAccessibleName(clear->text());
        theme::setButtonKind(*clear, theme::ButtonKind::Quiet);
        connect(clear, &QPushButton::clicked, &m_tasks, &Tasks::clearEnded);
        m_list->addAction(clear);
    }
    fill();
    m_list->openAt(*this);
}

void TasksTray::fill() {
    widgets::clearLayout(*m_list->body());
    for (const Tasks::Task& task : m_tasks.list()) {
        m_list->body()->addWidget(makeRow(task));
    }
    if (m_tasks.list().empty()) {
        m_list->body()->addWidget(widgets::mutedLabel(tr("Nothing is under way."), m_list));
    }
    m_list->body()->addStretch(1);
}

QWidget* TasksTray::makeRow(const Tasks::Task& task) {
    auto* row = new QWidget(m_list);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(10);
    across->addWidget(new widgets::StatusGlyph(statusOf(task.state), 18, row), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    auto* title = new QLabel(task.title, row);
    title->setWordWrap(true);
    column->addWidget(title);
    if (task.state == Tasks::State::Running) {
        auto* bar = new QProgressBar(row);
        bar->setTextVisible(false);
        bar->setFixedHeight(6);
        bar->setRange(0, task.total > 0 ? kPromille : 0);
        bar->setValue(task.total > 0 ? static_cast<int>(task.done * kPromille / task.total) : 0);
        bar->setAccessibleName(tr("Progress of %1").arg(task.title));
        column->addWidget(bar);
    }
    const QString word = task.state == Tasks::State::Cancelled ? tr("Cancelled") : task.text;
    if (!word.isEmpty()) {
        column->addWidget(widgets::mutedLabel(word, row));
    }
    across->addLayout(column, 1);
    if (task.state == Tasks::State::Running && task.cancel) {
        auto* cancel = new QPushButton(tr("Cancel"), row);
        cancel->setAccessibleName(tr("Cancel %1").arg(task.title));
        connect(
            cancel, &QPushButton::clicked, &m_tasks, [this, id = task.id] { m_tasks.cancel(id); },
            Qt::QueuedConnection);
        across->addWidget(cancel, 0, Qt::AlignTop);
    }
    return row;
}

void TasksTray::paintEvent(QPaintEvent*) {
    const int share = shareOf(m_tasks);
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear(); // it would stand in the middle, below the bar
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.setPen(option.palette.color(QPalette::ButtonText));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(8, 0, -kBar - 16, 0)),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const QRectF bar(width() - kBar - 8, height() / 2.0 - 3, kBar, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.hairline);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar.toRect()), 3, 3);
    QRectF done = bar;
    done.setWidth(share < 0 ? kBar / 3.0 : kBar * share / static_cast<double>(kPromille));
    painter.setBrush(m_tasks.running() == 0 ? tokens.ok : tokens.accent);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), done.toRect()), 3, 3);
}

} // namespace gatehouse::ui::shell
