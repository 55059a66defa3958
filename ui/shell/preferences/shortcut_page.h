// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace gatehouse::ui::shell {

class Shortcuts;

/// Every action with its keys, and a field to give it others. Keys that are taken are refused, naming who has them.
class ShortcutPage final : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutPage(Shortcuts& shortcuts, QWidget* parent = nullptr);

private:
    void fill();
    void filter(const QString& typed);
    void showChosen();
    void assign();
    [[nodiscard]] QString chosen() const;

    Shortcuts& m_shortcuts;
    QLineEdit* m_filter;
    QTableWidget* m_table;
    QKeySequenceEdit* m_keys;
    QPushButton* m_assign;
    QPushButton* m_standard;
    QLabel* m_said;
};

} // namespace gatehouse::ui::shell
