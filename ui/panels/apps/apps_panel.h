// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "ui/shell/panel.h"

class QPushButton;
class QTabBar;
class QTabWidget;
class QToolButton;

namespace gatehouse::ui::widgets {
class ShownOnce;
class Card;
class DetailGrid;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::apps {

class AppForm;
class AppModel;
class RedirectChecker;
class SecretsCard;
class SnippetCard;
class TryCard;

/// Keys of drafts of apps that do not exist yet: of the tenant, and of the front door.
inline const QString kNew = QStringLiteral("new");
inline const QString kNewShared = QStringLiteral("new-front-door");

/// The apps that people of a tenant sign in to, machine clients, and apps of the front door: list, register, edit,
/// secrets, addresses looked at, and what to copy into them. What is edited is a draft.
class AppsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit AppsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    /// An id; or "client_id=...&redirect_uri=...": that app, and the address to be checked.
    void reveal(const QString& object) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;
    void draftApplied(const drafts::Applied& what) override;
    void showcase() override;

protected:
    void tenantChanged() override;

private:
    enum Tab { kOverviewTab, kSettingsTab, kSnippetsTab, kTryTab };
    /// What the list shows.
    enum List { All, Machines, FrontDoor };
    enum class Of { Tenant, FrontDoor };

    QWidget* makeList();
    void makeDetail();
    void makeActions();
    void read(Of whose, const QString& cursor);
    void answered(Of whose, bool goesOn, const client::Outcome<client::api::Page<client::api::App>>& outcome);
    void showRows();
    void showSelected(const QString& id);
    void startNew(Of whose);
    void showApp();
    void showFacts();
    void showEndpoints();
    void askForKeys();
    void showForm();
    void edited();
    void validate();
    void revert();
    void showButtons();
    void rotate();
    void finishRotation();
    void tookSecret(const client::Versioned<client::api::App>& app);
    void askToDelete();
    void confirmDelete(const client::api::AppUsage& usage);
    void notApplied(const drafts::Subject& subject, const client::Failure& failure);
    void checkPending();
    [[nodiscard]] bool shownIsShared() const;
    /// Whose calls the shown app's are: the tenant's slug, empty at the front door.
    [[nodiscard]] QString shownTenant() const;
    [[nodiscard]] QString shownId() const;
    [[nodiscard]] QString issuer();
    [[nodiscard]] drafts::Subject subject() const;

    AppModel* m_model;
    widgets::FilterTable* m_table;
    QTabBar* m_lists;
    QPushButton* m_add;
    widgets::DetailPane* m_detail;
    QTabWidget* m_tabs;
    widgets::ShownOnce* m_once;
    widgets::DetailGrid* m_facts;
    widgets::Card* m_addresses;
    widgets::DetailGrid* m_endpoints;
    SecretsCard* m_secrets;
    RedirectChecker* m_checker;
    AppForm* m_form;
    SnippetCard* m_snippets;
    TryCard* m_try;
    QToolButton* m_events;
    QPushButton* m_delete;
    QPushButton* m_revert;
    QPushButton* m_review;
    std::vector<client::api::App> m_apps;   ///< of the tenant
    std::vector<client::api::App> m_shared; ///< of the front door
    std::vector<client::api::App> m_arriving[2];
    bool m_seesFrontDoor = false;
    client::Versioned<client::api::App> m_shown;
    QString m_issuer;                     ///< of the tenant
    std::vector<client::api::Key> m_keys; ///< of the tenant, once an app that speaks SAML was shown
    QString m_freshId;
    QString m_pendingClient; ///< to be shown once it is read
    QString m_pendingUri;    ///< to be checked then
    client::Latest m_reading[2];
    client::Latest m_selected;
    client::Latest m_asksTenant;
    client::Latest m_asksKeys;
    bool m_creating = false;
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::apps
