// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/app_checks.h"
#include "ui/client/admin_client.h"
#include "ui/client/requests.h"
#include "ui/panels/apps/token_trial.h"
#include "ui/widgets/layout.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace gatehouse::ui::widgets {
class ErrorBanner;
class SecretField;
class WordsField;
class Form;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::apps {

/// Asks for tokens as the app does, shows request and answer, reads the tokens and proves them with the issuer's keys.
/// Nothing of it is kept.
class TryCard final : public QWidget {
    Q_OBJECT
public:
    TryCard(client::AdminClient& client, client::Requests& requests, QWidget* parent = nullptr);

    /// An empty tenant is the front door.
    void showApp(const admin::api::App& app, const QString& tenant, const QString& issuer);
    /// One that was made just now; empty: it has to be typed.
    void setSecret(const QString& secret);

signals:
    void browserWanted(const QUrl& url);

private:
    [[nodiscard]] TrialWish wish() const;
    void showOffer();
    void run(void (TokenTrial::*how)(const TrialWish&));
    void showResult(const TrialResult& result);
    void showRefusal(const TrialResult& result);
    void verify(const QString& title, const QString& token);
    void showToken(const QString& title, const admin::api::TokenAnswer& answer);
    void clearResult();

    client::AdminClient& m_client;
    client::Requests& m_requests;
    admin::api::App m_app;
    QString m_tenant;
    QString m_issuer;
    TokenTrial* m_trial;
    widgets::Card* m_ask;
    QLabel* m_sentence;
    widgets::Form* m_form;
    widgets::SecretField* m_secret;
    widgets::WordsField* m_scopes;
    QPushButton* m_self;
    QPushButton* m_person;
    QPushButton* m_cancel;
    widgets::ErrorBanner* m_banner;
    QVBoxLayout* m_results;
    int m_run = 0; ///< answers of an earlier one are dropped
};

} // namespace gatehouse::ui::panels::apps
