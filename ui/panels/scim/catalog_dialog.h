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
class Card;
class ChoiceField;
class CopyButton;
class ErrorBanner;
class FilterTable;
class Form;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::scim {

class ElementModel;

/// The data catalog of a tenant: what is known of its people, described, changed and taken out.
class CatalogDialog final : public QDialog {
    Q_OBJECT
public:
    CatalogDialog(client::AdminClient& client, QString tenant, QWidget* parent = nullptr);

private:
    QWidget* makeForm();
    void read();
    void edit(const QString& id);
    void save();
    void remove();
    void refuse(const client::Failure& failure);

    client::AdminClient& m_client;
    client::Requests m_requests;
    QString m_tenant;
    ElementModel* m_model;
    widgets::ErrorBanner* m_banner;
    QLabel* m_url;
    widgets::CopyButton* m_copyUrl;
    widgets::FilterTable* m_table;
    widgets::Card* m_card = nullptr;
    widgets::Form* m_form;
    QLineEdit* m_name;
    widgets::ChoiceField* m_type;
    QCheckBox* m_several;
    QLineEdit* m_values;
    QLineEdit* m_description;
    QLineEdit* m_use;
    QLineEdit* m_categories;
    QPushButton* m_another;
    QPushButton* m_save;
    QPushButton* m_remove;
    QString m_edited; ///< id of the element in the form; empty: a new one
};

} // namespace gatehouse::ui::panels::scim
