// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/meant_form.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"

namespace gatehouse::ui::panels::sessions {

using client::toQString;
using Choices = std::vector<std::pair<QString, QString>>;

namespace {

Choices appChoices(const std::vector<admin::api::App>& apps) {
    Choices out{{QString(), MeantForm::tr("Any app")}};
    for (const admin::api::App& app : apps) {
        out.emplace_back(toQString(app.id), toQString(app.name));
    }
    return out;
}

Choices connectionChoices(const std::vector<admin::api::Connection>& connections) {
    Choices out{{QString(), MeantForm::tr("Any identity provider")}};
    for (const admin::api::Connection& each : connections) {
        out.emplace_back(toQString(each.id), toQString(each.displayName.empty() ? each.name : each.displayName));
    }
    return out;
}

} // namespace

MeantForm::MeantForm(const std::vector<admin::api::App>& apps, const std::vector<admin::api::Connection>& connections,
                     QWidget* parent)
    : QWidget(parent)
    , m_app(new widgets::ChoiceField(appChoices(apps), this))
    , m_connection(new widgets::ChoiceField(connectionChoices(connections), this))
    , m_address(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* form = new widgets::Form(this);
    form->addRow(QStringLiteral("/appId"), tr("App"), m_app);
    form->addRow(QStringLiteral("/connectionId"), tr("Identity provider"), m_connection);
    form->addRow(QStringLiteral("/address"), tr("Address"), m_address,
                 tr("An IP address or a network such as 192.0.2.0/24"));
    column->addWidget(form);
    connect(m_app, &QComboBox::activated, this, &MeantForm::changed);
    connect(m_connection, &QComboBox::activated, this, &MeantForm::changed);
    connect(form, &widgets::Form::settled, this, &MeantForm::changed);
}

admin::api::SessionRevocation MeantForm::meant() const {
    admin::api::SessionRevocation out;
    out.appId = m_app->value().toStdString();
    out.connectionId = m_connection->value().toStdString();
    out.address = m_address->text().trimmed().toStdString();
    out.all = out.appId.empty() && out.connectionId.empty() && out.address.empty();
    return out;
}

} // namespace gatehouse::ui::panels::sessions
