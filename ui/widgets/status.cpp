// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/status.h"

#include <algorithm>

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>
#include <QStyle>
#include <QTreeView>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/wrapping.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kChipHeight = 24;
constexpr int kGlyph = 16;

struct Look {
    const char* icon;
    theme::Tone tone;
    const char* word;
};

Look lookOf(Status status) {
    switch (status) {
    case Status::Ok:
        return {"status-ok", theme::Tone::Ok, QT_TRANSLATE_NOOP("Status", "OK")};
    case Status::Warning:
        return {"status-warning", theme::Tone::Warning, QT_TRANSLATE_NOOP("Status", "Warning")};
    case Status::Failed:
        return {"status-failed", theme::Tone::Error, QT_TRANSLATE_NOOP("Status", "Failed")};
    case Status::Off:
        return {"status-off", theme::Tone::Neutral, QT_TRANSLATE_NOOP("Status", "Off")};
    case Status::Draft:
        return {"status-draft", theme::Tone::Neutral, QT_TRANSLATE_NOOP("Status", "Draft")};
    case Status::Running:
        return {"status-running", theme::Tone::Accent, QT_TRANSLATE_NOOP("Status", "Running")};
    case Status::Skipped:
        return {"status-skipped", theme::Tone::Neutral, QT_TRANSLATE_NOOP("Status", "Skipped")};
    case Status::Info:
        return {"status-info", theme::Tone::Accent, QT_TRANSLATE_NOOP("Status", "Note")};
    }
    return {"status-off", theme::Tone::Neutral, QT_TRANSLATE_NOOP("Status", "Off")};
}

void drawGlyph(QPainter& painter, Status status, const QRect& rect, const theme::Tokens& tokens, qreal ratio) {
    painter.drawPixmap(
        rect, theme::iconPixmap(statusIcon(status), theme::toneColor(tokens, statusTone(status)), rect.width(), ratio));
}

} // namespace

QString statusIcon(Status status) {
    return QLatin1String(lookOf(status).icon);
}

theme::Tone statusTone(Status status) {
    return lookOf(status).tone;
}

QString statusWord(Status status) {
    return QCoreApplication::translate("Status", lookOf(status).word);
}

Status statusFromCheck(const QString& word) {
    if (word == QLatin1String("ok")) {
        return Status::Ok;
    }
    if (word == QLatin1String("warn")) {
        return Status::Warning;
    }
    return word == QLatin1String("skipped") ? Status::Skipped : Status::Failed;
}

StatusChip::StatusChip(QWidget* parent)
    : StatusChip(Status::Off, {}, parent) {}

StatusChip::StatusChip(Status status, const QString& word, QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(status, word);
}

void StatusChip::setStatus(Status status, const QString& word) {
    m_status = status;
    m_word = word.isEmpty() ? statusWord(status) : word;
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const {
    return {8 + kGlyph + 5 + fontMetrics().horizontalAdvance(m_word) + 10, kChipHeight};
}

void StatusChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const theme::Tone tone = statusTone(m_status);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::toneTint(tokens, tone));
    painter.drawRoundedRect(rect(), kChipHeight / 2.0, kChipHeight / 2.0);
    const QRect glyph(8, (height() - kGlyph) / 2, kGlyph, kGlyph);
    drawGlyph(painter, m_status, QStyle::visualRect(layoutDirection(), rect(), glyph), tokens, devicePixelRatioF());
    painter.setPen(tone == theme::Tone::Accent || tone == theme::Tone::Neutral ? tokens.text
                                                                               : theme::toneColor(tokens, tone));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(8 + kGlyph + 5, 0, -4, 0)),
                     Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

TagChip::TagChip(const QString& text, const QString& note, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_note(note) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(note.isEmpty() ? text : text + QStringLiteral(", ") + note);
}

QSize TagChip::sizeHint() const {
    const int note = m_note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_note) + 6;
    return {10 + fontMetrics().horizontalAdvance(presented(m_text)) + note + 10, kChipHeight};
}

void TagChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.hairline, 1));
    painter.setBrush(tokens.alternate);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, presented(m_text));
    painter.setPen(tokens.muted);
    painter.drawText(rect().adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, presented(m_note));
}

void StatusDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = presented(option->text); // for models that do not do so themselves
    if (option->direction == Qt::RightToLeft && !option->text.isEmpty() && !option->text.isRightToLeft()) {
        option->text.prepend(QChar(0x2066)); // an address or a path keeps its own order, and ends with its ellipsis
    }
    if (index.data(StatusRole).isValid()) { // room for the glyph that paint() draws
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(kGlyph, kGlyph);
    }
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    cell.features.setFlag(QStyleOptionViewItem::WrapText, false);
    const QSize line = QStyledItemDelegate::sizeHint(cell, index);
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    const int width = tree == nullptr ? option.rect.width() : tree->columnWidth(index.column()); // a tree does not say
    if (!option.features.testFlag(QStyleOptionViewItem::WrapText) || width <= 0 || line.width() <= width) {
        return line;
    }
    initStyleOption(&cell, index);
    const int around = line.width() - cell.fontMetrics.horizontalAdvance(cell.text);
    const QRect room(0, 0, std::max(1, width - around - 2), QWIDGETSIZE_MAX);
    const int flags = wrapFlags(cell.text, cell.fontMetrics, room.width());
    const int height = cell.fontMetrics.boundingRect(room, flags, cell.text).height();
    return {line.width(), line.height() + height - cell.fontMetrics.height()};
}

void StatusDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    cell.features.setFlag(QStyleOptionViewItem::WrapText, false);
    const QVariant value = index.data(StatusRole);
    const bool wraps = option.features.testFlag(QStyleOptionViewItem::WrapText) &&
                       QStyledItemDelegate::sizeHint(cell, index).width() > option.rect.width();
    if (!value.isValid() && !wraps) {
        QStyledItemDelegate::paint(painter, cell, index);
        return;
    }
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget).adjusted(margin, 0, -margin, 0);
    const QString word = cell.text;
    cell.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const theme::Tokens& tokens = theme::tokensFor(cell.palette);
    QColor color = tokens.text;
    if (value.isValid()) {
        const auto status = static_cast<Status>(value.toInt());
        const QRect glyph(cell.rect.left() + 8, cell.rect.center().y() - kGlyph / 2 + 1, kGlyph, kGlyph);
        drawGlyph(*painter, status, QStyle::visualRect(cell.direction, cell.rect, glyph), tokens,
                  painter->device()->devicePixelRatioF());
        text = QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(8 + kGlyph + 6, 0, -4, 0));
        const bool selected = cell.state & QStyle::State_Selected;
        color = selected || statusTone(status) == theme::Tone::Accent ? tokens.text
                                                                      : theme::toneColor(tokens, statusTone(status));
    }
    painter->save();
    painter->setPen(color);
    painter->setFont(cell.font);
    const int start = static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(cell.direction, Qt::AlignLeft));
    if (wraps) {
        painter->drawText(text, start | wrapFlags(word, cell.fontMetrics, text.width()), word);
    } else {
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          cell.fontMetrics.elidedText(word, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

StatusGlyph::StatusGlyph(Status status, int size, QWidget* parent)
    : QWidget(parent)
    , m_status(status)
    , m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusGlyph::setStatus(Status status) {
    m_status = status;
    update();
}

void StatusGlyph::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawGlyph(painter, m_status, QRect(0, (height() - m_size) / 2, m_size, m_size), theme::tokensFor(palette()),
              devicePixelRatioF());
}

IconLabel::IconLabel(QString name, theme::Tone tone, int size, QWidget* parent)
    : QWidget(parent)
    , m_name(std::move(name))
    , m_tone(tone)
    , m_size(size) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor color = theme::toneColor(theme::tokensFor(palette()), m_tone);
    painter.drawPixmap((width() - m_size) / 2, (height() - m_size) / 2,
                       theme::iconPixmap(m_name, color, m_size, devicePixelRatioF()));
}

} // namespace gatehouse::ui::widgets
