// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "ui/shell/panel.h"

class QCheckBox;
class QPushButton;
class QTimer;

namespace gatehouse::ui::widgets {
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::sessions {

class MeantForm;
class SessionDetail;
class SessionModel;
class SignOutDialog;

/// Where people are signed in: devices with the apps' sessions nested in them; ends them after saying what that
/// affects, and shows which apps confirm, as it happens.
class SessionsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit SessionsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    void takeEvent(const client::Event& event) override;
    void poll() override;
    void showcase() override;

protected:
    void tenantChanged() override;

private:
    using Session = client::api::Session;

    QWidget* makeList();
    void makeDetail();
    void read(const QString& cursor);
    void showSelected(const QString& id);
    void showSession(const Session& session);
    [[nodiscard]] std::vector<Session> withJustEnded(std::vector<Session> living) const;
    void takeConfirmation(const client::Event& event);

    void askToEnd(const Session& session);
    void end(const Session& session);
    void askToEndPerson(const Session& session);
    void askToEndMany();
    [[nodiscard]] SignOutDialog* makeDialog(const QString& question);
    void count(SignOutDialog* dialog, client::api::SessionRevocation meant);
    void revoke(client::api::SessionRevocation meant);

    SessionModel* m_model;
    widgets::FilterTable* m_table;
    QCheckBox* m_all;
    widgets::DetailPane* m_pane;
    SessionDetail* m_detail;
    QPushButton* m_many;
    QPushButton* m_person;
    QPushButton* m_end;
    QTimer* m_soon; ///< reads again once a burst of events is over
    Session m_shown;
    QString m_cursor;
    std::set<std::string> m_justEnded; ///< stay in sight although they are not alive any more
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_counting;
};

} // namespace gatehouse::ui::panels::sessions
