// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "ui/shell/panel.h"
#include "ui/widgets/fields.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::logins {

class FlowDetail;
class FlowModel;

/// Every login as it happens, newest first, and why it ended as it did.
class LoginsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit LoginsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// A flow's id or its reference.
    void reveal(const QString& idOrReference) override;
    [[nodiscard]] QString currentObject() const override;
    void takeEvent(const client::Event& event) override;
    void poll() override;
    void focusFilter() override;
    void showcase() override;

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    void read(const QString& cursor);
    void showSelected(const QString& id);
    void showFlow(const client::api::Flow& flow);

    FlowModel* m_model;
    widgets::FilterTable* m_table;
    widgets::ChoiceField* m_outcome;
    widgets::DetailPane* m_pane;
    FlowDetail* m_detail;
    QPushButton* m_user;
    QPushButton* m_provider;
    client::api::Flow m_shown;
    QString m_cursor;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_revealing;
};

} // namespace gatehouse::ui::panels::logins
