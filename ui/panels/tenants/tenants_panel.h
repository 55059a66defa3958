// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include "ui/shell/panel.h"

class QPushButton;
class QTabWidget;
class QToolButton;

namespace gatehouse::ui::widgets {
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::tenants {

class DomainList;
class SettingsForm;
class TenantModel;

/// All tenants; the selected one with its settings and domains; a new one. Edits are drafts.
class TenantsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit TenantsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& slug) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;
    void draftApplied(const drafts::Applied& what) override;

private:
    QWidget* makeList();
    void makeDetail();
    void showSelected(const QString& slug);
    void startNew();
    void showShown();
    void showForm();
    void edited();
    void validate();
    void notApplied(const drafts::Subject& subject, const client::Failure& failure);
    void showButtons();
    /// Another short name is another issuer: says who has to be told.
    void warnAboutAddress();
    void askToDelete();
    void removeShown();
    [[nodiscard]] drafts::Subject subject() const;

    TenantModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_detail;
    QTabWidget* m_tabs;
    SettingsForm* m_settings;
    DomainList* m_domains;
    QToolButton* m_events;
    QPushButton* m_use;
    QPushButton* m_delete;
    QPushButton* m_revert;
    QPushButton* m_review;
    client::Versioned<client::api::Tenant> m_shown;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_asksApps;
    QString m_appsOf; ///< slug of the tenant that these apps trust
    QStringList m_apps;
    bool m_creating = false;
};

} // namespace gatehouse::ui::panels::tenants
