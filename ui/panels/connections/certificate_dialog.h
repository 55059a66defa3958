// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDialog>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace gatehouse::ui::widgets {
class DetailGrid;
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

/// The certificates that a server shows, each with its subject, end and fingerprint, and the choice to trust an
/// authority among them, or one from a file. The broker judges it; what is trusted is for one connection alone.
class CertificateDialog final : public QDialog {
    Q_OBJECT
public:
    CertificateDialog(client::AdminClient& client, QString tenant, const QString& address, QWidget* parent = nullptr);

    /// Adds the certificates of a PEM file, to be trusted instead of what the server shows.
    void openFile(const QString& path);

signals:
    void trusted(const QString& pem);

private:
    void look();
    void showAnswer(const client::api::PresentedCertificates& answer);
    void addFromFile(const QByteArray& pem);
    void showCurrent();
    void trustCurrent();
    void chooseFile();
    void refuse(const client::Failure& failure);

    client::AdminClient& m_client;
    client::Requests m_requests;
    client::Latest m_asking;
    QString m_tenant;
    QString m_address;
    widgets::ErrorBanner* m_banner;
    QLabel* m_verdict;
    QListWidget* m_list;
    widgets::DetailGrid* m_grid;
    QLabel* m_advice;
    QPushButton* m_open;
    QPushButton* m_trust;
    std::vector<client::api::Certificate> m_certificates; ///< a row each
};

} // namespace gatehouse::ui::panels::connections
