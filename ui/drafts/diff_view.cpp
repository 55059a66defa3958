// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/diff_view.h"

#include <algorithm>

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>

#include "ui/widgets/column_fit.h"
#include "ui/widgets/status.h"
#include "ui/widgets/wrapping.h"

namespace gatehouse::ui::drafts {
namespace {

widgets::Status statusOf(Line::Kind kind) {
    switch (kind) {
    case Line::Kind::Added:
        return widgets::Status::Ok;
    case Line::Kind::Changed:
        return widgets::Status::Draft;
    case Line::Kind::Removed:
        return widgets::Status::Failed;
    }
    return widgets::Status::Info;
}

QString wordOf(Line::Kind kind) {
    switch (kind) {
    case Line::Kind::Added:
        return DiffModel::tr("Added");
    case Line::Kind::Changed:
        return DiffModel::tr("Changed");
    case Line::Kind::Removed:
        return DiffModel::tr("Removed");
    }
    return {};
}

QString cellText(const Line& line, int column) {
    switch (column) {
    case DiffModel::What:
        return wordOf(line.kind);
    case DiffModel::Member:
        return memberText(line.pointer);
    case DiffModel::Before:
        return line.secret ? DiffModel::tr("(secret)") : valueText(line.before);
    case DiffModel::After:
        return line.secret ? DiffModel::tr("(secret, changed)") : valueText(line.after);
    default:
        return {};
    }
}

} // namespace

QString memberText(const QString& pointer) {
    QStringList steps = pointer.mid(1).split(u'/');
    for (QString& step : steps) {
        step.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    }
    return steps.join(QStringLiteral(" › "));
}

QString valueText(const QJsonValue& value) {
    if (value.isUndefined() || value.isNull()) {
        return DiffModel::tr("(none)");
    }
    if (value.isString()) {
        return value.toString().isEmpty() ? DiffModel::tr("(empty)") : value.toString();
    }
    if (value.isArray() && value.toArray().isEmpty()) {
        return DiffModel::tr("(empty)");
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

void DiffModel::setLines(std::vector<Line> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int DiffModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DiffModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DiffModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(line, index.column());
    case widgets::StatusRole:
        return index.column() == What ? QVariant(static_cast<int>(statusOf(line.kind))) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == What ? tr("%1: %2").arg(wordOf(line.kind), memberText(line.pointer))
                                      : cellText(line, index.column());
    default:
        return {};
    }
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case What:
        return tr("What");
    case Member:
        return tr("Member");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

DiffView::DiffView(const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new DiffModel(this)) {
    setAccessibleName(name);
    setModel(m_model);
    setItemDelegate(new widgets::StatusDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    verticalHeader()->hide();
    widgets::wrapRows(*this);
    horizontalHeader()->setHighlightSections(false);
    widgets::ColumnFit::apply(*this, {110, -1, -1, -1});
}

void DiffView::setLines(std::vector<Line> lines) {
    const auto allAre = [&lines](Line::Kind kind) {
        return !lines.empty() &&
               std::all_of(lines.begin(), lines.end(), [kind](const Line& line) { return line.kind == kind; });
    };
    const bool allNew = allAre(Line::Kind::Added);
    const bool allGone = allAre(Line::Kind::Removed);
    setColumnHidden(DiffModel::What, allNew || allGone);
    setColumnHidden(DiffModel::Before, allNew);
    setColumnHidden(DiffModel::After, allGone);
    m_model->setLines(std::move(lines));
    if (m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(0, 0));
    }
}

} // namespace gatehouse::ui::drafts
