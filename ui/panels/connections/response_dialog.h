// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "admin/api/response_check.h"
#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace gatehouse::ui::widgets {
class ChoiceField;
class ErrorBanner;
class PasteField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

class ResponseView;

/// A SAML response that somebody has at hand, of a browser's tools or a user's mail, judged by the checks of a login
/// through one connection. It signs nobody in, and the response can still be used.
class ResponseDialog final : public QDialog {
    Q_OBJECT
public:
    ResponseDialog(client::AdminClient& client, QString tenant, QString connection, const QString& title,
                   QWidget* parent = nullptr);

private:
    QWidget* makeQuestion();
    void check();
    void chooseFile();
    void copy();

    client::AdminClient& m_client;
    client::Requests m_requests;
    client::Latest m_asking;
    QString m_tenant;
    QString m_connection;
    widgets::ErrorBanner* m_banner;
    widgets::PasteField* m_text;
    QLineEdit* m_request;
    widgets::ChoiceField* m_when;
    QStackedWidget* m_results;
    ResponseView* m_view;
    QPushButton* m_check;
    QPushButton* m_copy;
    admin::api::ResponseCheck m_shown;
};

} // namespace gatehouse::ui::panels::connections
