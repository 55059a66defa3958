// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDialog>

#include "ui/client/admin_client.h"
#include "ui/client/requests.h"
#include "ui/panels/users/import_list.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace gatehouse::ui::widgets {
class ErrorBanner;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::users {

/// Takes a list of people in: what each column is, what would become of the first twenty rows, and then all of it, 500
/// rows in one transaction. Stopping leaves whole transactions, and goes on where it stopped.
class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    ImportDialog(client::AdminClient& client, QString tenant, QWidget* parent = nullptr);

    /// As if the file had been chosen.
    void openFile(const QString& path);

signals:
    /// Something was written.
    void imported();

private:
    QWidget* makeChoice();
    QWidget* makeColumns();
    QWidget* makeRun();
    void chooseFile();
    void fillColumns();
    void mappingChanged();
    void preview();
    void showPreview(const client::api::UserImportReport& report);
    void begin();
    void sendNext();
    void took(const client::api::UserImportReport& report);
    void stopped(const QString& sentence);
    void finish();
    void showCounts();
    void saveRefused();

    client::AdminClient& m_client;
    client::Requests m_requests;
    client::Latest m_previewing;
    QString m_tenant;
    ImportList m_list;
    widgets::ErrorBanner* m_banner;
    QStackedWidget* m_pages;
    QTableWidget* m_columns;
    QCheckBox* m_keep;
    QLabel* m_expected;
    QTableWidget* m_rows;
    QProgressBar* m_progress;
    QLabel* m_counts;
    QTableWidget* m_refused;
    QPushButton* m_save;
    QPushButton* m_stop;
    QPushButton* m_go;
    QPushButton* m_close;
    bool m_stopping = false;
    std::size_t m_next = 0; ///< the first row that was not sent
    client::api::UserImportReport m_report;
};

} // namespace gatehouse::ui::panels::users
