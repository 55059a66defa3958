// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include <QAbstractItemModel>
#include <QJsonValue>
#include <QTreeView>

namespace gatehouse::ui::widgets {

/// A JSON value as a read-only tree of names and values.
class JsonModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    explicit JsonModel(QObject* parent = nullptr);
    ~JsonModel() override;

    void setValue(const QJsonValue& value);
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    static void fill(Node& node, const QJsonValue& value);
    [[nodiscard]] const Node& nodeOf(const QModelIndex& index) const;

    std::unique_ptr<Node> m_root;
};

/// The tree on screen: open to the second level, Ctrl+C copies the current value.
class JsonView final : public QTreeView {
    Q_OBJECT
public:
    explicit JsonView(const QString& name, QWidget* parent = nullptr);
    void setValue(const QJsonValue& value);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    JsonModel* m_model;
};

} // namespace gatehouse::ui::widgets
