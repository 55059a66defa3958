// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/detail_pane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/wrapping.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kTitleRoom = 160; ///< that a long title needs at least beside its actions

/// The strip of buttons below the scrolling part.
class Foot final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, theme::tokensFor(palette()).hairline);
    }
};

} // namespace

DetailPane::DetailPane(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_title(titleLabel({}, this))
    , m_sentence(mutedLabel({}, this))
    , m_chip(new StatusChip(this))
    , m_actions(new QHBoxLayout)
    , m_banner(new ErrorBanner(this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QVBoxLayout)
    , m_foot(new Foot(this))
    , m_footLeft(new FlowLayout(nullptr, theme::kGroupSpacing))
    , m_footRight(new QHBoxLayout)
    , m_footRow(new QBoxLayout(QBoxLayout::LeftToRight, m_foot)) {
    setAccessibleName(name);
    connect(m_empty, &EmptyState::actionRequested, this, &DetailPane::emptyActionRequested);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setWordWrap(true);
    auto* named = new QHBoxLayout;
    named->setSpacing(10);
    named->addWidget(m_title, 1);
    named->addWidget(m_chip, 0, Qt::AlignVCenter);
    auto* first = new QBoxLayout(QBoxLayout::LeftToRight);
    first->setSpacing(10);
    first->addLayout(named, 1);
    first->addLayout(m_actions);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(20, 16, 20, 10);
    head->setSpacing(4);
    head->addLayout(first);
    head->addWidget(m_sentence);
    head->addSpacing(4);
    head->addWidget(m_banner);

    auto* sheet = new QWidget(m_scroll);
    sheet->setLayout(m_body);
    m_body->setContentsMargins(20, 4, 20, 20);
    m_body->setSpacing(theme::kFieldSpacing);
    m_scroll->setWidget(sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    m_footRow->setContentsMargins(20, 10, 20, 10);
    m_footRow->setSpacing(8);
    m_footRight->setSpacing(8);
    m_footRow->addLayout(m_footLeft, 1);
    m_footRow->addLayout(m_footRight);
    m_foot->hide();

    auto* content = new QWidget(m_stack);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 0, 0, 0);
    outer->addWidget(m_stack);
}

void DetailPane::setTitle(const QString& title, const QString& sentence) {
    // A label would take the side of its text: Latin names stand at the right too where one reads from there.
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute;
    m_title->setAlignment(leading | Qt::AlignVCenter);
    m_sentence->setAlignment(leading | Qt::AlignVCenter);
    m_title->setText(title);
    m_title->setToolTip(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    arrangeHead();
}

void DetailPane::setChip(Status status, const QString& word) {
    m_chip->setStatus(status, word);
    m_chip->show();
    arrangeHead();
}

void DetailPane::hideChip() {
    m_chip->hide();
}

void DetailPane::addAction(QWidget* widget) {
    m_actions->addWidget(widget);
}

void DetailPane::addFootLeft(QWidget* widget) {
    m_footLeft->addWidget(widget);
    m_foot->show();
}

void DetailPane::addFootRight(QWidget* widget) {
    m_footRight->addWidget(widget);
    m_foot->show();
}

void DetailPane::arrangeHead() {
    if (auto* head = qobject_cast<QBoxLayout*>(m_actions->parent())) {
        const int title = std::max(std::min(m_title->sizeHint().width(), kTitleRoom),
                                   widestWord(m_title->text(), m_title->fontMetrics()));
        const int across = title + m_chip->sizeHint().width() + m_actions->sizeHint().width() + 60;
        head->setDirection(m_actions->count() == 0 || across <= width() ? QBoxLayout::LeftToRight
                                                                        : QBoxLayout::TopToBottom);
        m_actions->setAlignment(across <= width() ? Qt::Alignment() : Qt::AlignLeading);
    }
}

void DetailPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeHead();
    const QMargins margins = m_footRow->contentsMargins();
    int wanted = m_footRight->sizeHint().width() + margins.left() + margins.right() + 2 * m_footRow->spacing();
    for (int i = 0; i < m_footLeft->count(); ++i) {
        wanted += m_footLeft->itemAt(i)->sizeHint().width() + theme::kGroupSpacing;
    }
    m_footRow->setDirection(wanted <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_footRight->setAlignment(wanted <= width() ? Qt::Alignment() : Qt::AlignTrailing);
}

void DetailPane::showEmpty(const QString& iconName, const QString& sentence, const QString& action) {
    m_empty->setContent(iconName, sentence, action);
    m_stack->setCurrentWidget(m_empty);
}

void DetailPane::showContent() {
    m_stack->setCurrentIndex(1);
}

void DetailPane::scrollTo(QWidget* widget) {
    m_scroll->widget()->layout()->activate();
    m_scroll->verticalScrollBar()->setValue(widget->mapTo(m_scroll->widget(), QPoint()).y() - 12);
}

void DetailPane::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::tokensFor(palette()).base);
}

QSplitter* masterDetail(QWidget* list, QWidget* detail, int listWidth, int detailWidth, QWidget* parent) {
    auto* splitter = new QSplitter(Qt::Horizontal, parent);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(list);
    splitter->addWidget(detail);
    list->setMinimumWidth(300);
    detail->setMinimumWidth(340);
    splitter->setSizes({listWidth, detailWidth});
    splitter->setStretchFactor(0, listWidth);
    splitter->setStretchFactor(1, detailWidth);
    return splitter;
}

} // namespace gatehouse::ui::widgets
