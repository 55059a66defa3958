// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/detail_grid.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStringList>
#include <QStyle>

#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {
namespace {

/// Wraps at the column's width; a word that is longer (an address) ends in an ellipsis, its tooltip has the whole.
class ValueLabel final : public QLabel {
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override {
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        if (shown == text() || text().contains(u' ')) {
            QLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                         shown);
    }
};

/// Code that does not fit ends in an ellipsis; the tooltip and the copy button have the whole.
class CodeLabel final : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

DetailGrid::DetailGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, 84);
}

void DetailGrid::clear() {
    clearLayout(*m_grid);
    m_row = 0;
}

void DetailGrid::addText(const QString& name, const QString& value, const QString& tip) {
    auto* label = new ValueLabel(value.isEmpty() ? QStringLiteral("–") : value, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setToolTip(tip.isEmpty() ? value : tip);
    label->setMinimumHeight(24);
    addWidget(name, label);
}

void DetailGrid::addCode(const QString& name, const QString& value) {
    if (value.isEmpty()) {
        addText(name, {});
        return;
    }
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* label = new CodeLabel(value, holder);
    label->setFont(theme::codeFont(font()));
    label->setTextFormat(Qt::PlainText);
    label->setMinimumWidth(60);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setToolTip(value);
    auto* copy = new CopyButton(name, holder);
    copy->setValue(value);
    row->addWidget(label, 1);
    row->addWidget(copy);
    addWidget(name, holder);
}

void DetailGrid::addTags(const QString& name, const QStringList& values, const QStringList& notes,
                         const QString& none) {
    if (values.isEmpty()) {
        auto* label = mutedLabel(none, this);
        addWidget(name, label);
        return;
    }
    auto* holder = new QWidget(this);
    auto* flow = new FlowLayout(holder);
    for (int i = 0; i < values.size(); ++i) {
        flow->addWidget(new TagChip(values.at(i), notes.value(i), holder));
    }
    addWidget(name, holder);
}

void DetailGrid::addWidget(const QString& name, QWidget* widget) {
    auto* label = mutedLabel(name, this);
    label->setWordWrap(false);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    label->setMinimumHeight(24);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(label, m_row, 0, Qt::AlignTop | Qt::AlignLeft);
    // A widget of fixed width would bound its whole column unless it is aligned.
    const bool fixed = widget->sizePolicy().horizontalPolicy() == QSizePolicy::Fixed;
    m_grid->addWidget(widget, m_row, 1, fixed ? Qt::AlignVCenter | Qt::AlignLeft : Qt::AlignVCenter);
    ++m_row;
}

} // namespace gatehouse::ui::widgets
