// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/history/change_model.h"
#include "ui/shell/panel.h"

class QPushButton;

namespace gatehouse::ui::drafts {
class DiffView;
}
namespace gatehouse::ui::widgets {
class DetailGrid;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::history {

/// Everything that was changed, by whom, with what was before; each change can be taken back, by a draft that is
/// reviewed like any other.
class HistoryPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit HistoryPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// Number of a record.
    void reveal(const QString& seq) override;
    [[nodiscard]] QString currentObject() const override;
    void takeEvent(const client::Event& event) override;
    void poll() override { refresh(); }
    void focusFilter() override;

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    void read(const QString& cursor);
    void showSelected(const QString& seq);
    void revert();

    ChangeModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_pane;
    widgets::DetailGrid* m_grid;
    ui::drafts::DiffView* m_diff;
    QPushButton* m_object;
    QPushButton* m_revert;
    QString m_cursor;
    client::Latest m_reading;
    client::Latest m_reverting;
};

} // namespace gatehouse::ui::panels::history
