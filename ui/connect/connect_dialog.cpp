// SPDX-License-Identifier: Apache-2.0
#include "ui/connect/connect_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/client/admin_client.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::connect {
namespace {

QFormLayout* formIn(QWidget* holder) {
    auto* form = new QFormLayout(holder);
    form->setContentsMargins(24, 0, 0, 0);
    form->setSpacing(theme::kGroupSpacing);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

ConnectDialog::ConnectDialog(TokenStore& tokens, QWidget* parent)
    : QDialog(parent)
    , m_tokens(tokens)
    , m_openBrowser([](const QUrl& url) { QDesktopServices::openUrl(url); })
    , m_banner(new widgets::ErrorBanner(this))
    , m_address(new QComboBox(this))
    , m_forget(new QPushButton(tr("&Forget"), this))
    , m_byToken(new QRadioButton(tr("With a &token"), this))
    , m_bySignIn(new QRadioButton(tr("By &signing in"), this))
    , m_tokenRows(new QWidget(this))
    , m_signInRows(new QWidget(this))
    , m_token(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("&Keep it in the system's keychain"), this))
    , m_tenant(new QLineEdit(this))
    , m_said(widgets::mutedLabel({}, this)) {
    setWindowTitle(tr("Connect to a broker"));
    setMinimumWidth(560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(widgets::titleLabel(tr("Connect to a broker"), this));
    column->addWidget(widgets::mutedLabel(
        tr("It opens in a window of its own. A broker that runs in this console goes on running."), this));
    column->addWidget(m_banner);
    auto* head = new QFormLayout;
    head->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_address->setEditable(true);
    m_address->setAccessibleName(tr("Address of the broker"));
    m_address->lineEdit()->setPlaceholderText(QStringLiteral("https://id.example.com"));
    for (const RecentBroker& broker : recentBrokers()) {
        m_address->addItem(broker.url);
    }
    m_forget->setAccessibleName(tr("Forget this broker"));
    m_forget->setToolTip(tr("Takes it off this list, and its token out of the keychain"));
    m_forget->setAutoDefault(false);
    auto* where = new QHBoxLayout;
    where->addWidget(m_address, 1);
    where->addWidget(m_forget);
    auto* label = new QLabel(tr("&Address"), this);
    label->setBuddy(m_address);
    head->addRow(label, where);
    column->addLayout(head);

    column->addWidget(m_byToken);
    QFormLayout* token = formIn(m_tokenRows);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setAccessibleName(tr("Token"));
    m_token->setPlaceholderText(QStringLiteral("ghat_…"));
    token->addRow(tr("T&oken"), m_token);
    token->addRow(QString(), m_keep);
    token->addRow(QString(), widgets::mutedLabel(tr("Made by: gatehousectl token create --role owner"), m_tokenRows));
    column->addWidget(m_tokenRows);

    column->addWidget(m_bySignIn);
    QFormLayout* signIn = formIn(m_signInRows);
    m_tenant->setAccessibleName(tr("Short name of your tenant"));
    m_tenant->setPlaceholderText(QStringLiteral("acme"));
    signIn->addRow(tr("&Your tenant"), m_tenant);
    signIn->addRow(QString(), widgets::mutedLabel(tr("Your browser opens. You must be appointed there: gatehousectl "
                                                     "admin create"),
                                                  m_signInRows));
    column->addWidget(m_signInRows);
    column->addStretch(1);
    column->addWidget(m_said);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Co&nnect"), QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);
    m_go->setAccessibleName(tr("Connect"));
    buttons->button(QDialogButtonBox::Cancel)->setAccessibleName(tr("Cancel"));
    theme::setButtonKind(*m_go, theme::ButtonKind::Primary);
    column->addWidget(buttons);

    m_byToken->setChecked(true);
    m_keep->setEnabled(false);
    m_tokens.probe([self = QPointer<ConnectDialog>(this)](bool works) {
        if (self) {
            self->m_keep->setEnabled(works);
            self->m_keep->setChecked(works);
            self->m_keep->setToolTip(works ? QString()
                                           : tr("There is no keychain here: the token is asked for each time."));
        }
    });
    connect(m_byToken, &QRadioButton::toggled, this, &ConnectDialog::showMode);
    connect(m_address, &QComboBox::textActivated, this, &ConnectDialog::pickRecent);
    connect(m_address, &QComboBox::editTextChanged, this, &ConnectDialog::showForget);
    connect(m_forget, &QPushButton::clicked, this, &ConnectDialog::forget);
    connect(m_go, &QPushButton::clicked, this, &ConnectDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, &m_signIn, &BrokerSignIn::cancel);
    connect(&m_signIn, &BrokerSignIn::browserWanted, this, [this](const QUrl& url) { m_openBrowser(url); });
    connect(&m_signIn, &BrokerSignIn::succeeded, this, [this](const SignedIn& signedIn) {
        check({address(), signedIn.accessToken, std::make_shared<TokenRenewal>(signedIn)});
    });
    connect(&m_signIn, &BrokerSignIn::failed, this, [this](const QString& why) { complain(why); });
    showMode();
    if (m_address->count() > 0) {
        pickRecent(m_address->itemText(0));
    }
    showForget();
}

void ConnectDialog::setBroker(const QUrl& broker, const QString& why) {
    m_address->setEditText(broker.toString());
    pickRecent(broker.toString());
    m_again = true;
    if (!why.isEmpty()) {
        m_banner->showWarning(why);
    }
}

void ConnectDialog::showMode() {
    m_tokenRows->setVisible(m_byToken->isChecked());
    m_signInRows->setVisible(!m_byToken->isChecked());
    adjustSize();
}

void ConnectDialog::pickRecent(const QString& url) {
    for (const RecentBroker& broker : recentBrokers()) {
        if (broker.url != url) {
            continue;
        }
        (broker.signIn ? m_bySignIn : m_byToken)->setChecked(true);
        m_tenant->setText(QUrl(broker.issuer).path().section(u'/', 2, 2));
        if (!broker.signIn) {
            m_tokens.load(QUrl(url), [self = QPointer<ConnectDialog>(this)](const std::optional<QByteArray>& token) {
                if (self && token && self->m_token->text().isEmpty()) {
                    self->m_token->setText(QString::fromLatin1(*token));
                }
            });
        }
    }
}

void ConnectDialog::showForget() {
    m_forget->setVisible(m_address->findText(m_address->currentText(), Qt::MatchFixedString) >= 0);
}

void ConnectDialog::forget() {
    const QString url = m_address->currentText();
    forgetBroker(url);
    m_tokens.remove(QUrl(url));
    m_token->clear();
    m_address->removeItem(m_address->findText(url, Qt::MatchFixedString));
    m_address->clearEditText();
    m_address->setFocus();
    m_said->setText(tr("%1 is forgotten.").arg(url));
}

QUrl ConnectDialog::address() const {
    QString text = m_address->currentText().trimmed();
    if (!text.isEmpty() && !text.contains(QLatin1String("://"))) {
        text.prepend(QLatin1String("https://"));
    }
    while (text.endsWith(u'/')) {
        text.chop(1);
    }
    return QUrl(text);
}

void ConnectDialog::begin() {
    m_banner->dismiss();
    const QUrl url = address();
    if (const QString problem = client::endpointProblem({url, {}}); !problem.isEmpty()) {
        complain(problem);
        return;
    }
    if (m_byToken->isChecked()) {
        const QByteArray token = m_token->text().trimmed().toLatin1();
        if (token.isEmpty()) {
            complain(tr("A token is needed."), tr("Make one at the broker: gatehousectl token create --role owner"));
            return;
        }
        check({url, token});
        return;
    }
    if (m_tenant->text().trimmed().isEmpty()) {
        complain(tr("Your tenant's short name is needed: it is where you sign in."));
        return;
    }
    setBusy(true, tr("Waiting for you in the browser …"));
    QUrl issuer = url;
    issuer.setPath(QStringLiteral("/t/") + m_tenant->text().trimmed());
    m_signIn.start(issuer, m_again ? BrokerSignIn::Person::SignsInAfresh : BrokerSignIn::Person::MayBeKnown);
}

void ConnectDialog::check(const client::Endpoint& endpoint) {
    setBusy(true, tr("Asking %1 …").arg(endpoint.baseUrl.host()));
    m_transport = std::make_unique<client::HttpTransport>(endpoint);
    client::AdminClient asks(*m_transport);
    client::deliver(asks.status(), this, [this, endpoint](const client::Outcome<client::api::BrokerStatus>& outcome) {
        setBusy(false);
        if (outcome) {
            accepted(endpoint);
        } else if (outcome.error().status == 401) {
            complain(tr("%1 does not accept this token.").arg(endpoint.baseUrl.host()),
                     tr("It may have expired or been revoked, or it belongs to another broker."));
        } else if (outcome.error().status == 403) {
            complain(tr("You are known at %1, and may not administer it.").arg(endpoint.baseUrl.host()),
                     tr("Somebody who may must appoint you: gatehousectl admin create"));
        } else {
            complain(outcome.error().title.isEmpty() ? tr("No connection.") : outcome.error().title,
                     outcome.error().detail);
        }
    });
}

void ConnectDialog::accepted(const client::Endpoint& endpoint) {
    RecentBroker broker{endpoint.baseUrl.toString(), m_bySignIn->isChecked()};
    if (broker.signIn) {
        broker.issuer = broker.url + QStringLiteral("/t/") + m_tenant->text().trimmed();
    } else if (m_keep->isChecked()) {
        m_tokens.save(endpoint.baseUrl, endpoint.token, [](bool) {});
    } else {
        m_tokens.remove(endpoint.baseUrl);
    }
    rememberBroker(broker);
    m_token->clear();
    emit connected(endpoint);
    accept();
}

void ConnectDialog::complain(const QString& what, const QString& next) {
    setBusy(false);
    m_banner->showError({what, next, {}, false});
}

void ConnectDialog::setBusy(bool busy, const QString& sentence) {
    m_go->setEnabled(!busy);
    m_said->setText(sentence);
}

} // namespace gatehouse::ui::connect
