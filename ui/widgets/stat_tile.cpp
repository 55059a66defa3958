// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stat_tile.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kAboveName = 4;
constexpr int kBelowName = 11;
constexpr int kBarAt = 7; ///< from below
constexpr int kBarHeight = 4;

} // namespace

StatTile::StatTile(const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_value(new QLabel(QStringLiteral("–"), this))
    , m_caption(mutedLabel(caption, this)) {
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.9);
    large.setWeight(QFont::DemiBold);
    m_value->setFont(large);
    m_value->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // As wide as its text: a label turns digits and Latin letters to the left, whichever way the window reads.
    column->addWidget(m_value, 0, Qt::AlignLeft);
    column->addWidget(m_caption);
    column->addStretch(1);
}

void StatTile::setValue(const QString& value, const QString& tip) {
    m_value->setText(value);
    setToolTip(tip);
    setAccessibleName(m_caption->text() + QStringLiteral(": ") + value);
}

BarRow::BarRow(const QString& name, qint64 value, qint64 largest, theme::Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_share(largest > 0 ? static_cast<double>(value) / static_cast<double>(largest) : 0)
    , m_tone(tone) {
    auto* what = new QLabel(name, this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* number = new QLabel(QLocale().toString(value), this);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, kAboveName, 0, kBelowName);
    line->setSpacing(12);
    line->addWidget(what, 1);
    line->addWidget(number, 0, Qt::AlignTop);
    setAccessibleName(QStringLiteral("%1: %2").arg(name).arg(value));
}

void BarRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.alternate);
    painter.drawRoundedRect(QRectF(0, height() - kBarAt, width(), kBarHeight), 2, 2);
    painter.setBrush(theme::toneColor(tokens, m_tone));
    const double length = std::max(4.0, width() * m_share);
    painter.drawRoundedRect(QRectF(isRightToLeft() ? width() - length : 0, height() - kBarAt, length, kBarHeight), 2,
                            2);
}

} // namespace gatehouse::ui::widgets
