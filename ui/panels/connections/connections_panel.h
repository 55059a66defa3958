// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "ui/shell/panel.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class Card;
class CheckList;
class CopyField;
class DetailGrid;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

class ConnectionForm;
class ConnectionModel;

/// A tenant's identity providers: list, connect, edit, test stage by stage, switch on and off.
class ConnectionsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit ConnectionsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;
    [[nodiscard]] bool isDirty() const override { return m_dirty; }
    void showcase() override;

protected:
    void tenantChanged() override;

private:
    using Saved = client::Outcome<client::Versioned<client::api::Connection>>;
    enum class After { Stay, Test };

    QWidget* makeList();
    void makeDetail();
    void showSelected(const QString& id);
    void startNew();
    void showConnection(const client::Versioned<client::api::Connection>& connection);
    void revert();
    void save(After after);
    void saved(const Saved& outcome, After after);
    void test();
    void showTest(const client::Outcome<client::api::ConnectionTest>& outcome);
    void toggleEnabled();
    void showHealth();
    void keepDraft();
    void restoreDraft();
    void setDirty(bool dirty);
    [[nodiscard]] QString shownId() const;

    ConnectionModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_detail;
    widgets::Card* m_give;
    widgets::CopyField* m_redirectUri;
    widgets::Card* m_testCard;
    widgets::CheckList* m_checks;
    ConnectionForm* m_form;
    widgets::DetailGrid* m_health;
    QPushButton* m_test;
    QPushButton* m_mapping;
    QPushButton* m_enable;
    QPushButton* m_revert;
    QPushButton* m_save;
    client::Versioned<client::api::Connection> m_shown;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_testing;
    std::map<QString, client::api::Connection> m_drafts; ///< by id; the new one under the empty name
    bool m_creating = false;
    bool m_dirty = false;
};

} // namespace gatehouse::ui::panels::connections
