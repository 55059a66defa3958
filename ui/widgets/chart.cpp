// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "ui/theme/theme.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr double kFoot = 16;
constexpr double kMarker = 3;

/// The next round number above, so that the scale does not jump with each value.
double roundUp(double value) {
    if (value <= 0) {
        return 1;
    }
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (value <= step * power) {
            return step * power;
        }
    }
    return value;
}

} // namespace

Chart::Chart(const QString& name, Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_name(name)
    , m_valueText([](double value) { return QLocale().toString(value, 'f', 0); }) {
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void Chart::setData(std::vector<Series> series, std::function<QString(int)> labelOf,
                    std::function<QString(double)> valueText) {
    m_series = std::move(series);
    m_labelOf = std::move(labelOf);
    if (valueText) {
        m_valueText = std::move(valueText);
    }
    m_current = std::min(m_current, steps() - 1);
    m_anchor = std::min(m_anchor, steps() - 1);
    QStringList sums;
    for (const Series& each : m_series) {
        const double most = each.values.empty() ? 0 : *std::max_element(each.values.begin(), each.values.end());
        sums.append(tr("%1: at most %2").arg(each.name, m_valueText(most)));
    }
    setAccessibleDescription(sums.join(QStringLiteral(", ")));
    update();
}

void Chart::setEnds(const QString& first, const QString& last) {
    m_first = first;
    m_last = last;
    update();
}

void Chart::setLimit(double value, const QString& name) {
    m_limit = value;
    m_limitName = name;
    update();
}

int Chart::steps() const {
    return m_series.empty() ? 0 : static_cast<int>(m_series.front().values.size());
}

QString Chart::stepText(int step) const {
    if (step < 0 || step >= steps()) {
        return {};
    }
    QStringList parts;
    for (const Series& each : m_series) {
        parts.append(each.name + u' ' + m_valueText(each.values[static_cast<std::size_t>(step)]));
    }
    return (m_labelOf ? m_labelOf(step) + QStringLiteral("  ") : QString()) + parts.join(QStringLiteral(",  "));
}

QRectF Chart::plot() const {
    const double head = fontMetrics().height() + 6.0;
    return QRectF(1, head, width() - 2.0, std::max(8.0, height() - head - kFoot));
}

double Chart::top() const {
    double most = m_limit;
    for (int step = 0; step < steps(); ++step) {
        double value = 0;
        for (const Series& each : m_series) {
            const double mine = each.values[static_cast<std::size_t>(step)];
            value = m_kind == Kind::Bars ? value + mine : std::max(value, mine);
        }
        most = std::max(most, value);
    }
    return roundUp(most);
}

QColor Chart::colorOf(std::size_t place) const {
    const theme::Tokens& tokens = theme::tokensFor(palette());
    return tokens.series[(place + static_cast<std::size_t>(m_firstColor)) % tokens.series.size()];
}

int Chart::stepAt(double x) const {
    if (steps() == 0) {
        return -1;
    }
    return std::clamp(static_cast<int>((x - plot().left()) / plot().width() * steps()), 0, steps() - 1);
}

void Chart::setCurrent(int step, bool extend) {
    if (steps() == 0) {
        return;
    }
    m_current = std::clamp(step, 0, steps() - 1);
    if (!extend || !m_ranges) {
        m_anchor = m_current;
    }
    setAccessibleDescription(stepText(m_current));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

void Chart::paintHead(QPainter& painter) const {
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const QRect head(0, 0, width(), fontMetrics().height() + 2);
    if (m_current >= 0) {
        painter.setPen(tokens.text);
        painter.drawText(head, Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft,
                         fontMetrics().elidedText(stepText(m_current), Qt::ElideRight, width()));
        return;
    }
    int x = 0;
    for (std::size_t place = 0; place < m_series.size(); ++place) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorOf(place));
        const QRectF mark(x, head.center().y() - 4.0, 8, 8);
        place % 2 == 0 ? painter.drawRect(mark) : painter.drawEllipse(mark);
        painter.setPen(tokens.muted);
        const int advance = fontMetrics().horizontalAdvance(m_series[place].name);
        painter.drawText(QRect(x + 13, 0, advance + 2, head.height()), Qt::AlignVCenter, m_series[place].name);
        x += advance + 30;
    }
}

void Chart::paintBars(QPainter& painter) const {
    const QRectF area = plot();
    const double most = top();
    const double each = area.width() / steps();
    const double gap = each > 4 ? 1.5 : each > 2 ? 0.5 : 0;
    painter.setPen(Qt::NoPen);
    for (int step = 0; step < steps(); ++step) {
        double bottom = area.bottom();
        for (std::size_t place = 0; place < m_series.size(); ++place) {
            const double value = m_series[place].values[static_cast<std::size_t>(step)];
            if (value <= 0) {
                continue;
            }
            const double tall = std::max(2.0, value / most * area.height());
            painter.setBrush(colorOf(place));
            painter.drawRect(QRectF(area.left() + step * each, bottom - tall, std::max(1.0, each - gap), tall));
            bottom -= tall;
        }
    }
}

void Chart::paintLines(QPainter& painter) const {
    const QRectF area = plot();
    const double most = top();
    const double each = area.width() / steps();
    for (std::size_t place = 0; place < m_series.size(); ++place) {
        QPainterPath path;
        bool drawing = false;
        QPointF last;
        for (int step = 0; step < steps(); ++step) {
            const double value = m_series[place].values[static_cast<std::size_t>(step)];
            if (value <= 0) {
                drawing = false; // not measured
                continue;
            }
            last = {area.left() + (step + 0.5) * each, area.bottom() - value / most * area.height()};
            drawing ? path.lineTo(last) : path.moveTo(last);
            if (!drawing) {
                path.addEllipse(last, 1, 1);
                path.moveTo(last);
            }
            drawing = true;
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colorOf(place), 1.75));
        painter.drawPath(path);
        if (!last.isNull()) {
            painter.setBrush(colorOf(place));
            painter.drawEllipse(last, kMarker, kMarker);
        }
    }
}

