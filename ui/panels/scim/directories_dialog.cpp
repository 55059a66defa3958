// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/directories_dialog.h"

#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/scim/token_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/form.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/shown_once.h"

namespace gatehouse::ui::panels::scim {

using client::toQString;

namespace {

constexpr QSize kSize(760, 640);

} // namespace

DirectoriesDialog::DirectoriesDialog(client::AdminClient& client, QString tenant, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_model(new TokenModel(this))
    , m_banner(new widgets::ErrorBanner(this))
    , m_url(new QLabel(this))
    , m_copyUrl(new widgets::CopyButton(tr("address"), this))
    , m_table(new widgets::FilterTable(tr("Directories"), widgets::FilterBy::Rows, this))
    , m_once(new widgets::ShownOnce("scim.token", tr("New token"), tr("token"), this))
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_create(new QPushButton(tr("Make a token"), this))
    , m_rotate(new QPushButton(tr("Renew"), this))
    , m_remove(new QPushButton(tr("Refuse from now on"), this)) {
    setObjectName(QStringLiteral("scim.directories"));
    setWindowTitle(tr("Directories that provision %1").arg(m_tenant));
    resize(kSize);
    m_url->setFont(theme::codeFont(font()));
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_url->setAccessibleName(tr("Address to enter at the directory"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 120, 120, 120}, {TokenModel::LastUsed});
    m_table->setEmptyContent(QStringLiteral("server"), tr("No directory provisions this tenant yet."));
    m_name->setObjectName(QStringLiteral("scim.tokenName"));
    m_rotate->setToolTip(tr("A new token; the old one counts for another day"));
    theme::setButtonKind(*m_create, theme::ButtonKind::Primary);
    theme::setButtonKind(*m_remove, theme::ButtonKind::Danger);
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_create, m_rotate, m_remove, close}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
    }
    auto* address = new QHBoxLayout;
    address->addWidget(widgets::mutedLabel(tr("Address:"), this));
    address->addWidget(m_url, 1);
    address->addWidget(m_copyUrl);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_rotate);
    foot->addWidget(m_remove);
    foot->addStretch(1);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_banner);
    column->addLayout(address);
    column->addWidget(m_table, 1);
    column->addWidget(m_once);
    column->addWidget(makeForm());
    column->addLayout(foot);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &DirectoriesDialog::updateButtons);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &DirectoriesDialog::read);
    connect(m_create, &QPushButton::clicked, this, &DirectoriesDialog::create);
    connect(m_rotate, &QPushButton::clicked, this, &DirectoriesDialog::rotate);
    connect(m_remove, &QPushButton::clicked, this, &DirectoriesDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    updateButtons();
    read();
}

QWidget* DirectoriesDialog::makeForm() {
    auto* holder = new widgets::Card(tr("Let another directory provision"), this);
    m_connection = new widgets::ChoiceField({{QString(), tr("The tenant's only provider")}}, this);
    m_form->addRow(QStringLiteral("/name"), tr("&Name"), m_name, tr("What it is called here, such as Entra ID."));
    m_form->addRow(QStringLiteral("/connectionId"), tr("&Provider"), m_connection,
                   tr("Whose people it brings: who signs in there is found by name and external id."));
    holder->body()->addWidget(m_form);
    holder->body()->addWidget(m_create, 0, Qt::AlignTrailing);
    return holder;
}

void DirectoriesDialog::read() {
    m_requests.ask(m_client.scimService(m_tenant), this, [this](const auto& outcome) {
        if (outcome) {
            m_url->setText(toQString(outcome->url));
            m_copyUrl->setValue(toQString(outcome->url));
        }
    });
    m_requests.ask(m_client.connections(m_tenant, {.limit = 500}), this, [this](const auto& outcome) {
        if (!outcome || m_connection->count() > 1) {
            return;
        }
        for (const client::api::Connection& each : outcome->items) {
            m_connection->addItem(toQString(each.displayName.empty() ? each.name : each.displayName),
                                  toQString(each.id));
        }
    });
    m_table->setLoading(true);
    m_requests.ask(m_client.scimTokens(m_tenant), this, [this](auto outcome) {
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

void DirectoriesDialog::create() {
    client::api::ScimToken token;
    token.name = m_name->text().trimmed().toStdString();
    token.connectionId = m_connection->value().toStdString();
    m_create->setEnabled(false);
    m_requests.ask(m_client.createScimToken(m_tenant, token), this, [this](const auto& outcome) {
        m_create->setEnabled(true);
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        m_name->clear();
        showToken(*outcome);
    });
}

void DirectoriesDialog::rotate() {
    m_requests.ask(m_client.rotateScimToken(m_tenant, m_table->currentKey(), {}), this, [this](const auto& outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        showToken(*outcome);
    });
}

void DirectoriesDialog::remove() {
    m_requests.ask(m_client.deleteScimToken(m_tenant, m_table->currentKey()), this, [this](const auto& outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        read();
    });
}

void DirectoriesDialog::showToken(const client::api::ScimToken& token) {
    m_once->showSecret(tr("%1 proves itself with it. It is shown this once and kept nowhere: enter it at the "
                          "directory, with the address above.")
                           .arg(toQString(token.name)),
                       toQString(token.token.value_or(std::string())));
    m_table->select(toQString(token.id));
    read();
}

void DirectoriesDialog::updateButtons() {
    const client::api::ScimToken* token = m_model->find(m_table->currentKey());
    m_rotate->setEnabled(token != nullptr && token->replacedBy.empty());
    m_remove->setEnabled(token != nullptr);
}

} // namespace gatehouse::ui::panels::scim
