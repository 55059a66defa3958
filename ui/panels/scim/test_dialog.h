// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::ui::widgets {
class BusyLine;
class CheckList;
class ErrorBanner;
class SecretField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::scim {

/// The conformance test of a SCIM service: the tenant's own, or any other by its address and a token.
class TestDialog final : public QDialog {
    Q_OBJECT
public:
    TestDialog(client::AdminClient& client, QString tenant, QWidget* parent = nullptr);

private:
    QWidget* makeQuestion();
    void run();
    void show(const client::api::ScimTest& result);
    void list();

    client::AdminClient& m_client;
    client::Requests m_requests;
    QString m_tenant;
    widgets::ErrorBanner* m_banner;
    QLineEdit* m_url;
    widgets::SecretField* m_token;
    QLabel* m_verdict;
    widgets::BusyLine* m_busy;
    QCheckBox* m_all;
    widgets::CheckList* m_checks;
    QPushButton* m_run;
    client::api::ScimTest m_shown;
};

} // namespace gatehouse::ui::panels::scim
