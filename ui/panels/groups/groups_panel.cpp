// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/groups/groups_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/groups/group_form.h"
#include "ui/panels/groups/group_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::groups {

using client::toDateTime;
using client::toQString;

namespace {

constexpr int kMembersTab = 0;
constexpr int kSettingsTab = 1;
constexpr int kMembersHeight = 340;

} // namespace

GroupsPanel::GroupsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new GroupModel(this))
    , m_table(new widgets::FilterTable(tr("Groups"), widgets::FilterBy::Broker, this))
    , m_pane(new widgets::DetailPane(tr("Group"), this))
    , m_tabs(new QTabWidget(m_pane))
    , m_facts(new widgets::DetailGrid(this))
    , m_members(new MemberModel(this))
    , m_memberTable(new widgets::FilterTable(tr("Members"), widgets::FilterBy::Rows, this))
    , m_addPeople(new QPushButton(tr("Add people…"), this))
    , m_addGroups(new QPushButton(tr("Add groups…"), this))
    , m_remove(new QPushButton(tr("Take out"), this))
    , m_form(new GroupForm)
    , m_events(makeEventsButton([this] { return QStringLiteral("target=") + shownId(); }))
    , m_delete(new QPushButton(theme::icon(QStringLiteral("delete")), tr("Delete"), this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_review(new QPushButton(tr("Review and apply"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 520, 540, this));
}

QWidget* GroupsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header =
        new widgets::PageHeader(tr("Groups"), tr("People together, and the roles that they have because of it."), list);
    auto* add = new QPushButton(theme::icon(QStringLiteral("add"), theme::Tone::OnAccent), tr("New group"), list);
    add->setAccessibleName(add->text());
    theme::setButtonKind(*add, theme::ButtonKind::Primary);
    header->addAction(add);
    column->addWidget(header);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 80, 150, 100}, {GroupModel::From, GroupModel::Roles});
    m_table->sortBy(GroupModel::Name, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("group"),
                             tr("No group yet. Directories bring theirs, sign-ins can, and you can make one."),
                             tr("Make a group"));
    column->addWidget(m_table, 1);
    connect(add, &QPushButton::clicked, this, &GroupsPanel::startNew);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, &GroupsPanel::startNew);
    connect(m_table, &widgets::FilterTable::filterChanged, this, &GroupsPanel::refresh);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &GroupsPanel::refresh);
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &GroupsPanel::showSelected);
    connect(m_table, &widgets::FilterTable::deleteRequested, this, &GroupsPanel::askToDelete);
    offer("panel.new", tr("New group"), [this] { startNew(); });
    return list;
}

QWidget* GroupsPanel::makeMembers() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_memberTable->setModel(m_members);
    m_memberTable->setMinimumHeight(kMembersHeight);
    m_memberTable->setColumnWidths({-1, 200, 90}, {MemberModel::UserName});
    m_memberTable->setEmptyContent(QStringLiteral("users"), tr("Nobody is in this group."), tr("Add people"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_addPeople, m_addGroups, m_remove}) {
        button->setAccessibleName(button->text());
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_addPeople->setObjectName(QStringLiteral("group.addPeople"));
    m_remove->setObjectName(QStringLiteral("group.remove"));
    column->addWidget(m_facts);
    column->addLayout(buttons);
    column->addWidget(m_memberTable, 1);
    connect(m_addPeople, &QPushButton::clicked, this, &GroupsPanel::pickPeople);
    connect(m_addGroups, &QPushButton::clicked, this, &GroupsPanel::pickGroups);
    connect(m_remove, &QPushButton::clicked, this, &GroupsPanel::removeSelected);
    connect(m_memberTable, &widgets::FilterTable::deleteRequested, this, &GroupsPanel::removeSelected);
    connect(m_memberTable, &widgets::FilterTable::emptyActionRequested, this, &GroupsPanel::pickPeople);
    connect(m_memberTable, &widgets::FilterTable::moreRequested, this, [this] { readMembers(m_memberCursor); });
    connect(m_memberTable, &widgets::FilterTable::currentKeyChanged, this,
            [this](const QString& key) { m_remove->setEnabled(!key.isEmpty()); });
    connect(m_memberTable, &widgets::FilterTable::opened, this, [this](const QString& key) {
        const client::api::GroupMember* member = m_members->find(key);
        if (member != nullptr && member->type == "group") {
            m_table->select(key);
        } else if (member != nullptr) {
            emit goTo({QStringLiteral("users"), tenant(), key});
        }
    });
    return page;
}

