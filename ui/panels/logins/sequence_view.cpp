// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/sequence_view.h"

#include <algorithm>
#include <array>

#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/panels/logins/message_model.h"
#include "ui/panels/logins/message_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::logins {
namespace {

constexpr int kRow = 40;
constexpr int kHeader = 30;
constexpr int kGutter = 66; ///< for the times
constexpr int kArrowHead = 6;
constexpr std::array<const char*, 4> kLanes{"browser", "app", "gatehouse", "idp"};

int laneOf(const std::string& party) {
    for (std::size_t i = 0; i < kLanes.size(); ++i) {
        if (party == kLanes[i]) {
            return static_cast<int>(i);
        }
    }
    return 2;
}

/// The middle of a lane within `area`, mirrored where text runs from right to left.
int laneX(int lane, const QRect& area, Qt::LayoutDirection direction) {
    const int width = (area.width() - kGutter) / static_cast<int>(kLanes.size());
    const int fromStart = kGutter + lane * width + width / 2;
    return direction == Qt::RightToLeft ? area.right() - fromStart : area.left() + fromStart;
}

/// Who takes part; titles take a second line where the lanes are narrow.
class LaneHeader final : public QWidget {
public:
    explicit LaneHeader(QWidget* parent)
        : QWidget(parent) {
        setFixedHeight(kHeader);
    }

protected:
    void resizeEvent(QResizeEvent*) override {
        const QFontMetrics size(titleFont());
        const bool fit = std::all_of(kLanes.begin(), kLanes.end(), [&](const char* lane) {
            return size.horizontalAdvance(partyTitle(lane)) <= laneWidth() - kBoxMargins;
        });
        setFixedHeight(fit ? kHeader : kHeader + size.height());
    }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const theme::Tokens& tokens = theme::tokensFor(palette());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(titleFont());
        const int width = laneWidth();
        for (std::size_t i = 0; i < kLanes.size(); ++i) {
            const int x = laneX(static_cast<int>(i), rect(), layoutDirection());
            const QRect box(x - width / 2 + 4, 2, width - 8, height() - 6);
            theme::drawOutline(painter, box, tokens.alternate, tokens.hairline, 1);
            painter.setPen(tokens.text);
            painter.drawText(box.adjusted(3, 0, -3, 0), Qt::AlignCenter | Qt::TextWordWrap, partyTitle(kLanes[i]));
        }
    }

private:
    static constexpr int kBoxMargins = 14;
    [[nodiscard]] int laneWidth() const { return (width() - kGutter) / static_cast<int>(kLanes.size()); }
    [[nodiscard]] QFont titleFont() const {
        QFont font = theme::textFont(this->font(), theme::TextSize::Caption);
        font.setWeight(QFont::DemiBold);
        return font;
    }
};

