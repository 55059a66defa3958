// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QCheckBox;
class QLabel;

namespace gatehouse::ui::panels::logins {

/// "Keep secrets for 10 min": has the broker keep codes and tokens of a tenant's sign-ins for as long as the countdown
/// beside it runs. The broker ends it by itself; switching it off wipes them at once. Not there where nothing is
/// recorded.
class SecretsSwitch final : public QWidget {
    Q_OBJECT
public:
    SecretsSwitch(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);

    void setTenant(const QString& tenant);
    void refresh();
    [[nodiscard]] bool isOn() const { return m_until.isValid(); }
    /// For tests: another clock.
    void setClock(std::function<QDateTime()> now) { m_now = std::move(now); }
    /// As each second does.
    void tick();

signals:
    /// It went on, or its time is over.
    void changed(bool on);
    void failed(const gatehouse::ui::client::Failure& failure);

private:
    void ask(bool keep);
    void showRecorder(const client::api::Recorder& recorder);

    client::AdminClient& m_client;
    client::Requests& m_requests;
    client::Latest m_asking;
    QString m_tenant;
    QCheckBox* m_switch;
    QLabel* m_left;
    QDateTime m_until;
    QTimer m_second;
    std::function<QDateTime()> m_now;
};

} // namespace gatehouse::ui::panels::logins
