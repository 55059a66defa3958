// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/rules_editor.h"

#include <QCheckBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/mapping/rules_model.h"
#include "ui/panels/mapping/trace_results.h"
#include "ui/theme/icons.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/json_edit.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"
#include "ui/widgets/wrapping.h"

namespace gatehouse::ui::panels::mapping {
namespace {

/// A cell editor that offers known words.
class SuggestDelegate final : public widgets::StatusDelegate {
public:
    SuggestDelegate(const QStringList& words, QObject* parent)
        : StatusDelegate(parent)
        , m_words(words) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const override {
        auto* edit = new QLineEdit(parent);
        edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        auto* completer = new QCompleter(m_words, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
        return edit;
    }

private:
    const QStringList& m_words;
};

const QStringList& targets() {
    static const QStringList names{QStringLiteral("email"), QStringLiteral("userName"), QStringLiteral("displayName"),
                                   QStringLiteral("givenName"), QStringLiteral("familyName")};
    return names;
}

QTableView* makeTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setAccessibleName(name);
    view->setTabKeyNavigation(false);
    view->setShowGrid(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                          QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->setItemDelegate(new widgets::StatusDelegate(view));
    widgets::wrapRows(*view);
    return view;
}

QToolButton* toolButton(const char* icon, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(theme::icon(QLatin1String(icon)));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

const auto kAdd = QStringLiteral("rules.add");

/// Section title with add, remove, up and down for a table of rules.
template <class Model, class MakeRow>
QWidget* ruleBar(const QString& title, const QString& noun, Model* model, QTableView* view, MakeRow makeRow,
                 QWidget* parent) {
    auto* bar = new QWidget(parent);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(widgets::sectionLabel(title, bar), 1);
    auto* add = toolButton("add", RulesEditor::tr("Add a rule for %1").arg(noun), bar);
    add->setObjectName(kAdd);
    auto* remove = toolButton("delete", RulesEditor::tr("Remove the rule for %1").arg(noun), bar);
    auto* up = toolButton("move-up", RulesEditor::tr("Move the rule for %1 up").arg(noun), bar);
    auto* down = toolButton("move-down", RulesEditor::tr("Move the rule for %1 down").arg(noun), bar);
    for (QToolButton* button : {add, remove, up, down}) {
        row->addWidget(button);
    }
    QObject::connect(add, &QToolButton::clicked, view, [model, view, makeRow] {
        const QModelIndex cell = model->index(model->add(makeRow()), 0);
        view->setCurrentIndex(cell);
        view->edit(cell);
    });
    QObject::connect(remove, &QToolButton::clicked, view, [model, view] { model->remove(view->currentIndex().row()); });
    const auto move = [model, view](int by) {
        const QModelIndex at = view->currentIndex();
        if (at.isValid() && model->move(at.row(), by)) {
            view->setCurrentIndex(at.siblingAtRow(at.row() + by));
        }
    };
    QObject::connect(up, &QToolButton::clicked, view, [move] { move(-1); });
    QObject::connect(down, &QToolButton::clicked, view, [move] { move(1); });
    return bar;
}

} // namespace

RulesEditor::RulesEditor(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_attributes(new AttributeRulesModel(this))
    , m_roles(new RoleRulesModel(this)) {
    m_tabs->setDocumentMode(true);
    auto* scroll = new QScrollArea(m_tabs); // in a low window
    scroll->setWidget(makeRules());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    m_tabs->addTab(scroll, tr("Rules"));
    m_tabs->addTab(makeSource(), tr("Source"));
    m_tabs->tabBar()->setAccessibleName(tr("Mapping as rules or as source"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RulesEditor::tabChanged);
    connect(m_attributes, &AttributeRulesModel::edited, this, &RulesEditor::rulesEdited);
    connect(m_roles, &RoleRulesModel::edited, this, &RulesEditor::rulesEdited);
}

QWidget* RulesEditor::makeRules() {
    auto* page = new QWidget(m_tabs);
    m_attributeView = makeTable(m_attributes, tr("Attribute rules"), page);
    widgets::ColumnFit::apply(*m_attributeView, {100, 116, 100, 68, -1});
    m_attributeView->setItemDelegateForColumn(AttributeRulesModel::Target, new SuggestDelegate(targets(), this));
    m_attributeView->setItemDelegateForColumn(AttributeRulesModel::From, new SuggestDelegate(m_claims, this));
    m_roleView = makeTable(m_roles, tr("Role rules"), page);
    widgets::ColumnFit::apply(*m_roleView, {-1, 110, 90});

    m_attributeView->setMinimumHeight(196);
    m_roleView->setMinimumHeight(80);
    m_defaultRoles = new widgets::WordsField(page);
    m_defaultRoles->setAccessibleName(tr("Roles for everyone"));
    m_groupsFrom = new QLineEdit(page);
    m_groupsFrom->setPlaceholderText(tr("claim, for example groups"));
    m_groupsFrom->setAccessibleName(tr("Groups from claim"));
    m_groupsCreate = new QCheckBox(tr("Make missing groups"), page);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->addWidget(new QLabel(tr("Roles for everyone"), page), 0, 0);
    grid->addWidget(m_defaultRoles, 0, 1, 1, 2);
    grid->addWidget(new QLabel(tr("Groups from"), page), 1, 0);
    grid->addWidget(m_groupsFrom, 1, 1);
    grid->addWidget(m_groupsCreate, 1, 2);
    grid->setColumnStretch(1, 1);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    column->addWidget(ruleBar(
        tr("Attributes"), tr("attributes"), m_attributes, m_attributeView, [] { return AttributeRow(); }, page));
    column->addWidget(m_attributeView, 3);
    column->addSpacing(6);
    column->addWidget(ruleBar(
        tr("Roles"), tr("roles"), m_roles, m_roleView,
        [] { return RoleRow{QStringLiteral("groups contains "), {}, {}}; }, page));
    column->addWidget(m_roleView, 2);
    column->addSpacing(6);
    column->addLayout(grid);
    connect(m_defaultRoles, &QLineEdit::textEdited, this, &RulesEditor::rulesEdited);
    connect(m_groupsFrom, &QLineEdit::textEdited, this, &RulesEditor::rulesEdited);
    connect(m_groupsCreate, &QCheckBox::toggled, this, &RulesEditor::rulesEdited);
    return page;
}

QWidget* RulesEditor::makeSource() {
    auto* page = new QWidget(m_tabs);
    m_source = new widgets::JsonEdit(tr("Mapping as JSON"), page);
    m_problem = new QLabel(page);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(m_source, 1);
    column->addWidget(m_problem);
    connect(m_source, &widgets::JsonEdit::contentChanged, this, &RulesEditor::sourceEdited);
    return page;
}

QToolButton* RulesEditor::addButton() const {
    return findChild<QToolButton*>(kAdd); // the attributes' comes first
}

void RulesEditor::setMapping(const QJsonObject& mapping) {
    m_filling = true;
    showDraft(MappingDraft::fromJson(mapping));
    m_source->setObject(mapping);
    m_asWritten = mapping;
    m_problem->hide();
    m_sound = true;
    m_filling = false;
}

void RulesEditor::showDraft(const MappingDraft& draft) {
    m_base = draft;
    m_attributes->setRows(draft.attributes);
    m_roles->setRows(draft.roles);
    m_defaultRoles->setWords(draft.defaultRoles);
    m_groupsFrom->setText(draft.groupsFrom);
    m_groupsCreate->setChecked(draft.groupsCreate);
    for (QTableView* view : {m_attributeView, m_roleView}) {
        if (view->model()->rowCount() > 0) {
            view->setCurrentIndex(view->model()->index(0, 0));
        }
    }
}

MappingDraft RulesEditor::draft() const {
    MappingDraft draft = m_base;
    draft.attributes = m_attributes->rows();
    draft.roles = m_roles->rows();
    draft.defaultRoles = m_defaultRoles->words();
    draft.groupsFrom = m_groupsFrom->text();
    draft.groupsCreate = m_groupsCreate->isChecked();
    return draft;
}

QJsonObject RulesEditor::mapping() const {
    return m_asWritten ? *m_asWritten : draft().toJson();
}

void RulesEditor::addRuleFor(const QString& claim) {
    m_tabs->setCurrentIndex(0);
    const int row = m_attributes->add({claim, claim, {}, false});
    m_attributeView->setCurrentIndex(m_attributes->index(row, AttributeRulesModel::Target));
    m_attributeView->setFocus(Qt::OtherFocusReason);
}

void RulesEditor::rulesEdited() {
    if (!m_filling) {
        m_asWritten.reset();
        emit edited();
    }
}

void RulesEditor::tabChanged(int tab) {
    if (tab == 1 && m_sound && !m_asWritten) { // else it stays as it was typed
        m_filling = true;
        m_source->setObject(mapping());
        m_filling = false;
    } else if (tab == 0 && !m_sound) {
        m_tabs->setCurrentIndex(1); // text that does not parse is not dropped
        m_source->setFocus(Qt::OtherFocusReason);
    }
}

void RulesEditor::sourceEdited() {
    if (m_filling) {
        return;
    }
    const widgets::JsonProblem problem = m_source->problem();
    m_sound = problem.message.isEmpty();
    m_problem->setVisible(!m_sound);
    if (!m_sound) {
        m_problem->setText(tr("Line %1, column %2: %3.").arg(problem.line).arg(problem.column).arg(problem.message));
    } else if (const auto object = m_source->object()) {
        m_filling = true;
        showDraft(MappingDraft::fromJson(*object));
        m_filling = false;
        m_asWritten = *object;
    }
    emit edited();
}

void RulesEditor::showResults(const admin::api::Preview& preview) {
    m_attributes->setResults(attributeResults(preview));
    m_roles->setResults(roleResults(preview, m_roles->rows()));
}

void RulesEditor::clearResults() {
    m_attributes->setResults({});
    m_roles->setResults({});
}

void RulesEditor::setKnownClaims(const QStringList& names) {
    m_claims = names;
}

} // namespace gatehouse::ui::panels::mapping
