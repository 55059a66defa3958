// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/session.h"

namespace gatehouse::ui::widgets {
class Card;
class DetailGrid;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::sessions {

/// One device: since when and how somebody is signed in, the apps' own sessions in it, and once it ended what each app
/// confirmed.
class SessionDetail final : public QWidget {
    Q_OBJECT
public:
    explicit SessionDetail(QWidget* parent = nullptr);
    void showSession(const admin::api::Session& session);

private:
    void showFacts(const admin::api::Session& session);
    [[nodiscard]] QWidget* makeGrant(const admin::api::SessionGrant& grant);
    [[nodiscard]] QWidget* makeConfirmation(const admin::api::LogoutConfirmation& confirmation);

    widgets::DetailGrid* m_facts;
    widgets::Card* m_confirmations;
    widgets::Card* m_grants;
};

} // namespace gatehouse::ui::panels::sessions
