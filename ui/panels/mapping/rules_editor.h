// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QJsonObject>
#include <QStringList>
#include <QWidget>

#include "admin/api/connection.h"
#include "ui/panels/mapping/mapping_draft.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QTabWidget;
class QTableView;
class QToolButton;

namespace gatehouse::ui::widgets {
class JsonEdit;
class WordsField;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::mapping {

class AttributeRulesModel;
class RoleRulesModel;

/// The mapping under edit, as rules and as source, two ways: what does not parse is refused with line and column,
/// never dropped.
class RulesEditor final : public QWidget {
    Q_OBJECT
public:
    explicit RulesEditor(QWidget* parent = nullptr);

    void setMapping(const QJsonObject& mapping);
    [[nodiscard]] QJsonObject mapping() const;
    [[nodiscard]] MappingDraft draft() const;
    /// False while the source does not parse: nothing can be previewed or saved.
    [[nodiscard]] bool isSound() const { return m_sound; }
    void addRuleFor(const QString& claim);
    /// Shows what each rule gave.
    void showResults(const admin::api::Preview& preview);
    void clearResults();
    /// Adds a rule for an attribute, to be filled in.
    [[nodiscard]] QToolButton* addButton() const;
    /// Claims to offer while typing a source.
    void setKnownClaims(const QStringList& names);

signals:
    void edited();

private:
    QWidget* makeRules();
    QWidget* makeSource();
    void showDraft(const MappingDraft& draft);
    void sourceEdited();
    void tabChanged(int tab);
    void rulesEdited();

    QTabWidget* m_tabs;
    AttributeRulesModel* m_attributes;
    RoleRulesModel* m_roles;
    QTableView* m_attributeView = nullptr;
    QTableView* m_roleView = nullptr;
    widgets::WordsField* m_defaultRoles = nullptr;
    QLineEdit* m_groupsFrom = nullptr;
    QCheckBox* m_groupsCreate = nullptr;
    widgets::JsonEdit* m_source = nullptr;
    QLabel* m_problem = nullptr;
    QStringList m_claims;
    MappingDraft m_base; ///< what the fields do not show
    /// The mapping as it was given or written as source, to the letter, until a rule is edited.
    std::optional<QJsonObject> m_asWritten;
    bool m_sound = true;
    bool m_filling = false;
};

} // namespace gatehouse::ui::panels::mapping
