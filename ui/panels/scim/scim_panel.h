// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/panel.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class ChoiceField;
class DetailPane;
class ErrorBanner;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::scim {

class RequestDetail;
class RequestModel;

/// What directories provision: every request with what it changed, who may send them, the guard against mass
/// deactivation, and the conformance test.
class ScimPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit ScimPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void poll() override { refresh(); }
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    void read(const QString& cursor);
    void readService();
    void showSelected(const QString& id);
    void showRequest(const client::api::ScimRequest& request);
    void replay();
    void release();
    void openDirectories();
    void openTest();
    [[nodiscard]] QPushButton* makeMore();

    RequestModel* m_model;
    widgets::FilterTable* m_table;
    widgets::ChoiceField* m_which;
    widgets::ErrorBanner* m_held;
    QPushButton* m_release;
    QPushButton* m_directories;
    QPushButton* m_test;
    QPushButton* m_more;
    widgets::DetailPane* m_pane;
    RequestDetail* m_detail;
    QPushButton* m_replay;
    QPushButton* m_person;
    client::api::ScimRequest m_shown;
    QString m_cursor;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_service;
    client::Latest m_replaying;
};

} // namespace gatehouse::ui::panels::scim
