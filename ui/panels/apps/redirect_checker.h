// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTimer>

#include "admin/api/app_checks.h"
#include "ui/client/admin_client.h"
#include "ui/client/requests.h"
#include "ui/widgets/layout.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::ui::widgets {
class StatusGlyph;
}

namespace gatehouse::ui::panels::apps {

/// Compares an address that somebody pasted, from an error or out of the app's settings, with those that are
/// registered, and names the first character that differs.
class RedirectChecker final : public widgets::Card {
    Q_OBJECT
public:
    RedirectChecker(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);

    /// Of which app; an empty tenant is the front door.
    void setApp(const QString& tenant, const QString& id);
    /// The addresses to compare with, saved or not.
    void setRegistered(const QStringList& uris);
    void check(const QString& text);

signals:
    /// Register this one.
    void addRequested(const QString& uri);

private:
    void ask();
    void showAnswer(const admin::api::RedirectUriAnswer& answer);
    void showDifference(const admin::api::RedirectUriDifference& nearest, const QString& uri);
    void clear();

    client::AdminClient& m_client;
    client::Requests& m_requests;
    client::Latest m_asking;
    QString m_tenant;
    QString m_id;
    QStringList m_registered;
    QString m_uri; ///< what was checked last
    QTimer m_typing;
    QLineEdit* m_text;
    QWidget* m_verdict;
    widgets::StatusGlyph* m_glyph;
    QLabel* m_sentence;
    QLabel* m_details;
    QLabel* m_known;
    QLabel* m_given;
    QPushButton* m_add;
};

} // namespace gatehouse::ui::panels::apps
