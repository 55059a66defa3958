// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <QDialog>

#include "ui/client/http_transport.h"
#include "ui/connect/broker_sign_in.h"
#include "ui/connect/recent_brokers.h"
#include "ui/connect/token_store.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse::ui::widgets {
class ErrorBanner;
}

namespace gatehouse::ui::connect {

/// File > Connect: where a remote broker is, and how one comes in, by token or by signing in. Says what is wrong
/// before it lets go: the broker must have answered with that token.
class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ConnectDialog(TokenStore& tokens, QWidget* parent = nullptr);

    /// For a broker that one was connected to: its address, and why one has to come in again.
    void setBroker(const QUrl& broker, const QString& why = {});
    /// For a test: instead of the system's browser.
    void setBrowser(std::function<void(const QUrl&)> open) { m_openBrowser = std::move(open); }

signals:
    /// The broker accepted these.
    void connected(const gatehouse::ui::client::Endpoint& endpoint);

private:
    void showMode();
    void pickRecent(const QString& url);
    void forget();
    void showForget();
    void begin();
    void check(const client::Endpoint& endpoint);
    void accepted(const client::Endpoint& endpoint);
    void complain(const QString& what, const QString& next = {});
    void setBusy(bool busy, const QString& sentence = {});
    [[nodiscard]] QUrl address() const;

    TokenStore& m_tokens;
    std::function<void(const QUrl&)> m_openBrowser;
    BrokerSignIn m_signIn;
    std::unique_ptr<client::HttpTransport> m_transport;
    widgets::ErrorBanner* m_banner;
    QComboBox* m_address;
    QPushButton* m_forget;
    QRadioButton* m_byToken;
    QRadioButton* m_bySignIn;
    QWidget* m_tokenRows;
    QWidget* m_signInRows;
    QLineEdit* m_token;
    QCheckBox* m_keep;
    QLineEdit* m_tenant;
    QLabel* m_said;
    QPushButton* m_go;
    bool m_again = false; ///< the broker wanted one to come in again
};

} // namespace gatehouse::ui::connect
