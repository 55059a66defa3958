// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QWidget>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QPushButton;

namespace gatehouse::ui::widgets {
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::audit {

/// "Verified to #1,204,331" with Verify now. The broker proves that the numbers and the chain have no gap since the
/// tree head it signed before, and signs a new one; this console then asks for the proof that the head it saw at its
/// own last verification is part of it, and compares both roots. What the records say is proven by an export and
/// `gatehousectl audit verify`: the tooltip tells.
class ChainBadge final : public QWidget {
    Q_OBJECT
public:
    ChainBadge(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);
    void setTenant(const QString& tenant);
    void verify();
    /// Gives the verification that is under way up.
    void cancel();
    /// What the chip says.
    [[nodiscard]] QString sentence() const;

signals:
    void verifying(bool running);
    void failed(const gatehouse::ui::client::Failure& failure);

private:
    struct Head {
        qint64 size = 0;
        QString root;
    };
    void setRunning(bool running);
    void compare(const Head& earlier, const Head& now);
    void showVerified(const Head& head, const QString& with);
    void showBroken(const QString& why);

    client::AdminClient& m_client;
    client::Requests& m_requests;
    client::Latest m_asking;
    QString m_tenant;
    QHash<QString, Head> m_heads; ///< of each tenant, as this console verified it last
    widgets::StatusChip* m_chip;
    QPushButton* m_verify;
    bool m_running = false;
};

} // namespace gatehouse::ui::panels::audit
