// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "admin/api/tenant.h"
#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::ui::widgets {
class ErrorBanner;
}

namespace gatehouse::ui::panels::tenants {

/// The domains of one tenant: claim one, prove it by DNS, vouch for it, give it up. Each acts at once.
class DomainList final : public QWidget {
    Q_OBJECT
public:
    DomainList(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);

    void setTenant(const QString& tenant);
    void refresh();

signals:
    void notice(const QString& sentence);
    /// A domain was given up. `claimAgain` claims it anew, proven as it was.
    void removed(const QString& sentence, const std::function<void()>& claimAgain);

private:
    void showDomains(const std::vector<admin::api::Domain>& domains);
    [[nodiscard]] QWidget* makeRow(const admin::api::Domain& domain);
    void add();
    void verify(const QString& name, client::AdminClient::Proof proof);
    void remove(const admin::api::Domain& domain);
    void claimAgain(const QString& tenant, const admin::api::Domain& domain);
    void fail(const client::Failure& failure);

    client::AdminClient& m_client;
    client::Requests& m_requests;
    client::Latest m_reading;
    QString m_tenant;
    widgets::ErrorBanner* m_banner;
    QLineEdit* m_name;
    QPushButton* m_add;
    QVBoxLayout* m_rows;
};

} // namespace gatehouse::ui::panels::tenants
