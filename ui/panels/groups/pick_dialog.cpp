// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/groups/pick_dialog.h"

#include <utility>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/groups/group_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::panels::groups {

using client::toQString;

namespace {

constexpr QSize kSize(620, 520);

client::api::GroupMember memberOf(const client::api::User& user) {
    return {user.id, "user", !user.displayName.empty() ? user.displayName : user.userName, user.userName, user.active};
}

} // namespace

PickDialog::PickDialog(client::AdminClient& client, QString tenant, Of what, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_what(what)
    , m_model(new MemberModel(this))
    , m_table(
          new widgets::FilterTable(what == Of::People ? tr("People") : tr("Groups"), widgets::FilterBy::Broker, this))
    , m_add(new QPushButton(tr("Add"), this)) {
    setObjectName(QStringLiteral("group.pick"));
    setWindowTitle(what == Of::People ? tr("Add people to the group") : tr("Add groups to the group"));
    resize(kSize);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 220, 90}, {MemberModel::UserName});
    m_table->setEmptyContent(QStringLiteral("users"), what == Of::People ? tr("The tenant has no people yet.")
                                                                         : tr("The tenant has no other group."));
    theme::setButtonKind(*m_add, theme::ButtonKind::Primary);
    m_add->setAccessibleName(tr("Add those who are selected"));
    m_add->setObjectName(QStringLiteral("group.pickAdd"));
    m_add->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &PickDialog::choose);
    connect(m_table, &widgets::FilterTable::opened, this, &PickDialog::choose);
    connect(m_table, &widgets::FilterTable::filterChanged, this, [this] { read({}); });
    connect(m_table, &widgets::FilterTable::retryRequested, this, [this] { read({}); });
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    read({});
    m_table->focusFilter();
}

void PickDialog::read(const QString& cursor) {
    m_table->setLoading(true);
    const client::ListQuery query{m_table->filterText(), cursor, 100};
    const bool goesOn = !cursor.isEmpty();
    if (m_what == Of::People) {
        m_requests.askLatest(m_reading, m_client.users(m_tenant, query), this, [this, goesOn](const auto& outcome) {
            m_table->setLoading(false);
            if (!outcome) {
                m_table->showError(shell::errorText(outcome.error()));
                return;
            }
            std::vector<client::api::GroupMember> rows;
            for (const client::api::User& user : outcome->items) {
                rows.push_back(memberOf(user));
            }
            take(std::move(rows), outcome->nextCursor, goesOn);
        });
        return;
    }
    m_requests.askLatest(m_reading, m_client.groups(m_tenant, query), this, [this, goesOn](const auto& outcome) {
        m_table->setLoading(false);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        std::vector<client::api::GroupMember> rows;
        for (const client::api::Group& group : outcome->items) {
            rows.push_back({group.id, "group", group.name, {}, true});
        }
        take(std::move(rows), outcome->nextCursor, goesOn);
    });
}

void PickDialog::take(std::vector<client::api::GroupMember> rows, const std::optional<std::string>& next, bool goesOn) {
    m_table->clearError();
    goesOn ? m_model->appendRows(std::move(rows)) : m_model->setRows(std::move(rows));
    m_cursor = next ? toQString(*next) : QString();
    m_table->setMoreAvailable(!m_cursor.isEmpty());
}

void PickDialog::choose() {
    const QStringList ids = m_table->selectedKeys();
    if (!ids.isEmpty()) {
        emit chosen(ids);
        accept();
    }
}

} // namespace gatehouse::ui::panels::groups
