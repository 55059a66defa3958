// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/panel.h"

class QPushButton;
class QStackedWidget;

namespace gatehouse::ui::widgets {
class Card;
class CopyField;
class DetailGrid;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

class ConnectionForm;
class ConnectionModel;
class ConnectionWizard;
class StageFixes;
class TestCard;

/// A tenant's identity providers: list, connect step by step, edit, test stage by stage, switch on and off, copy,
/// delete. What is edited is a draft; the wizard's too.
class ConnectionsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit ConnectionsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;
    void draftApplied(const drafts::Applied& what) override;
    void takeEvent(const client::Event& event) override;
    void poll() override;
    void showcase() override;
    /// The wizard, for tests.
    [[nodiscard]] ConnectionWizard* wizard() const { return m_wizard; }

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    void makeWizard();
    void makeActions();
    void showRows();
    void showSelected(const QString& id);
    void startNew();
    void openWizard(const QString& id);
    void showList();
    void showConnection();
    void showEdits();
    void edited();
    void validate();
    void warnAboutAddresses();
    void revert();
    void test();
    void fix(const QString& kind, const QString& value);
    void trust(const QString& pem);
    void checkResponse();
    void toggleEnabled();
    void clone();
    void askToDelete();
    void confirmDelete(const client::api::Usage& usage);
    void showHealth();
    void readMetadata();
    void showButtons();
    [[nodiscard]] QString shownId() const;
    [[nodiscard]] drafts::Subject subject() const;
    /// The draft of what is shown, with nothing changed yet.
    [[nodiscard]] drafts::Draft blankDraft() const;
    [[nodiscard]] QStringList unfinished() const;

    QStackedWidget* m_stack;
    QWidget* m_listPage;
    ConnectionWizard* m_wizard;
    ConnectionModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_detail;
    widgets::Card* m_give;
    widgets::CopyField* m_redirectUri;
    TestCard* m_testCard;
    StageFixes* m_fixes;
    ConnectionForm* m_form;
    widgets::DetailGrid* m_health;
    QPushButton* m_test;
    QPushButton* m_signIn;
    QPushButton* m_mapping;
    QPushButton* m_checkResponse;
    QPushButton* m_clone;
    QPushButton* m_delete;
    QPushButton* m_enable;
    QPushButton* m_revert;
    QPushButton* m_review;
    std::vector<client::api::Connection> m_connections;
    client::Versioned<client::api::Connection> m_shown;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_sandbox;
    client::Latest m_asksApps;
    QString m_appsOf;   ///< id of the connection that these apps were used through
    QStringList m_apps; ///< names
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::connections
