// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/mapping_columns.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::mapping {
namespace {

constexpr int kThreeColumns = 960; ///< narrower: two
enum Tab { Arrived, Result };

/// On the surface of a card.
QFrame* columnFrame(QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    (new QVBoxLayout(frame))->setContentsMargins(14, 12, 14, 12);
    return frame;
}

/// A title above, unless a tab says it; in a low window the content scrolls.
QWidget* pageOf(QLabel* title, QWidget* content, QWidget* parent) {
    auto* page = new QWidget(parent);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title);
    auto* scroll = new QScrollArea(page);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    return page;
}

} // namespace

MappingColumns::MappingColumns(QWidget* arrived, QWidget* rules, QWidget* result, QWidget* parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new QTabBar(this))
    , m_shared(new QStackedLayout)
    , m_arrivedTitle(widgets::sectionLabel(tr("Arrived"), this))
    , m_resultTitle(widgets::sectionLabel(tr("Result"), this))
    , m_resultColumn(columnFrame(m_splitter))
    , m_resultPage(pageOf(m_resultTitle, result, this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);

    m_tabs->setObjectName(QStringLiteral("mapping.shared"));
    m_tabs->setAccessibleName(tr("What arrived, and what results"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Arrived"));
    m_tabs->addTab(tr("Result"));
    m_tabs->hide();
    connect(m_tabs, &QTabBar::currentChanged, m_shared, &QStackedLayout::setCurrentIndex);
    auto* first = columnFrame(m_splitter);
    auto* firstLayout = static_cast<QVBoxLayout*>(first->layout());
    firstLayout->addWidget(m_tabs);
    firstLayout->addLayout(m_shared, 1);
    m_shared->addWidget(pageOf(m_arrivedTitle, arrived, this));
    auto* middle = columnFrame(m_splitter);
    middle->layout()->addWidget(rules);
    m_resultColumn->layout()->addWidget(m_resultPage);

    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(first);
    m_splitter->addWidget(middle);
    m_splitter->addWidget(m_resultColumn);
    first->setMinimumWidth(200);
    middle->setMinimumWidth(320);
    m_resultColumn->setMinimumWidth(256);
    m_splitter->setSizes({252, 564, 256});
    for (int i = 0; i < 3; ++i) {
        m_splitter->setStretchFactor(i, i == 1 ? 2 : 1);
    }
}

void MappingColumns::setOutcome(widgets::Status status) {
    m_tabs->setTabIcon(Result, theme::icon(widgets::statusIcon(status)));
}

void MappingColumns::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool narrow = width() < kThreeColumns;
    if (narrow == m_resultColumn->isHidden()) {
        return;
    }
    fold(narrow);
}

void MappingColumns::fold(bool folded) {
    m_tabs->setVisible(folded);
    m_arrivedTitle->setVisible(!folded);
    m_resultTitle->setVisible(!folded);
    m_resultColumn->setVisible(!folded);
    if (folded) {
        m_shared->addWidget(m_resultPage);
        m_shared->setCurrentIndex(m_tabs->currentIndex());
        m_splitter->setSizes({260, 588, 0});
    } else {
        m_shared->removeWidget(m_resultPage);
        m_resultColumn->layout()->addWidget(m_resultPage);
        m_resultPage->show();
        m_splitter->setSizes({252, 564, 256});
    }
}

} // namespace gatehouse::ui::panels::mapping
