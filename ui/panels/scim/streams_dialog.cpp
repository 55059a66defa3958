// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/streams_dialog.h"

#include <utility>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/scim/stream_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/form.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/shown_once.h"

namespace gatehouse::ui::panels::scim {

using client::toQString;

namespace {

constexpr QSize kSize(780, 700);
const QString kPush = QStringLiteral("push");
const QString kPoll = QStringLiteral("poll");

} // namespace

StreamsDialog::StreamsDialog(client::AdminClient& client, QString tenant, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_model(new StreamModel(this))
    , m_banner(new widgets::ErrorBanner(this))
    , m_table(new widgets::FilterTable(tr("Receivers"), widgets::FilterBy::Rows, this))
    , m_once(new widgets::ShownOnce("streams.bearer", tr("New bearer token"), tr("bearer token"), this))
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_audience(new QLineEdit(this))
    , m_delivery(
          new widgets::ChoiceField({{kPush, tr("Gatehouse sends them")}, {kPoll, tr("The receiver asks")}}, this))
    , m_endpoint(new QLineEdit(this))
    , m_authorization(new widgets::SecretField(this))
    , m_create(new QPushButton(tr("Tell this receiver"), this))
    , m_verify(new QPushButton(tr("Send a test event"), this))
    , m_toggle(new QPushButton(tr("Switch off"), this))
    , m_rotate(new QPushButton(tr("New bearer token"), this))
    , m_remove(new QPushButton(tr("End"), this)) {
    setObjectName(QStringLiteral("scim.streams"));
    setWindowTitle(tr("Event streams of %1").arg(m_tenant));
    resize(kSize);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 90, 120, 80, 90}, {StreamModel::Delivered});
    m_table->setEmptyContent(QStringLiteral("server"), tr("Nobody is told what happens to people and groups yet."));
    m_name->setObjectName(QStringLiteral("streams.name"));
    m_toggle->setToolTip(tr("While it is off, events are kept and told later"));
    theme::setButtonKind(*m_create, theme::ButtonKind::Primary);
    theme::setButtonKind(*m_remove, theme::ButtonKind::Danger);
    auto* close = new QPushButton(tr("Close"), this);
    auto* foot = new QHBoxLayout;
    for (QPushButton* button : {m_verify, m_toggle, m_rotate, m_remove}) {
        foot->addWidget(button);
    }
    foot->addStretch(1);
    foot->addWidget(close);
    for (QPushButton* button : {m_create, m_verify, m_toggle, m_rotate, m_remove, close}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);
    column->addWidget(m_once);
    column->addWidget(makeForm());
    column->addLayout(foot);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &StreamsDialog::updateButtons);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &StreamsDialog::read);
    connect(m_delivery, &QComboBox::currentIndexChanged, this, &StreamsDialog::showRows);
    connect(m_create, &QPushButton::clicked, this, &StreamsDialog::create);
    connect(m_verify, &QPushButton::clicked, this, &StreamsDialog::verify);
    connect(m_toggle, &QPushButton::clicked, this, &StreamsDialog::toggle);
    connect(m_rotate, &QPushButton::clicked, this, &StreamsDialog::rotate);
    connect(m_remove, &QPushButton::clicked, this, &StreamsDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showRows();
    updateButtons();
    read();
}

QWidget* StreamsDialog::makeForm() {
    auto* holder = new widgets::Card(tr("Tell another receiver"), this);
    m_form->addRow(QStringLiteral("/name"), tr("&Name"), m_name, tr("What it is called here."));
    m_form->addRow(QStringLiteral("/audience"), tr("&Audience"), m_audience,
                   tr("What the receiver is called in its tokens, mostly its address."));
    m_form->addRow(QStringLiteral("/delivery"), tr("&Delivery"), m_delivery);
    m_form->addRow(QStringLiteral("/endpoint"), tr("A&ddress"), m_endpoint, tr("Where the receiver takes events."));
    m_form->addRow(QStringLiteral("/authorization"), tr("Au&thorization"), m_authorization,
                   tr("The whole header that the receiver wants, such as Bearer and its token. May be empty."));
    holder->body()->addWidget(m_form);
    holder->body()->addWidget(m_create, 0, Qt::AlignTrailing);
    return holder;
}

void StreamsDialog::showRows() {
    const bool push = m_delivery->value() == kPush;
    m_form->setRowVisible(QStringLiteral("/endpoint"), push);
    m_form->setRowVisible(QStringLiteral("/authorization"), push);
}

void StreamsDialog::read() {
    m_table->setLoading(true);
    m_requests.ask(m_client.streams(m_tenant), this, [this](auto outcome) {
        m_table->setLoading(false);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        m_model->setRows(std::move(outcome->items));
        updateButtons();
    });
}

void StreamsDialog::take(const client::Answer<client::api::Stream>& answer) {
    m_requests.ask(answer, this, [this](const auto& outcome) {
        m_create->setEnabled(true);
        if (!outcome) {
            m_form->showErrors(shell::fieldErrors(outcome.error()));
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        m_form->clearErrors();
        show(*outcome);
    });
}

void StreamsDialog::create() {
    client::api::Stream stream;
    stream.name = m_name->text().trimmed().toStdString();
    stream.audience = m_audience->text().trimmed().toStdString();
    stream.delivery = m_delivery->value().toStdString();
    if (m_delivery->value() == kPush) {
        stream.endpoint = m_endpoint->text().trimmed().toStdString();
        if (const auto secret = m_authorization->changedValue(); secret && !secret->isEmpty()) {
            stream.authorization = secret->toStdString();
        }
    }
    m_create->setEnabled(false);
    take(m_client.createStream(m_tenant, stream));
}

void StreamsDialog::verify() {
    take(m_client.verifyStream(m_tenant, m_table->currentKey()));
}

void StreamsDialog::toggle() {
    const client::api::Stream* stream = m_model->find(m_table->currentKey());
    take(m_client.switchStream(m_tenant, m_table->currentKey(), stream != nullptr && !stream->enabled));
}

void StreamsDialog::rotate() {
    take(m_client.rotateStream(m_tenant, m_table->currentKey()));
}

void StreamsDialog::remove() {
    m_requests.ask(m_client.deleteStream(m_tenant, m_table->currentKey()), this, [this](const auto& outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        read();
    });
}

void StreamsDialog::show(const client::api::Stream& stream) {
    if (toQString(stream.name) == m_name->text().trimmed()) { // what was typed is there now
        m_name->clear();
        m_endpoint->clear();
        m_authorization->reset(false);
    }
    if (!stream.bearer.empty()) {
        m_once->showSecret(tr("%1 asks at %2 with it. It is shown this once and kept nowhere.")
                               .arg(toQString(stream.name), toQString(stream.pollUrl)),
                           toQString(stream.bearer));
    }
    m_table->select(toQString(stream.id));
    read();
}

void StreamsDialog::updateButtons() {
    const client::api::Stream* stream = m_model->find(m_table->currentKey());
    m_verify->setEnabled(stream != nullptr && stream->enabled);
    m_toggle->setEnabled(stream != nullptr);
    m_toggle->setText(stream != nullptr && !stream->enabled ? tr("Switch on") : tr("Switch off"));
    m_toggle->setAccessibleName(m_toggle->text());
    m_rotate->setEnabled(stream != nullptr && stream->delivery == "poll");
    m_remove->setEnabled(stream != nullptr);
}

} // namespace gatehouse::ui::panels::scim