void Chart::paintLimit(QPainter& painter) const {
    if (m_limit <= 0) {
        return;
    }
    const QRectF area = plot();
    const double y = area.bottom() - m_limit / top() * area.height();
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.setPen(QPen(tokens.warning, 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.drawText(QRectF(area.left(), y + 1, area.width(), fontMetrics().height() + 2.0),
                     Qt::AlignRight | Qt::AlignAbsolute, m_limitName);
}

/// How much the top of the chart stands for, and where the steps begin and end.
void Chart::paintScale(QPainter& painter) const {
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const QRectF area = plot();
    const bool empty = std::all_of(m_series.begin(), m_series.end(), [](const Series& each) {
        return std::all_of(each.values.begin(), each.values.end(), [](double value) { return value <= 0; });
    });
    if (!empty) {
        painter.setPen(QPen(tokens.hairline, 1, Qt::DotLine));
        painter.drawLine(area.topLeft(), area.topRight());
        if (m_current < 0) {
            painter.setPen(tokens.muted);
            painter.drawText(QRectF(area.left(), 0, area.width(), area.top() - 2),
                             Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute, m_valueText(top()));
        }
    }
    const bool named = m_labelOf != nullptr;
    const QRectF foot(area.left(), area.bottom() + 1, area.width(), kFoot);
    painter.setPen(tokens.muted);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignAbsolute, m_first.isEmpty() && named ? m_labelOf(0) : m_first);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignAbsolute,
                     m_last.isEmpty() && named ? m_labelOf(steps() - 1) : m_last);
}

void Chart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::textFont(font(), theme::TextSize::Caption));
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const QRectF area = plot();
    painter.setPen(tokens.hairline);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (steps() > 0) {
        if (m_current >= 0) {
            const double each = area.width() / steps();
            const int from = std::min(m_current, m_anchor);
            const int to = std::max(m_current, m_anchor);
            painter.fillRect(QRectF(area.left() + from * each, area.top(), (to - from + 1) * each, area.height()),
                             tokens.selection);
        }
        paintScale(painter);
        m_kind == Kind::Bars ? paintBars(painter) : paintLines(painter);
        paintLimit(painter);
    }
    paintHead(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
    }
}

void Chart::keyPressEvent(QKeyEvent* event) {
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const int here = m_current < 0 ? steps() : m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(here - 1, extend);
    case Qt::Key_Right:
        return setCurrent(m_current < 0 ? 0 : here + 1, extend);
    case Qt::Key_Home:
        return setCurrent(0, extend);
    case Qt::Key_End:
        return setCurrent(steps() - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_ranges && m_current >= 0) {
            emit rangeSelected(std::min(m_current, m_anchor), std::max(m_current, m_anchor));
        }
        return;
    case Qt::Key_Escape:
        if (m_current >= 0) {
            m_current = m_anchor = -1;
            return update();
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void Chart::mousePressEvent(QMouseEvent* event) {
    setCurrent(stepAt(event->position().x()), false);
}

void Chart::mouseMoveEvent(QMouseEvent* event) {
    setCurrent(stepAt(event->position().x()), event->buttons() & Qt::LeftButton);
}

void Chart::mouseReleaseEvent(QMouseEvent*) {
    if (m_ranges && m_current >= 0) {
        emit rangeSelected(std::min(m_current, m_anchor), std::max(m_current, m_anchor));
    }
}

void Chart::leaveEvent(QEvent*) {
    if (!hasFocus()) {
        m_current = m_anchor = -1;
        update();
    }
}

} // namespace gatehouse::ui::widgets
