// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class FilterTable;
}

namespace gatehouse::ui::panels::groups {

class MemberModel;

/// Chooses people, or groups, to come into a group. The broker searches, not only the rows in sight.
class PickDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Of { People, Groups };
    PickDialog(client::AdminClient& client, QString tenant, Of what, QWidget* parent = nullptr);

signals:
    void chosen(const QStringList& ids);

private:
    void read(const QString& cursor);
    void take(std::vector<client::api::GroupMember> rows, const std::optional<std::string>& next, bool goesOn);
    void choose();

    client::AdminClient& m_client;
    client::Requests m_requests;
    client::Latest m_reading;
    QString m_tenant;
    Of m_what;
    MemberModel* m_model;
    widgets::FilterTable* m_table;
    QPushButton* m_add;
    QString m_cursor;
};

} // namespace gatehouse::ui::panels::groups
