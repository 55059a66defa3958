// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include "admin/api/connection.h"
#include "ui/shell/panel.h"

namespace gatehouse::ui::widgets {
class ErrorBanner;
}

namespace gatehouse::ui::panels::connections {

/// What the buttons of a stage do that change nothing of the connection, the same in the wizard and for a saved one.
/// Certificates are looked at in a dialog, where an authority can be trusted.
class StageFixes final : public QObject {
    Q_OBJECT
public:
    /// `banner` and `window` outlive this; a dialog stands over `window`.
    StageFixes(const shell::Services& services, widgets::ErrorBanner& banner, QWidget* window);

    void run(const QString& kind, const QString& value, const QString& tenant,
             const admin::api::Connection& connection);

signals:
    /// Somebody looked at an authority and wants this connection to trust it.
    void trusted(const QString& pem);
    void notice(const QString& sentence);
    void goTo(const gatehouse::ui::shell::Place& place);

private:
    void showProxy(const QString& proxy);
    void showTime();
    void remind(const QString& until, const QString& tenant, const admin::api::Connection& connection);

    shell::Services m_services;
    widgets::ErrorBanner& m_banner;
    QWidget* m_window;
};

} // namespace gatehouse::ui::panels::connections
