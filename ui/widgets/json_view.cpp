// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/json_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QKeyEvent>

#include "ui/theme/theme.h"
#include "ui/widgets/masking.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {

struct JsonModel::Node {
    QString name;
    QString text;
    Node* parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;
};

JsonModel::JsonModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>()) {}
JsonModel::~JsonModel() = default;

void JsonModel::setValue(const QJsonValue& value) {
    beginResetModel();
    m_root = std::make_unique<Node>();
    fill(*m_root, value);
    endResetModel();
}

void JsonModel::fill(Node& node, const QJsonValue& value) {
    const auto add = [&node](const QString& name, const QJsonValue& inner) {
        auto child = std::make_unique<Node>();
        child->name = name;
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        fill(*child, inner);
        node.children.push_back(std::move(child));
    };
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            add(it.key(), *it);
        }
        node.text = object.isEmpty() ? QStringLiteral("{}") : QString();
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            add(QString::number(i), array.at(i));
        }
        node.text = array.isEmpty() ? QStringLiteral("[]") : QString();
    } else if (value.isNull() || value.isUndefined()) {
        node.text = QStringLiteral("null");
    } else {
        node.text = value.toVariant().toString();
    }
}

const JsonModel::Node& JsonModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const Node*>(index.constInternalPointer()) : *m_root;
}

QModelIndex JsonModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, nodeOf(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonModel::parent(const QModelIndex& child) const {
    if (!child.isValid()) {
        return {};
    }
    const Node* up = nodeOf(child).parent;
    return up == nullptr || up == m_root.get() ? QModelIndex() : createIndex(up->row, 0, up);
}

int JsonModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int JsonModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant JsonModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const Node& node = nodeOf(index);
    const bool secret = isPresenting() && isSecretName(node.name) && !node.text.isEmpty();
    return presented(QVariant(index.column() == NameColumn ? node.name
                              : secret                     ? QStringLiteral("•••")
                                                           : node.text),
                     role);
}

QVariant JsonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Name") : tr("Value");
}

JsonView::JsonView(const QString& name, QWidget* parent)
    : QTreeView(parent)
    , m_model(new JsonModel(this)) {
    setModel(m_model);
    setAccessibleName(name);
    setTabKeyNavigation(false);
    setItemDelegate(new StatusDelegate(this));
    setWordWrap(true);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(false);
    setFont(theme::codeFont(font()));
    setIndentation(16);
    header()->setSectionResizeMode(JsonModel::NameColumn, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
}

void JsonView::setValue(const QJsonValue& value) {
    m_model->setValue(value);
    expandToDepth(1);
    if (m_model->rowCount() > 0) {
        setCurrentIndex(m_model->index(0, 0));
    }
}

void JsonView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        const QModelIndex value = currentIndex().siblingAtColumn(JsonModel::ValueColumn);
        QGuiApplication::clipboard()->setText(value.data().toString());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace gatehouse::ui::widgets
