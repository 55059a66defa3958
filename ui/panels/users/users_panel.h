// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>

#include "ui/shell/panel.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::users {

class UserDetail;
class UserModel;

/// The people of a tenant: search, one person's page, deactivate and activate, end sessions.
class UsersPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit UsersPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;

protected:
    void tenantChanged() override;

private:
    using UserAct = client::AdminClient::UserAct;

    QWidget* makeList();
    void makeDetail();
    void read(const QString& cursor);
    /// Who is to be shown but is not among the first pages.
    void bringRevealed();
    /// Nobody who is looked at jumps away because a list came.
    void keepRevealed(std::vector<client::api::User>& firstPage) const;
    void readConnectionNames();
    void showSelected(const QString& id);
    void showUser(const client::api::User& user);
    void readAccess();
    void readSessions();
    void readEvents();
    void openImport();
    void exportAccess();
    void askToDeactivate();
    void act(UserAct what, const client::api::User& user);
    void tookUser(const client::api::User& user);
    void say(UserAct what, const client::api::User& user, const QString& slug);
    void endSession(const QString& id);

    UserModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_pane;
    UserDetail* m_detail;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_signOut;
    QPushButton* m_toggle;
    client::api::User m_shown;
    QString m_cursor;
    QString m_revealed;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_sessions;
    client::Latest m_access;
    client::Latest m_events;
    client::Latest m_bringing;
};

} // namespace gatehouse::ui::panels::users
