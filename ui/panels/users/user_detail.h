// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "admin/api/activity.h"
#include "admin/api/directory.h"
#include "admin/api/entitlement.h"
#include "admin/api/session.h"

class QLabel;
class QVBoxLayout;

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
class JsonView;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::users {

/// One person: who they are, what they may do and why, from where they come, where they are signed in now.
class UserDetail final : public QWidget {
    Q_OBJECT
public:
    explicit UserDetail(QWidget* parent = nullptr);

    void showUser(const admin::api::User& user);
    /// Names of the tenant's connections by id, for the identities.
    void setConnectionNames(const QHash<QString, QString>& names) { m_connections = names; }
    void showSessions(const std::vector<admin::api::Session>& sessions);
    /// Each role with its permissions and what gives it.
    void showAccess(const admin::api::Entitlement& access);
    void hideAccess();
    /// What happened to the person last.
    void showEvents(const std::vector<admin::api::AuditRecord>& records);

signals:
    void endSession(const QString& id);

private:
    [[nodiscard]] QWidget* makeIdentity(const admin::api::Identity& identity);
    [[nodiscard]] QWidget* makeRole(const admin::api::RoleHeld& role);
    [[nodiscard]] QWidget* makeEvent(const admin::api::AuditRecord& record);
    [[nodiscard]] QWidget* makeSession(const admin::api::Session& session);

    QHash<QString, QString> m_connections;
    widgets::DetailGrid* m_facts;
    widgets::Card* m_identities;
    widgets::Card* m_access;
    widgets::Card* m_sessions;
    widgets::Card* m_events;
    widgets::Card* m_attributes;
    widgets::JsonView* m_attributeView;
};

} // namespace gatehouse::ui::panels::users
