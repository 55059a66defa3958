// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/panel.h"

class QPushButton;
class QTabWidget;
class QToolButton;

namespace gatehouse::ui::widgets {
class DetailGrid;
class DetailPane;
class FilterTable;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::groups {

class GroupForm;
class GroupModel;
class MemberModel;

/// The groups of a tenant: who is in them, and which roles they give. What a group is, is edited as a draft; who comes
/// and goes is done at once and can be taken back.
class GroupsPanel final : public shell::Panel {
    Q_OBJECT
public:
    explicit GroupsPanel(shell::Services services, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& id) override;
    [[nodiscard]] QString currentObject() const override;
    void focusFilter() override;
    void draftApplied(const drafts::Applied& what) override;

protected:
    void tenantChanged() override;

private:
    QWidget* makeList();
    void makeDetail();
    QWidget* makeMembers();
    void read(const QString& cursor);
    void readRoles();
    void readMembers(const QString& cursor);
    void showSelected(const QString& id);
    void startNew();
    void showGroup();
    void showFacts();

    // groups_panel_acts.cpp
    [[nodiscard]] drafts::Subject subject() const;
    [[nodiscard]] QString shownId() const;
    /// What a draft of a group is about: who is in it is not.
    [[nodiscard]] static QJsonObject documentOf(const client::api::Group& group);
    void showForm();
    void edited();
    void validate();
    void previewRoles();
    void revert();
    void showButtons();
    void notApplied(const drafts::Subject& failed, const client::Failure& failure);
    void askToDelete();
    void removeShown();
    void pickPeople();
    void pickGroups();
    enum class Way { In, Out };
    void move(const QStringList& people, Way way, bool offerUndo);
    void addGroups(const QStringList& ids);
    void removeSelected();
    void setSubgroups(const QStringList& ids, const QString& sentence);
    [[nodiscard]] QStringList subgroups() const;
    void membersChanged();

    GroupModel* m_model;
    widgets::FilterTable* m_table;
    widgets::DetailPane* m_pane;
    QTabWidget* m_tabs;
    widgets::DetailGrid* m_facts;
    MemberModel* m_members;
    widgets::FilterTable* m_memberTable;
    QPushButton* m_addPeople;
    QPushButton* m_addGroups;
    QPushButton* m_remove;
    GroupForm* m_form;
    QToolButton* m_events;
    QPushButton* m_delete;
    QPushButton* m_revert;
    QPushButton* m_review;
    client::Versioned<client::api::Group> m_shown;
    QString m_cursor;
    QString m_memberCursor;
    client::Latest m_reading;
    client::Latest m_selected;
    client::Latest m_readingMembers;
    client::Latest m_previewing;
    bool m_creating = false;
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::groups
