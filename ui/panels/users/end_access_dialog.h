// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "admin/api/directory.h"
#include "admin/api/session.h"
#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace gatehouse::ui::widgets {
class Card;
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::users {

/// The question before somebody is deactivated: which sessions end, which apps are told, which groups and roles count
/// no longer. Then what each app answered.
class EndAccessDialog final : public QDialog {
    Q_OBJECT
public:
    EndAccessDialog(client::AdminClient& client, QString tenant, client::api::User user, QWidget* parent = nullptr);

signals:
    void deactivated(const gatehouse::admin::api::User& user);

private:
    void count();
    void showCount(const client::api::SessionsRevoked& count);
    void deactivate();
    /// Until each app has answered, or was given up.
    void readAnswers();
    void showAnswers(const std::vector<client::api::Session>& sessions);

    client::AdminClient& m_client;
    client::Requests m_requests;
    client::Latest m_reading;
    QString m_tenant;
    client::api::User m_user;
    widgets::ErrorBanner* m_banner;
    QLabel* m_sessions;
    QLabel* m_told;
    QLabel* m_untold;
    QLabel* m_lost;
    widgets::Card* m_answers;
    QPushButton* m_do;
    QPushButton* m_close;
    QTimer* m_timer;
    QStringList m_ids; ///< of the sessions that end
    int m_asked = 0;
};

} // namespace gatehouse::ui::panels::users
