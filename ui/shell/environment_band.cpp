// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/environment_band.h"

#include <algorithm>

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include "ui/theme/theme.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kLowest = 24;
constexpr int kAround = 8;

} // namespace

EnvironmentBand::EnvironmentBand(QWidget* parent)
    : QWidget(parent) {
    fit();
    setVisible(false);
}

void EnvironmentBand::setEnvironment(Kind kind, const QString& where) {
    m_kind = kind;
    m_where = where;
    say();
}

void EnvironmentBand::setPresenting(bool presenting) {
    m_presenting = presenting;
    say();
}

/// Text of any size has room.
void EnvironmentBand::fit() {
    const QFontMetrics metrics(theme::textFont(font(), theme::TextSize::Caption));
    setFixedHeight(std::max(kLowest, metrics.height() + kAround));
}

void EnvironmentBand::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        fit();
    }
    QWidget::changeEvent(event);
}

void EnvironmentBand::say() {
    QStringList parts;
    if (!m_where.isEmpty()) {
        parts << word() << m_where;
    }
    if (m_presenting) {
        parts << tr("PRESENTING");
    }
    setAccessibleName(parts.join(QLatin1Char(' ')));
    setVisible(!parts.isEmpty());
    update();
}

QString EnvironmentBand::word() const {
    switch (m_kind) {
    case Kind::Live:
        return tr("PRODUCTION");
    case Kind::Sandbox:
        return tr("SANDBOX");
    case Kind::Suspended:
        return tr("SUSPENDED");
    }
    return {};
}

void EnvironmentBand::paintChip(QPainter& painter, const QRect& chip, const QString& text, const QColor& color,
                                const QColor& tint) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(tint);
    painter.drawText(chip, Qt::AlignCenter, text);
}

void EnvironmentBand::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const theme::Tone tone = m_kind == Kind::Sandbox     ? theme::Tone::Sandbox
                             : m_kind == Kind::Suspended ? theme::Tone::Warning
                                                         : theme::Tone::Neutral;
    const QColor color = theme::toneColor(tokens, tone);
    const QColor tint = theme::toneTint(tokens, tone);
    painter.fillRect(rect(), tint);
    if (m_kind != Kind::Live) {
        painter.setPen(QPen(theme::blend(color, tint, 0.22), 5));
        for (int x = -height(); x < width(); x += 18) {
            painter.drawLine(QPointF(x, height() + 2.0), QPointF(x + height() + 4.0, -2));
        }
    }
    QFont font = theme::textFont(this->font(), theme::TextSize::Caption);
    font.setWeight(QFont::Bold);
    if (!isRightToLeft()) { // letters that join stay joined
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    }
    const QFontMetrics metrics(font);
    painter.setFont(font);
    if (m_presenting) {
        const QString presenting = tr("PRESENTING");
        const int width = metrics.horizontalAdvance(presenting) + 16;
        const QRect place(this->width() - width - 12, 3, width, height() - 6);
        paintChip(painter, QStyle::visualRect(layoutDirection(), rect(), place), presenting,
                  theme::toneColor(tokens, theme::Tone::Warning), theme::toneTint(tokens, theme::Tone::Warning));
    }
    if (m_where.isEmpty()) {
        return;
    }
    const QRect chip(12, 3, metrics.horizontalAdvance(word()) + 16, height() - 6);
    paintChip(painter, QStyle::visualRect(layoutDirection(), rect(), chip), word(), color, tint);
    const QFont plain = theme::textFont(this->font(), theme::TextSize::Caption);
    painter.setFont(plain);
    const QRect beside(chip.right() + 6, 3, QFontMetrics(plain).horizontalAdvance(m_where) + 12, height() - 6);
    const QRect text = QStyle::visualRect(layoutDirection(), rect(), beside);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(text, 3, 3);
    painter.setPen(tokens.text);
    painter.drawText(text, Qt::AlignCenter, m_where);
    painter.fillRect(0, height() - 1, width(), 1, tokens.hairline);
}

} // namespace gatehouse::ui::shell
