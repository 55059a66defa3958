// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/sync_form.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/entries_field.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::ui::panels::syncs {

using client::toQString;

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

} // namespace

SyncForm::SyncForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_direction(new widgets::ChoiceField({{QStringLiteral("pull"), tr("Pull: its people become ours")},
                                            {QStringLiteral("push"), tr("Push: our people become its people")}},
                                           this))
    , m_url(new QLineEdit(this))
    , m_token(new widgets::SecretField(this))
    , m_enabled(new QCheckBox(tr("Runs by itself"), this))
    , m_every(new widgets::DurationField(this))
    , m_connection(new widgets::ChoiceField({{QString(), tr("None")}}, this))
    , m_groups(new widgets::EntriesField({{tr("Group"), QStringLiteral("Engineering")}},
                                         {tr("Group %1"), tr("Add a group")}, widgets::EntriesField::Shape::Row, this))
    , m_leaving(new widgets::ChoiceField({{QStringLiteral("deactivate"), tr("Is deactivated")},
                                          {QStringLiteral("delete"), tr("Is deleted")},
                                          {QStringLiteral("keep"), tr("Stays as it is")}},
                                         this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_name->setObjectName(QStringLiteral("sync.name"));
    m_url->setObjectName(QStringLiteral("sync.url"));
    m_url->setFont(theme::codeFont(font()));
    m_url->setPlaceholderText(QStringLiteral("https://app.example/scim/v2"));
    m_form->addRow(QStringLiteral("/name"), tr("&Name"), m_name);
    m_form->addRow(QStringLiteral("/direction"), tr("&Direction"), m_direction, tr("Fixed once it exists."));
    m_form->addRow(QStringLiteral("/url"), tr("&Address"), m_url, tr("Of the SCIM service, without /Users."));
    m_form->addRow(QStringLiteral("/token"), tr("&Token"), m_token,
                   tr("A bearer token of the service. It is given again whenever the address changes."));
    m_form->addRow(QStringLiteral("/enabled"), {}, m_enabled);
    m_form->addRow(QStringLiteral("/every"), tr("&Every"), m_every,
                   tr("From one pull to the next. A push follows each change within seconds, and looks for drift as "
                      "often as this says."));
    m_form->addRow(QStringLiteral("/connectionId"), tr("&Provider"), m_connection,
                   tr("Whose people it brings: who signs in there is found by name and external id."));
    m_form->addRow(QStringLiteral("/groups"), tr("&Groups"), m_groups,
                   tr("Whose members go there, with the groups. Without any: everybody."));
    m_form->addRow(QStringLiteral("/leaving"), tr("Who is &gone from the source"), m_leaving,
                   tr("Before anybody loses access the source is asked once more. Many at once are held back until "
                      "somebody confirms their number."));
    connect(m_direction, &QComboBox::activated, this, [this] {
        m_every->setSeconds(m_direction->value() == QLatin1String("push") ? kDay : kHour);
        showRows();
    });
}

void SyncForm::setSync(const admin::api::ScimSync& sync, Use use) {
    m_sync = sync;
    m_use = use;
    m_name->setText(toQString(sync.name));
    m_direction->setValue(sync.direction.empty() ? QStringLiteral("pull") : toQString(sync.direction));
    m_direction->setEnabled(use == Use::Create);
    m_url->setText(toQString(sync.url));
    m_token->reset(sync.hasToken);
    if (sync.token) {
        m_token->setText(toQString(*sync.token));
    }
    m_enabled->setChecked(sync.enabled);
    m_every->setSeconds(sync.every);
    m_connection->setValue(toQString(sync.connectionId));
    std::vector<widgets::EntriesField::Entry> groups;
    groups.reserve(sync.groups.size());
    for (const std::string& group : sync.groups) {
        groups.push_back({toQString(group)});
    }
    m_groups->setEntries(groups);
    m_leaving->setValue(toQString(sync.leaving));
    m_form->clearErrors();
    showRows();
}

void SyncForm::setConnections(const std::vector<std::pair<QString, QString>>& connections) {
    const QString chosen = m_connection->value();
    while (m_connection->count() > 1) {
        m_connection->removeItem(1);
    }
    for (const auto& [id, name] : connections) {
        m_connection->addItem(name, id);
    }
    m_connection->setValue(chosen);
}

admin::api::ScimSync SyncForm::sync() const {
    admin::api::ScimSync out = m_sync;
    out.name = m_name->text().trimmed().toStdString();
    out.direction = m_direction->value().toStdString();
    out.url = m_url->text().trimmed().toStdString();
    const auto token = m_token->changedValue();
    out.token = token ? std::optional(token->toStdString()) : std::nullopt;
    out.enabled = m_enabled->isChecked();
    out.every = m_every->seconds().value_or(m_sync.every);
    const bool push = out.direction == "push";
    out.connectionId = push ? std::string() : m_connection->value().toStdString();
    out.groups.clear();
    for (const widgets::EntriesField::Entry& entry : m_groups->entries()) {
        if (push && !entry.front().isEmpty()) {
            out.groups.push_back(entry.front().toStdString());
        }
    }
    out.leaving = m_leaving->value().toStdString();
    return out;
}

std::vector<widgets::FieldError> SyncForm::problems() const {
    std::vector<widgets::FieldError> out;
    const auto refuse = [&out](const char* pointer, const QString& message) {
        out.push_back({QString::fromLatin1(pointer), QStringLiteral("malformed"), message});
    };
    if (m_name->text().trimmed().isEmpty()) {
        refuse("/name", tr("Is needed."));
    }
    const QUrl url(m_url->text().trimmed());
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!web || url.host().isEmpty()) {
        refuse("/url", tr("An address such as https://app.example/scim/v2."));
    }
    const auto every = m_every->seconds();
    if (!every || *every < 60 || *every > 30 * kDay) {
        refuse("/every", tr("A minute to 30 days, such as 1 h."));
    }
    const bool moved = m_use == Use::Edit && m_sync.hasToken && url.toString() != toQString(m_sync.url);
    if (moved && !m_token->changedValue()) {
        refuse("/token", tr("The address is another one: give its token."));
    }
    return out;
}

void SyncForm::focusFirst() {
    m_name->setFocus(Qt::OtherFocusReason);
}

void SyncForm::showRows() {
    const bool push = m_direction->value() == QLatin1String("push");
    m_form->setRowVisible(QStringLiteral("/connectionId"), !push);
    m_form->setRowVisible(QStringLiteral("/groups"), push);
}

} // namespace gatehouse::ui::panels::syncs
