// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QLineEdit;
class QPushButton;

namespace gatehouse::ui::widgets {
class ChoiceField;
class ErrorBanner;
class FilterTable;
class Form;
class SecretField;
class ShownOnce;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::scim {

class StreamModel;

/// Who is told what becomes of a tenant's people and groups: made, tried, switched off and ended.
class StreamsDialog final : public QDialog {
    Q_OBJECT
public:
    StreamsDialog(client::AdminClient& client, QString tenant, QWidget* parent = nullptr);

private:
    QWidget* makeForm();
    void read();
    void create();
    void toggle();
    void verify();
    void rotate();
    void remove();
    void show(const client::api::Stream& stream);
    void showRows();
    void updateButtons();
    void take(const client::Answer<client::api::Stream>& answer);

    client::AdminClient& m_client;
    client::Requests m_requests;
    QString m_tenant;
    StreamModel* m_model;
    widgets::ErrorBanner* m_banner;
    widgets::FilterTable* m_table;
    widgets::ShownOnce* m_once;
    widgets::Form* m_form;
    QLineEdit* m_name;
    QLineEdit* m_audience;
    widgets::ChoiceField* m_delivery;
    QLineEdit* m_endpoint;
    widgets::SecretField* m_authorization;
    QPushButton* m_create;
    QPushButton* m_verify;
    QPushButton* m_toggle;
    QPushButton* m_rotate;
    QPushButton* m_remove;
};

} // namespace gatehouse::ui::panels::scim
