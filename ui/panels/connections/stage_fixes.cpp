// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/stage_fixes.h"

#include <algorithm>

#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/panels/connections/certificate_dialog.h"
#include "ui/shell/notifications.h"
#include "ui/widgets/error_banner.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

constexpr int kDaysAhead = 7; ///< of a certificate's end

} // namespace

StageFixes::StageFixes(const shell::Services& services, widgets::ErrorBanner& banner, QWidget* window)
    : QObject(window)
    , m_services(services)
    , m_banner(banner)
    , m_window(window) {}

void StageFixes::run(const QString& kind, const QString& value, const QString& tenant,
                     const admin::api::Connection& connection) {
    if (kind == QLatin1String("open_in_browser")) {
        QDesktopServices::openUrl(QUrl(value));
    } else if (kind == QLatin1String("view_certificate") || kind == QLatin1String("trust_authority")) {
        auto* dialog = new CertificateDialog(m_services.client, tenant, value, m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CertificateDialog::trusted, this, &StageFixes::trusted);
        dialog->open();
    } else if (kind == QLatin1String("proxy_settings")) {
        showProxy(value);
    } else if (kind == QLatin1String("copy_redirect_uri")) {
        QGuiApplication::clipboard()->setText(value);
        emit notice(tr("Copied the redirect URI."));
    } else if (kind == QLatin1String("show_time_settings")) {
        showTime();
    } else if (kind == QLatin1String("remind_me")) {
        remind(value, tenant, connection);
    } else if (kind == QLatin1String("open_flow")) {
        emit goTo({QStringLiteral("logins"), tenant, value});
    }
}

void StageFixes::showProxy(const QString& proxy) {
    m_banner.showWarning(proxy.isEmpty() ? tr("The broker calls identity providers directly, without a proxy.")
                                         : tr("The broker calls identity providers through the proxy %1.").arg(proxy),
                         tr("It is chosen where the broker is started: gatehoused serve --outbound-proxy "
                            "http://proxy:3128, or gatehouse with the same option for the broker inside this console. "
                            "The environment (https_proxy) is not read."));
}

void StageFixes::showTime() {
    m_banner.showWarning(
        tr("This machine's clock says %1 UTC.").arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)),
        tr("Compare it with a clock you trust, and switch time synchronisation on."));
}

void StageFixes::remind(const QString& until, const QString& tenant, const admin::api::Connection& connection) {
    const QDateTime end = QDateTime::fromString(until, Qt::ISODateWithMs);
    if (m_services.notifications == nullptr || !end.isValid()) {
        return;
    }
    const QDateTime tomorrow = QDateTime::currentDateTimeUtc().addDays(1);
    const QDateTime due = std::max(end.addDays(-kDaysAhead), tomorrow);
    const QString name = toQString(connection.displayName.empty() ? connection.name : connection.displayName);
    const QString date = QLocale().toString(end.toLocalTime().date(), QLocale::ShortFormat);
    m_services.notifications->remindAt(due, QStringLiteral("idp-certificate:") + toQString(connection.id),
                                       tr("The signing certificate of %1 expires on %2.").arg(name, date),
                                       {QStringLiteral("connections"), tenant, toQString(connection.id)});
    emit notice(
        tr("The bell says so again on %1.").arg(QLocale().toString(due.toLocalTime().date(), QLocale::ShortFormat)));
}

} // namespace gatehouse::ui::panels::connections