void GroupsPanel::makeDetail() {
    m_tabs->setDocumentMode(true);
    const auto addTab = [this](QWidget* page, const QString& title) {
        auto* holder = new QWidget(m_tabs);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 14, 0, 0);
        column->addWidget(page);
        m_tabs->addTab(holder, title);
    };
    addTab(makeMembers(), tr("Members"));
    addTab(m_form, tr("Settings"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the group"));
    m_pane->body()->addWidget(m_tabs);
    m_pane->addAction(m_events);
    m_pane->addFootLeft(m_delete);
    m_pane->addFootRight(m_revert);
    m_pane->addFootRight(m_review);
    m_delete->setAccessibleName(tr("Delete this group"));
    m_revert->setAccessibleName(m_revert->text());
    m_review->setAccessibleName(m_review->text());
    theme::setButtonKind(*m_delete, theme::ButtonKind::Quiet);
    theme::setButtonKind(*m_review, theme::ButtonKind::Primary);
    connect(m_delete, &QPushButton::clicked, this, &GroupsPanel::askToDelete);
    connect(m_review, &QPushButton::clicked, this, &GroupsPanel::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, &GroupsPanel::revert);
    connect(&m_form->form(), &widgets::Form::edited, this, &GroupsPanel::edited);
    connect(&m_form->form(), &widgets::Form::settled, this, &GroupsPanel::validate);
    connect(&drafts(), &drafts::Drafts::changed, this, &GroupsPanel::showButtons);
    connect(&changes(), &drafts::Changes::failed, this, &GroupsPanel::notApplied);
    offer("", m_addPeople);
    offer("", m_addGroups);
    offer("", m_delete);
    showSelected({});
}

void GroupsPanel::tenantChanged() {
    for (client::Latest* each : {&m_selected, &m_readingMembers, &m_previewing}) {
        each->drop();
    }
    m_creating = false;
    m_shown = {};
    m_model->setRows({});
    m_members->setRows({});
    showSelected({});
}

void GroupsPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    read({});
    readRoles();
    if (!m_creating && !m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void GroupsPanel::read(const QString& cursor) {
    m_table->setLoading(true);
    askLatest(m_reading, client().groups(tenant(), {m_table->filterText(), cursor, 200}), [this, cursor](auto outcome) {
        m_table->setLoading(false);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        cursor.isEmpty() ? m_model->setRows(std::move(outcome->items)) : m_model->appendRows(std::move(outcome->items));
        m_cursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_table->setMoreAvailable(!m_cursor.isEmpty());
    });
}

void GroupsPanel::readRoles() {
    ask(client().roles(tenant()), [this](const auto& outcome) {
        if (outcome) {
            m_form->setKnownRoles(outcome->items);
        }
    });
}

void GroupsPanel::readMembers(const QString& cursor) {
    m_memberTable->setLoading(true);
    askLatest(m_readingMembers, client().groupMembers(tenant(), shownId(), cursor), [this, cursor](auto outcome) {
        m_memberTable->setLoading(false);
        if (!outcome) {
            m_memberTable->showError(shell::errorText(outcome.error()));
            return;
        }
        m_memberTable->clearError();
        cursor.isEmpty() ? m_members->setRows(std::move(outcome->items))
                         : m_members->appendRows(std::move(outcome->items));
        m_memberCursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_memberTable->setMoreAvailable(!m_memberCursor.isEmpty());
        m_remove->setEnabled(!m_memberTable->currentKey().isEmpty());
    });
}

void GroupsPanel::reveal(const QString& id) {
    m_table->select(id);
}

QString GroupsPanel::currentObject() const {
    return m_table->currentKey();
}

void GroupsPanel::focusFilter() {
    m_table->focusFilter();
}

void GroupsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        if (!m_creating) {
            m_selected.drop();
            m_pane->showEmpty(QStringLiteral("group"), tr("Select a group to see who is in it and what it gives."));
        }
        return;
    }
    m_creating = false;
    askLatest(m_selected, client().group(tenant(), id), [this](const auto& outcome) {
        m_pane->showContent();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        if (shownId() != toQString(outcome->value.id)) {
            m_members->setRows({});
        }
        m_shown = *outcome;
        showGroup();
        readMembers({});
    });
}

void GroupsPanel::startNew() {
    m_creating = true;
    m_selected.drop();
    m_shown = {};
    m_pane->showContent();
    m_tabs->setCurrentIndex(kSettingsTab);
    showGroup();
    m_form->focusFirst();
}

void GroupsPanel::showGroup() {
    m_pane->banner()->dismiss();
    if (m_creating) {
        m_pane->setTitle(tr("New group"), tr("People can be added once it is there."));
        m_pane->hideChip();
    } else {
        m_pane->setTitle(toQString(m_shown.value.name), toQString(m_shown.value.description));
        m_pane->setChip(m_shown.value.isProtected ? widgets::Status::Info : widgets::Status::Ok,
                        m_shown.value.isProtected ? tr("Protected") : sourceOf(m_shown.value));
        m_model->updateRow(m_shown.value);
        showFacts();
    }
    m_tabs->setTabVisible(kMembersTab, !m_creating);
    m_events->setVisible(!m_creating);
    m_delete->setVisible(!m_creating);
    showForm();
}

void GroupsPanel::showFacts() {
    const client::api::Group& group = m_shown.value;
    const QDateTime changed = toDateTime(group.updatedAt);
    m_facts->clear();
    m_facts->addText(tr("People in it"), QLocale().toString(qlonglong(group.memberCount)),
                     tr("Without those of the groups within it"));
    m_facts->addTags(tr("Gives roles"), client::toStringList(group.roles), {}, tr("none"));
    m_facts->addText(tr("Made by"), sourceOf(group));
    if (!group.externalId.empty()) {
        m_facts->addCode(tr("External id"), toQString(group.externalId));
    }
    m_facts->addText(tr("Changed"), widgets::relativeTime(changed), widgets::absoluteTime(changed));
}

} // namespace gatehouse::ui::panels::groups
