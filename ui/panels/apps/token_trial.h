// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include "admin/api/app.h"
#include "ui/connect/loopback_redirect.h"

namespace gatehouse::ui::panels::apps {

/// What is to be tried.
struct TrialWish {
    admin::api::App app;
    QString issuer;
    QString secret; ///< empty for a public app; in memory for as long as the trial runs
    QString scopes;
};

/// What came of it.
struct TrialResult {
    QString request; ///< as it went out, the secret and the code masked
    int status = 0;  ///< of HTTP; 0 where no answer came
    QJsonObject answer;
    QString problem; ///< in words, where there is no answer of the token endpoint
};

/// Asks for tokens as an app does: from its token endpoint over the network, not through the Admin API.
class TokenTrial final : public QObject {
    Q_OBJECT
public:
    explicit TokenTrial(QObject* parent = nullptr);

    /// Where a browser can come back to this machine for the app; invalid: nowhere.
    [[nodiscard]] static QUrl wayBack(const admin::api::App& app);
    /// Whether the app can prove itself from here: by a secret, or not at all.
    [[nodiscard]] static bool canProve(const admin::api::App& app);

    /// Client credentials (RFC 6749, 4.4).
    void askForItself(const TrialWish& wish);
    /// A person signs in with the browser: code and PKCE, back to wayBack().
    void signIn(const TrialWish& wish);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    /// Open this in the browser.
    void browserWanted(const QUrl& url);
    void finished(const gatehouse::ui::panels::apps::TrialResult& result);

private:
    using Fields = QList<std::pair<QString, QString>>;
    void cameBack(const QUrlQuery& answer);
    void post(Fields fields);
    void fail(const QString& problem);
    void finish(const TrialResult& result);

    QNetworkAccessManager m_network;
    connect::LoopbackRedirect m_loopback;
    QTimer m_patience;
    TrialWish m_wish;
    QByteArray m_verifier;
    int m_attempt = 0;
    bool m_running = false;
};

} // namespace gatehouse::ui::panels::apps
