// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/detail_grid.h"

#include <algorithm>

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
#include "ui/widgets/wrapping.h"

namespace gatehouse::ui::widgets {
namespace {

/// Wraps at the column's width: between words, and within one that is longer (an address, an id).
class ValueLabel final : public QLabel {
public:
    ValueLabel(const QString& value, QWidget* parent)
        : QLabel(value, parent) {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setMinimumHeight(kLineHeight);
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, kLineHeight}; }
    [[nodiscard]] int heightForWidth(int width) const override {
        return breaksWords(width) ? std::max(kLineHeight, broken(QRect(0, 0, width, QWIDGETSIZE_MAX)).height() + 6)
                                  : QLabel::heightForWidth(width);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        if (!breaksWords(width())) {
            QLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), flags(), text());
    }

private:
    static constexpr int kLineHeight = 24;
    [[nodiscard]] bool breaksWords(int width) const { return widestWord(text(), fontMetrics()) > width; }
    [[nodiscard]] int flags() const {
        return static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) |
               Qt::TextWrapAnywhere;
    }
    [[nodiscard]] QRect broken(const QRect& room) const { return fontMetrics().boundingRect(room, flags(), text()); }
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
    label->setToolTip(tip.isEmpty() ? value : tip);
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
    auto* label = new ValueLabel(value, holder);
    label->setFont(theme::codeFont(font()));
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