class MessageDelegate final : public QStyledItemDelegate {
public:
    MessageDelegate(const MessageModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kGutter + 4 * 60, kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const admin::api::FlowMessage* message = m_model.at(index.row());
        if (message == nullptr) {
            return;
        }
        const theme::Tokens& tokens = theme::tokensFor(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected) {
            theme::drawOutline(*painter, option.rect.adjusted(0, 1, -1, -1), tokens.selection, tokens.selection, 1);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            theme::drawOutline(*painter, option.rect.adjusted(0, 1, -1, -1), Qt::transparent, tokens.accent, 2);
        }
        paintLanes(*painter, option, tokens);
        paintTime(*painter, option, tokens, *message);
        paintArrow(*painter, option, tokens, *message, selected);
        painter->restore();
    }

private:
    static void paintLanes(QPainter& painter, const QStyleOptionViewItem& option, const theme::Tokens& tokens) {
        painter.setPen(QPen(tokens.border, 1));
        for (std::size_t i = 0; i < kLanes.size(); ++i) {
            const int x = laneX(static_cast<int>(i), option.rect, option.direction);
            painter.drawLine(x, option.rect.top(), x, option.rect.bottom() + 1);
        }
    }
    static void paintTime(QPainter& painter, const QStyleOptionViewItem& option, const theme::Tokens& tokens,
                          const admin::api::FlowMessage& message) {
        painter.setPen(tokens.muted);
        painter.setFont(theme::textFont(option.font, theme::TextSize::Caption));
        const bool mirrored = option.direction == Qt::RightToLeft;
        const QRect gutter(mirrored ? option.rect.right() - kGutter : option.rect.left() + 8, option.rect.top(),
                           kGutter - 12, kRow);
        painter.drawText(gutter, Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft),
                         QStringLiteral("+") + widgets::milliseconds(message.offsetMs));
    }
    static void paintArrow(QPainter& painter, const QStyleOptionViewItem& option, const theme::Tokens& tokens,
                           const admin::api::FlowMessage& message, bool selected) {
        const int from = laneX(laneOf(message.from), option.rect, option.direction);
        const int to = laneX(laneOf(message.to), option.rect, option.direction);
        const int y = option.rect.top() + 28;
        const QColor color = message.status >= 400 ? tokens.error : tokens.accent;
        const int step = to > from ? 1 : -1;
        QPen pen(color, 2);
        if (message.viaBrowser) {
            pen.setStyle(Qt::DashLine);
        }
        painter.setPen(pen);
        painter.drawLine(from + step * 3, y, to - step * (kArrowHead + 2), y);
        QPainterPath head;
        head.moveTo(to - step * 2, y);
        head.lineTo(to - step * (kArrowHead + 4), y - kArrowHead + 1);
        head.lineTo(to - step * (kArrowHead + 4), y + kArrowHead - 1);
        head.closeSubpath();
        painter.fillPath(head, color);
        if (message.viaBrowser) {
            // It passes through the browser, which stands beside the way.
            const int browser = laneX(0, option.rect, option.direction);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawEllipse(QPoint(browser, y), 3, 3);
        }
        QFont font = option.font;
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        const QString title = messageTitle(message);
        const int width = painter.fontMetrics().horizontalAdvance(title) + 10;
        const int left = std::clamp((from + to - width) / 2, option.rect.left() + 2,
                                    std::max(option.rect.left() + 2, option.rect.right() - width - 2));
        const QRect label(left, option.rect.top() + 4, width, painter.fontMetrics().height());
        painter.fillRect(label, selected ? tokens.selection : tokens.base);
        painter.setPen(message.status >= 400 && !selected ? tokens.error : tokens.text);
        painter.drawText(label, Qt::AlignCenter, title);
    }

    const MessageModel& m_model;
};

class MessageList final : public QListView {
public:
    using QListView::QListView;
    [[nodiscard]] QSize sizeHint() const override { return {kGutter + 4 * 110, rows() * kRow + 2}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {kGutter + 4 * 62, rows() * kRow + 2}; }

private:
    [[nodiscard]] int rows() const { return model() == nullptr ? 0 : model()->rowCount(); }
};

} // namespace

SequenceView::SequenceView(QWidget* parent)
    : QWidget(parent)
    , m_model(new MessageModel(this))
    , m_list(new MessageList(this)) {
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MessageDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->setAccessibleName(tr("Messages of the sign-in"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new LaneHeader(this));
    column->addWidget(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SequenceView::currentChanged);
}

void SequenceView::setMessages(const std::vector<admin::api::FlowMessage>& messages) {
    m_model->setMessages(messages);
    m_list->updateGeometry();
    int chosen = m_model->rowCount() - 1;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (m_model->at(row)->status >= 400) {
            chosen = row;
        }
    }
    m_list->setCurrentIndex(m_model->index(chosen));
    emit currentChanged();
}

const admin::api::FlowMessage* SequenceView::current() const {
    return m_model->at(m_list->currentIndex().row());
}

} // namespace gatehouse::ui::panels::logins
