// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace gatehouse::ui::widgets {
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::audit {

class SavedFilters;

/// The saved filters as a table: rename in place (F2), pin by the tick, delete, take along to another computer.
class SavedFiltersDialog final : public QDialog {
    Q_OBJECT
public:
    SavedFiltersDialog(SavedFilters& filters, QWidget* parent = nullptr);

    /// What went wrong is said in the dialog.
    void exportTo(const QString& path);
    void importFrom(const QString& path);

private:
    QWidget* makeFoot();
    void fill();
    void edited(QTableWidgetItem* item);
    void removeSelected();
    [[nodiscard]] QString selected() const;

    SavedFilters& m_filters;
    widgets::ErrorBanner* m_banner;
    QTableWidget* m_table;
    QPushButton* m_rename;
    QPushButton* m_delete;
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::audit
