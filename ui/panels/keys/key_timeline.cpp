// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/keys/key_timeline.h"

#include <algorithm>
#include <array>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/client/convert.h"
#include "ui/panels/keys/key_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/masking.h"

namespace gatehouse::ui::panels::keys {

using client::toDateTime;
using client::toQString;

namespace {

constexpr std::size_t kMostGone = 2; ///< retired and revoked keys that are still shown
constexpr double kGap = 8;

/// When a key stopped signing: replaced, revoked while it signed, or not yet.
QDateTime signedUntil(const admin::api::Key& key) {
    return key.replacedAt ? toDateTime(key.replacedAt) : toDateTime(key.retiredAt);
}

/// When a key takes over, as far as that is known.
QDateTime signsFrom(const admin::api::Key& key) {
    return key.activatedAt ? toDateTime(key.activatedAt) : toDateTime(key.activatesAt);
}

QDateTime provesUntil(const admin::api::Key& key) {
    return key.retiredAt ? toDateTime(key.retiredAt) : toDateTime(key.retiresAt);
}

} // namespace

KeyTimeline::KeyTimeline(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Timeline of the keys"));
    setToolTip(tr("Next: published, signs nothing. Current: signs. Previous: proves what it signed."));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyTimeline::setKeys(const std::vector<admin::api::Key>& keys, const QDateTime& now) {
    const QString kid = m_current < 0 ? QString() : toQString(m_keys[static_cast<std::size_t>(m_current)].kid);
    m_keys.clear();
    std::size_t gone = 0;
    for (const admin::api::Key& key : keys) {
        const bool ended = key.state == "retired" || key.state == "revoked";
        gone += ended ? 1 : 0;
        if (!isAudit(key) && (!ended || gone <= kMostGone)) {
            m_keys.push_back(key);
        }
    }
    m_now = now;
    m_times = {now};
    for (const admin::api::Key& key : m_keys) {
        for (const auto& time :
             {key.createdAt, key.activatedAt, key.activatesAt, key.replacedAt, key.retiredAt, key.retiresAt}) {
            if (time) {
                m_times.push_back(toDateTime(time));
            }
        }
    }
    std::sort(m_times.begin(), m_times.end());
    m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
    m_current = -1;
    setCurrent(kid);
    updateGeometry();
    update();
}

void KeyTimeline::setCurrent(const QString& kid) {
    const auto found = std::find_if(m_keys.begin(), m_keys.end(),
                                    [&](const admin::api::Key& key) { return toQString(key.kid) == kid; });
    m_current = found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
    const auto sentence = [](const admin::api::Key& key) {
        return titleOf(key) + QStringLiteral(", ") + stageWord(key) + QStringLiteral(". ") + whatNext(key);
    };
    setAccessibleDescription(m_current >= 0 ? sentence(*found)
                                            : tr("%n key(s)", nullptr, static_cast<int>(m_keys.size())));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

QSize KeyTimeline::sizeHint() const {
    return {420,
            static_cast<int>(headHeight() + rowHeight() * std::max<double>(1, static_cast<double>(m_keys.size())) + 4)};
}

QSize KeyTimeline::minimumSizeHint() const {
    return {240, sizeHint().height()};
}

double KeyTimeline::rowHeight() const {
    return fontMetrics().height() + 12.0;
}

double KeyTimeline::headHeight() const {
    return 2.0 * fontMetrics().height() + 12.0;
}

double KeyTimeline::nameWidth() const {
    return fontMetrics().horizontalAdvance(QStringLiteral("ES256  WWWWWWWW")) + 2 * kGap;
}

/// Each time at equal distance from the next: the order counts, not the length. Right to left where one reads so.
double KeyTimeline::xOf(const QDateTime& time) const {
    const auto place = std::lower_bound(m_times.begin(), m_times.end(), time) - m_times.begin();
    const double room = width() - nameWidth() - kGap;
    const double share = (static_cast<double>(place) + 0.5) / (static_cast<double>(m_times.size()) + 0.5);
    const double x = nameWidth() + share * room;
    return isRightToLeft() ? width() - x : x;
}

double KeyTimeline::xOfOpenEnd() const {
    return isRightToLeft() ? kGap : width() - kGap;
}

void KeyTimeline::paintHead(QPainter& painter) const {
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const std::array<std::pair<QColor, QString>, 3> legend{
        {{tokens.alternate, tr("Next")}, {tokens.accent, tr("Current")}, {tokens.okTint, tr("Previous")}}};
    double x = 0;
    for (const auto& [color, text] : legend) {
        const double advance = fontMetrics().horizontalAdvance(text);
        const double left = isRightToLeft() ? width() - x - 10 : x;
        painter.setPen(QPen(tokens.border, 1));
        painter.setBrush(color);
        painter.drawRect(QRectF(left, fontMetrics().height() / 2.0 - 4, 9, 9));
        painter.setPen(tokens.muted);
        const double textLeft = isRightToLeft() ? left - 6 - advance : left + 15;
        painter.drawText(QRectF(textLeft, 0, advance + 2, fontMetrics().height() + 2), Qt::AlignVCenter, text);
        x += advance + 36;
    }
}

void KeyTimeline::paintKey(QPainter& painter, const admin::api::Key& key, double top) const {
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const double tall = rowHeight() - 10;
    const auto bar = [&](double from, double to, const QColor& fill, Qt::PenStyle line) {
        painter.setPen(QPen(tokens.border, 1, line));
        painter.setBrush(fill);
        painter.drawRoundedRect(QRectF(std::min(from, to), top + 5, std::max(2.0, std::abs(to - from)), tall),
                                theme::kRadius, theme::kRadius);
    };
    const double published = xOf(toDateTime(key.createdAt));
    const QDateTime from = signsFrom(key);
    const QDateTime until = signedUntil(key);
    const QDateTime end = provesUntil(key);
    const double signs = from.isValid() ? xOf(from) : end.isValid() ? xOf(end) : xOfOpenEnd();
    bar(published, signs, tokens.alternate, from.isValid() || end.isValid() ? Qt::SolidLine : Qt::DashLine);
    if (key.activatedAt) {
        const double stops = until.isValid() ? xOf(until) : xOfOpenEnd();
        bar(signs, stops, key.state == "revoked" ? tokens.errorTint : tokens.accent, Qt::SolidLine);
        if (key.replacedAt && end.isValid()) {
            bar(stops, xOf(end), tokens.okTint, key.retiredAt ? Qt::SolidLine : Qt::DashLine);
        }
    }
    painter.setPen(tokens.text);
    const double left = isRightToLeft() ? width() - nameWidth() : 0;
    painter.drawText(QRectF(left, top, nameWidth() - kGap, rowHeight()), Qt::AlignVCenter | Qt::AlignLeading,
                     widgets::presented(titleOf(key)));
}

void KeyTimeline::paintNow(QPainter& painter) const {
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const double x = xOf(m_now);
    painter.setPen(QPen(tokens.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, headHeight() - 4), QPointF(x, height() - 2.0));
    const QString word = tr("now, %1").arg(widgets::clockTime(m_now));
    const double advance = fontMetrics().horizontalAdvance(word) + 4;
    const double left = std::clamp(x - advance / 2, 0.0, std::max(0.0, width() - advance));
    painter.setPen(tokens.muted);
    painter.drawText(QRectF(left, fontMetrics().height() + 4, advance, fontMetrics().height() + 2), Qt::AlignCenter,
                     word);
}

void KeyTimeline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    paintHead(painter);
    for (std::size_t row = 0; row < m_keys.size(); ++row) {
        const double top = headHeight() + static_cast<double>(row) * rowHeight();
        if (static_cast<int>(row) == m_current) {
            painter.fillRect(QRectF(0, top, width(), rowHeight()), tokens.selection);
        }
        paintKey(painter, m_keys[row], top);
    }
    if (!m_keys.empty()) {
        paintNow(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
    }
}

void KeyTimeline::pick(int row) {
    if (row >= 0 && row < static_cast<int>(m_keys.size())) {
        const QString kid = toQString(m_keys[static_cast<std::size_t>(row)].kid);
        setCurrent(kid);
        emit picked(kid);
    }
}

void KeyTimeline::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_keys.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return pick(m_current < 0 ? last : std::max(0, m_current - 1));
    case Qt::Key_Down:
        return pick(std::min(last, m_current + 1));
    case Qt::Key_Home:
        return pick(0);
    case Qt::Key_End:
        return pick(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void KeyTimeline::mousePressEvent(QMouseEvent* event) {
    pick(static_cast<int>((event->position().y() - headHeight()) / rowHeight()));
}

} // namespace gatehouse::ui::panels::keys
