// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stat_tile.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::widgets {

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
    column->addWidget(m_value);
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
    , m_name(name)
    , m_value(value)
    , m_share(largest > 0 ? static_cast<double>(value) / static_cast<double>(largest) : 0)
    , m_tone(tone) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(30);
    setAccessibleName(QStringLiteral("%1: %2").arg(name).arg(value));
}

void BarRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const QString number = QLocale().toString(m_value);
    const int numberWidth = fontMetrics().horizontalAdvance(number) + 12;
    painter.setPen(tokens.text);
    const QRect line = rect().adjusted(0, 0, 0, -8);
    painter.drawText(QStyle::visualRect(layoutDirection(), line, line.adjusted(0, 0, -numberWidth, 0)),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_name, Qt::ElideRight, width() - numberWidth));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, number);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.alternate);
    painter.drawRoundedRect(QRectF(0, height() - 7, width(), 4), 2, 2);
    painter.setBrush(theme::toneColor(tokens, m_tone));
    const double length = std::max(4.0, width() * m_share);
    painter.drawRoundedRect(QRectF(isRightToLeft() ? width() - length : 0, height() - 7, length, 4), 2, 2);
}

} // namespace gatehouse::ui::widgets
