// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "ui/shell/panel.h"

class QPushButton;
class QTabWidget;

namespace gatehouse::ui::widgets {
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::tenants {

class DomainList;
class SettingsForm;
class TenantModel;

/// All tenants; the selected one with its settings and domains; a new one.
class TenantsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit TenantsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& slug) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;
    [[nodiscard]] bool isDirty() const override { return m_dirty; }

private:
    QWidget* makeList();
    void makeDetail();
    void showSelected(const QString& slug);
    void startNew();
    void save();
    void saved(const client::Outcome<client::Versioned<client::api::Tenant>>& outcome);
    void revert();
    /// Edits of the tenant left behind stay until they are saved or reverted.
    void keepDraft();
    void restoreDraft();
    [[nodiscard]] QString draftKey() const;
    void setDirty(bool dirty);

    TenantModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_detail;
    QTabWidget* m_tabs;
    SettingsForm* m_settings;
    DomainList* m_domains;
    QPushButton* m_use;
    QPushButton* m_revert;
    QPushButton* m_save;
    client::Versioned<client::api::Tenant> m_shown;
    client::Latest m_reading;
    client::Latest m_selected;
    std::map<QString, client::api::Tenant> m_drafts; ///< by slug; the new one under the empty name
    bool m_creating = false;
    bool m_dirty = false;
};

} // namespace gatehouse::ui::panels::tenants
