// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::ui::widgets {
class ChoiceField;
class CopyButton;
class ErrorBanner;
class FilterTable;
class Form;
class ShownOnce;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::scim {

class TokenModel;

/// The directories that may provision a tenant: their tokens, made, renewed and ended.
class DirectoriesDialog final : public QDialog {
    Q_OBJECT
public:
    DirectoriesDialog(client::AdminClient& client, QString tenant, QWidget* parent = nullptr);

private:
    QWidget* makeForm();
    void read();
    void create();
    void rotate();
    void remove();
    void showToken(const client::api::ScimToken& token);
    void updateButtons();

    client::AdminClient& m_client;
    client::Requests m_requests;
    QString m_tenant;
    TokenModel* m_model;
    widgets::ErrorBanner* m_banner;
    QLabel* m_url;
    widgets::CopyButton* m_copyUrl;
    widgets::FilterTable* m_table;
    widgets::ShownOnce* m_once;
    widgets::Form* m_form;
    QLineEdit* m_name;
    widgets::ChoiceField* m_connection = nullptr;
    QPushButton* m_create;
    QPushButton* m_rotate;
    QPushButton* m_remove;
};

} // namespace gatehouse::ui::panels::scim
