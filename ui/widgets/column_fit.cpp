// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/column_fit.h"

#include <algorithm>

#include <QAbstractItemModel>
#include <QEvent>
#include <QFont>
#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>

#include "ui/widgets/status.h"
#include "ui/widgets/wrapping.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kWidest = 320;      ///< of one column that does not stretch
constexpr int kNarrowest = 56;    ///< of one that gives way, unless its title is shorter than that and its texts too
constexpr int kReadable = 128;    ///< of the one that stretches, unless its texts are shorter
constexpr int kShort = 110;       ///< what needs no more (a time, a state) gives way last: a half of it says nothing
constexpr int kWhole = 150;       ///< of a text that others step aside for: a name, an address of usual length
constexpr int kLongestWord = 180; ///< that is not broken while another column can give way
constexpr int kMargins = 16;
constexpr int kStatusMargins = 40; ///< with the glyph
constexpr int kSortArrow = 14;
constexpr int kBetweenMs = 150;

ColumnFit* fitOf(const QHeaderView& header) {
    return header.findChild<ColumnFit*>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace

void ColumnFit::apply(QTableView& table, const QList<int>& widths, const QList<int>& aside) {
    delete fitOf(*table.horizontalHeader());
    new ColumnFit(table, widths, aside);
}

bool ColumnFit::decides(const QHeaderView& header, int column) {
    const ColumnFit* fit = fitOf(header);
    const auto place = static_cast<std::size_t>(column);
    return fit != nullptr && place < fit->m_columns.size() && !fit->m_columns[place].chosen;
}

bool ColumnFit::isAside(const QHeaderView& header, int column) {
    const ColumnFit* fit = fitOf(header);
    const auto place = static_cast<std::size_t>(column);
    return fit != nullptr && place < fit->m_columns.size() && fit->m_columns[place].aside;
}

void ColumnFit::choose(QHeaderView& header, int column) {
    ColumnFit* fit = fitOf(header);
    if (fit != nullptr && column >= 0 && static_cast<std::size_t>(column) < fit->m_columns.size()) {
        fit->m_columns[static_cast<std::size_t>(column)].aside = false;
        std::erase(fit->m_mayStepAside, column);
    }
}

ColumnFit::ColumnFit(QTableView& table, const QList<int>& widths, const QList<int>& aside)
    : QObject(table.horizontalHeader())
    , m_table(table)
    , m_header(*table.horizontalHeader())
    , m_mayStepAside(aside.begin(), aside.end()) {
    m_columns.reserve(static_cast<std::size_t>(widths.size()));
    for (const int width : widths) {
        m_columns.push_back({std::max(0, width), 0, width < 0, false});
    }
    m_header.setSectionResizeMode(QHeaderView::Interactive);
    m_header.setStretchLastSection(false);
    m_header.setResizeContentsPrecision(0); // what is in sight: measuring asks a windowed model for no page
    m_header.installEventFilter(this);
    m_header.viewport()->installEventFilter(this); // which is resized after the header
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ColumnFit::fit);
    connect(&m_header, &QHeaderView::sectionResized, this, &ColumnFit::resized);
    if (QAbstractItemModel* model = table.model()) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnFit::later);
        connect(model, &QAbstractItemModel::dataChanged, this, &ColumnFit::later);
        connect(model, &QAbstractItemModel::modelReset, this, &ColumnFit::later);
    }
    fit();
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == m_header.viewport()) {
        fit();
        m_later.start(0); // a scroll bar that goes while the window is being shown tells nobody
    } else if (event->type() == QEvent::FontChange && watched == &m_header) {
        for (Column& column : m_columns) {
            column.seen = 0;
        }
        later();
    }
    return QObject::eventFilter(watched, event);
}

void ColumnFit::resized(int column, int before, int now) {
    const auto place = static_cast<std::size_t>(column);
    if (m_fitting || place >= m_columns.size()) {
        return;
    }
    if (before > 0 && now > 0) { // not hidden or shown
        m_columns[place].chosen = true;
    }
    later();
}

/// At once for the first rows, and a few times a second while they keep changing.
void ColumnFit::later() {
    if (!m_later.isActive()) {
        m_later.start(m_measured ? kBetweenMs : 0);
    }
}

int ColumnFit::titleWidth(int column) const {
    QFont font = m_header.font();
    font.setWeight(QFont::DemiBold);
    const QString title = m_header.model()->headerData(column, Qt::Horizontal).toString();
    const bool sorted = m_header.isSortIndicatorShown() && m_header.sortIndicatorSection() == column;
    return QFontMetrics(font).horizontalAdvance(title) + kMargins + (sorted ? kSortArrow : 0);
}

