// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/bundle_window.h"

#include <QAction>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

tl::expected<Bundle, QString> bundleFrom(const QByteArray& text, const QString& name) {
    auto opened = admin::api::openBundle(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!opened) {
        const admin::api::FieldError& first = opened.error().front();
        return tl::unexpected(first.pointer == "/gatehouseBundle" && first.code == "unknown_value"
                                  ? BundleWindow::tr("%1 is no sign-in bundle, or one of a newer version.").arg(name)
                                  : BundleWindow::tr("%1 cannot be read: %2 %3.")
                                        .arg(name, toQString(first.pointer), toQString(first.message)));
    }
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(opened->digested), QCryptographicHash::Sha256).toHex();
    const bool whole = digest == QByteArray::fromStdString(opened->bundle.sha256);
    return Bundle{std::move(opened->bundle), whole, name};
}

tl::expected<Bundle, QString> readBundle(const QString& file) {
    QFile source(file);
    const QString name = QFileInfo(file).fileName();
    if (!source.open(QIODevice::ReadOnly)) {
        return tl::unexpected(BundleWindow::tr("%1 cannot be opened: %2.").arg(name, source.errorString()));
    }
    if (source.size() > static_cast<qint64>(admin::api::kLargestBundle)) {
        return tl::unexpected(BundleWindow::tr("%1 is larger than any sign-in bundle.").arg(name));
    }
    return bundleFrom(source.readAll(), name);
}

BundleWindow::BundleWindow(const Bundle& bundle, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_detail(new FlowDetail(FlowDetail::Mode::ReadOnly, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 (read-only)").arg(bundle.name));
    resize(860, 760);
    auto* close = new QAction(this);
    close->setShortcut(QKeySequence::Close);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);

    const admin::api::BundleContent& content = bundle.bundle.content;
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme::kPageMargin, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(new widgets::PageHeader(
        tr("Sign-in %1").arg(toQString(content.flow.reference)),
        tr("Read-only, from a file: exported by Gatehouse %1, %2.")
            .arg(toQString(content.broker), widgets::absoluteTime(client::toDateTime(content.exportedAt))),
        page));
    auto* banner = new widgets::ErrorBanner(page);
    if (!bundle.whole) {
        banner->showWarning(tr("This file was changed since it was exported."),
                            tr("Its digest does not fit its content. Do not rely on what it shows."));
    }
    column->addWidget(banner);
    column->addWidget(m_detail, 1);
    auto* configuration = new widgets::JsonView(tr("The configuration of the sign-in"));
    configuration->setMinimumHeight(280);
    configuration->setValue(
        QJsonObject{{QStringLiteral("connection"), client::toJsonValue(content.configuration.connection)},
                    {QStringLiteral("settings"), client::toJsonValue(content.configuration.settings)},
                    {QStringLiteral("metadata"), client::toJsonValue(content.configuration.metadata)},
                    {QStringLiteral("keys"), client::toJsonValue(content.configuration.keys)}});
    m_detail->tabs()->addTab(configuration, tr("Configuration"));
    m_detail->showFlow(content.flow);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

} // namespace gatehouse::ui::panels::logins
