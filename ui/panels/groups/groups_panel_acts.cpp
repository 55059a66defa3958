// SPDX-License-Identifier: Apache-2.0
// GroupsPanel: what is edited of a group, who comes and goes, and its end.
#include "ui/panels/groups/groups_panel.h"

#include <QJsonArray>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/drafts/draft_of.h"
#include "ui/panels/groups/group_form.h"
#include "ui/panels/groups/group_model.h"
#include "ui/panels/groups/pick_dialog.h"
#include "ui/shell/failure_text.h"
#include "ui/shell/toasts.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/typed_confirmation.h"

namespace gatehouse::ui::panels::groups {

using client::toQString;

namespace {

const QString kKind = QStringLiteral("group");
const QString kNew = QStringLiteral("new");

} // namespace

drafts::Subject GroupsPanel::subject() const {
    return {tenant(), kKind, m_creating ? kNew : shownId()};
}

QString GroupsPanel::shownId() const {
    return toQString(m_shown.value.id);
}

QJsonObject GroupsPanel::documentOf(const client::api::Group& group) {
    QJsonObject document = client::documentOf(group);
    document.remove(QStringLiteral("members"));
    document.remove(QStringLiteral("groups"));
    return document;
}

void GroupsPanel::showForm() {
    client::api::Group group = m_shown.value;
    const drafts::Draft* draft = drafts().find(subject());
    if (auto wanted = draft == nullptr ? std::nullopt : client::resourceOf<client::api::Group>(draft->wanted)) {
        group.name = wanted->name;
        group.description = wanted->description;
        group.roles = wanted->roles;
        group.isProtected = wanted->isProtected;
    }
    m_filling = true;
    m_form->setGroup(group);
    m_filling = false;
    showButtons();
}

void GroupsPanel::edited() {
    if (m_filling) {
        return;
    }
    const drafts::Draft* known = drafts().find(subject());
    const drafts::Act act = m_creating ? drafts::Act::Create : drafts::Act::Update;
    drafts::Draft draft =
        known != nullptr ? *known : drafts::draftOf(subject(), act, QStringLiteral("groups"), m_shown);
    if (!m_creating) {
        draft.base = documentOf(m_shown.value);
    }
    const client::api::Group wanted = m_form->group();
    draft.title = wanted.name.empty() ? tr("New group") : toQString(wanted.name);
    draft.wanted = documentOf(wanted);
    draft.ready = m_form->problems().empty();
    drafts().put(std::move(draft));
    previewRoles();
}

void GroupsPanel::validate() {
    m_form->form().addErrors(m_form->problems());
}

void GroupsPanel::previewRoles() {
    const client::api::Group wanted = m_form->group();
    if (m_creating || wanted.roles == m_shown.value.roles) {
        m_previewing.drop();
        m_form->hideEffect();
        return;
    }
    askLatest(m_previewing, client().previewGroup(tenant(), shownId(), {wanted.roles}),
              [this](const auto& outcome) { outcome ? m_form->showEffect(*outcome) : m_form->hideEffect(); });
}

void GroupsPanel::revert() {
    drafts().discard(subject());
    m_pane->banner()->dismiss();
    showForm();
}

void GroupsPanel::showButtons() {
    const bool shown = m_creating || !shownId().isEmpty();
    const drafts::Draft* draft = shown ? drafts().find(subject()) : nullptr;
    m_revert->setEnabled(draft != nullptr);
    m_review->setEnabled(draft != nullptr && draft->ready);
    m_review->setToolTip(draft != nullptr && !draft->ready ? tr("Correct the marked fields first")
                                                           : tr("Look at what changes, then apply it (Ctrl+S)"));
}

void GroupsPanel::notApplied(const drafts::Subject& failed, const client::Failure& failure) {
    if (failed == subject()) {
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
        shell::showFailure(failure, m_form->form(), *m_pane->banner());
    }
}

void GroupsPanel::draftApplied(const drafts::Applied& what) {
    const drafts::Subject& of = what.draft.subject;
    if (of.kind != kKind || of.tenant != tenant()) {
        return;
    }
    if (what.draft.act == drafts::Act::Delete) { // a new group that was taken back
        m_shown = {};
        showSelected({});
    } else {
        if (m_creating) {
            m_creating = false;
            m_tabs->setCurrentIndex(0);
        }
        m_table->select(what.result.value(QLatin1String("id")).toString());
    }
    refresh();
}

void GroupsPanel::askToDelete() {
    if (m_creating || shownId().isEmpty()) {
        return;
    }
    auto* box = new widgets::TypedConfirmation(tr("Delete the group %1?").arg(toQString(m_shown.value.name)),
                                               toQString(m_shown.value.name), tr("Delete this group"), this);
    box->setObjectName(QStringLiteral("group.deleteBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QString people = tr("%Ln people are in it no longer.", nullptr, static_cast<int>(m_shown.value.memberCount));
    const QString roles = client::toStringList(m_shown.value.roles).join(QStringLiteral(", "));
    box->setConsequences(roles.isEmpty()
                             ? QStringList{people}
                             : QStringList{people, tr("They lose the roles that it gives: %1.").arg(roles)});
    connect(box, &widgets::TypedConfirmation::confirmed, this, &GroupsPanel::removeShown);
    box->open();
}

void GroupsPanel::removeShown() {
    ask(client().deleteGroup(tenant(), shownId()), [this, name = toQString(m_shown.value.name)](const auto& outcome) {
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        drafts().discard(subject());
        m_shown = {};
        emit notice(tr("Deleted the group %1.").arg(name));
        showSelected({});
        refresh();
    });
}

void GroupsPanel::pickPeople() {
    auto* dialog = new PickDialog(client(), tenant(), PickDialog::Of::People, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PickDialog::chosen, this, [this](const QStringList& ids) { move(ids, Way::In, true); });
    dialog->open();
}

void GroupsPanel::pickGroups() {
    auto* dialog = new PickDialog(client(), tenant(), PickDialog::Of::Groups, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PickDialog::chosen, this, &GroupsPanel::addGroups);
    dialog->open();
}

void GroupsPanel::move(const QStringList& people, Way way, bool offerUndo) {
    client::api::GroupMembersChange change;
    for (const QString& id : people) {
        (way == Way::In ? change.add : change.remove).push_back(id.toStdString());
    }
    const QString group = shownId();
    ask(client().changeMembers(tenant(), group, change),
        [this, people, way, offerUndo, group, slug = tenant()](const auto& outcome) {
            if (!outcome) {
                m_pane->banner()->showError(shell::errorText(outcome.error()));
                return;
            }
            m_pane->banner()->dismiss();
            const auto count = static_cast<int>(way == Way::In ? outcome->added : outcome->removed);
            shell::Toast toast;
            toast.sentence = way == Way::In ? tr("%Ln people came into the group.", nullptr, count)
                                            : tr("%Ln people are out of the group.", nullptr, count);
            // Whoever was in it before would go out by an undo: it is offered where all of them came.
            if (offerUndo && toasts() != nullptr && count == people.size()) {
                toast.action = tr("Undo");
                toast.act = [self = QPointer<GroupsPanel>(this), people, way, group, slug] {
                    if (self && self->tenant() == slug && self->shownId() == group) {
                        self->move(people, way == Way::In ? Way::Out : Way::In, false);
                    }
                };
            }
            toasts() == nullptr ? emit notice(toast.sentence) : toasts()->show(toast);
            membersChanged();
        });
}

QStringList GroupsPanel::subgroups() const {
    QStringList ids;
    for (const client::api::GroupMember& member : m_members->rows()) {
        if (member.type == "group") {
            ids.append(toQString(member.id));
        }
    }
    return ids;
}

void GroupsPanel::addGroups(const QStringList& ids) {
    QStringList all = subgroups() + ids;
    all.removeDuplicates();
    setSubgroups(all, tr("Whoever is in it belongs to this group as well now."));
}

void GroupsPanel::removeSelected() {
    QStringList people;
    QStringList groups = subgroups();
    const auto before = groups.size();
    for (const QString& key : m_memberTable->selectedKeys()) {
        if (groups.removeAll(key) == 0) {
            people.append(key);
        }
    }
    if (groups.size() != before) {
        setSubgroups(groups, tr("The group is within this one no longer."));
    }
    if (!people.isEmpty()) {
        move(people, Way::Out, true);
    }
}

void GroupsPanel::setSubgroups(const QStringList& ids, const QString& sentence) {
    const QJsonObject patch{{QStringLiteral("groups"), QJsonArray::fromStringList(ids)}};
    ask(client().updateGroup(tenant(), shownId(), patch), [this, sentence](const auto& outcome) {
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        emit notice(sentence);
        membersChanged();
    });
}

void GroupsPanel::membersChanged() {
    showSelected(shownId());
}

} // namespace gatehouse::ui::panels::groups