bool ColumnFit::isMine(int column) const {
    const Column& each = m_columns[static_cast<std::size_t>(column)];
    return !each.chosen && (!m_header.isSectionHidden(column) || each.aside);
}

ColumnFit::Part ColumnFit::measure(int column) {
    const QAbstractItemView& cells = m_table; // QTableView hides what QAbstractItemView offers
    Column& each = m_columns[static_cast<std::size_t>(column)];
    each.seen = std::max(each.seen, cells.sizeHintForColumn(column));
    m_measured = m_measured || each.seen > 0;
    const int title = titleWidth(column);
    const int texts = each.seen > 0 ? std::min(each.seen + 2, kWidest) : each.usual;
    const int wanted = std::max({texts, title, m_header.minimumSectionSize()});
    return {column, wanted, std::min(wanted, std::max(title, kNarrowest)), wordWidth(column), each.stretches};
}

/// What the widest word of a column needs, in a table whose texts wrap; 0 elsewhere. Such tables are small.
int ColumnFit::wordWidth(int column) const {
    if (!m_table.wordWrap()) {
        return 0;
    }
    int widest = 0;
    for (int row = 0; row < m_header.model()->rowCount(); ++row) {
        const QModelIndex cell = m_header.model()->index(row, column);
        const int around = cell.data(StatusRole).isValid() ? kStatusMargins : kMargins;
        widest = std::max(widest, widestWord(cell.data().toString(), m_table.fontMetrics()) + around);
    }
    return std::min(widest, kLongestWord);
}

/// Shows as many of the columns that may step aside as leave every column whole. Where a person chose widths, columns
/// come back but none goes: it would vanish under his hand.
void ColumnFit::stepAside() {
    int needed = 0;
    bool chosen = false;
    for (int column = 0; column < m_header.count(); ++column) {
        chosen = chosen || m_columns[static_cast<std::size_t>(column)].chosen;
        needed += isMine(column) ? std::min(measure(column).wanted, kWhole) : m_header.sectionSize(column);
    }
    for (const int column : m_mayStepAside) {
        if (isMine(column)) {
            Column& each = m_columns[static_cast<std::size_t>(column)];
            each.aside = needed > m_header.viewport()->width() && (each.aside || !chosen);
            needed -= each.aside ? std::min(measure(column).wanted, kWhole) : 0;
            m_header.setSectionHidden(column, each.aside);
        }
    }
}

void ColumnFit::fit() {
    if (m_fitting || m_header.model() == nullptr || m_header.count() != static_cast<int>(m_columns.size())) {
        return;
    }
    m_fitting = true;
    stepAside();
    int room = m_header.viewport()->width();
    std::vector<Part> parts;
    parts.reserve(m_columns.size());
    for (int column = 0; column < m_header.count(); ++column) {
        if (m_header.isSectionHidden(column)) {
            continue;
        }
        if (m_columns[static_cast<std::size_t>(column)].chosen) {
            room -= m_header.sectionSize(column);
        } else {
            parts.push_back(measure(column));
        }
    }
    // The widest give way first: the largest bound under which all fit.
    int bound = kWidest;
    int whole = kShort;
    const auto stretching = std::count_if(parts.begin(), parts.end(), [](const Part& part) { return part.stretches; });
    int readable = stretching == 1 ? kReadable : 0;
    int word = kLongestWord;
    const auto widthOf = [&](const Part& part) {
        return std::max({part.least, std::min({part.wanted, part.word, word}), std::min(part.wanted, bound),
                         part.wanted <= whole ? part.wanted : 0, part.stretches ? std::min(part.wanted, readable) : 0});
    };
    const auto sum = [&] {
        int all = 0;
        for (const Part& part : parts) {
            all += widthOf(part);
        }
        return all;
    };
    const auto narrow = [&](int& width, int least) {
        while (width > least && sum() > room) {
            --width;
        }
    };
    narrow(bound, kNarrowest);
    narrow(readable, kShort);
    if (sum() > room) {
        whole = 0;
        bound = kWidest;
        narrow(bound, kNarrowest);
    }
    narrow(readable, kNarrowest);
    narrow(word, kNarrowest);
    const int spare = std::max(0, room - sum());
    auto left = static_cast<int>(stretching);
    int given = 0;
    for (const Part& part : parts) {
        int width = widthOf(part);
        if (part.stretches) {
            const int share = (spare - given) / left;
            --left;
            given += share;
            width += share;
        }
        m_header.resizeSection(part.column, width);
    }
    m_fitting = false;
}

} // namespace gatehouse::ui::widgets
