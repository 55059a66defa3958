// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/mapping_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/mapping/claims_input.h"
#include "ui/panels/mapping/result_view.h"
#include "ui/panels/mapping/rules_editor.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::mapping {

using client::toQString;

namespace {

constexpr int kTypingMs = 60;

/// One of the three columns, on the surface of a card.
QWidget* column(QWidget* content, QWidget* parent) {
    auto* frame = new QFrame(parent);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->addWidget(content);
    return frame;
}

} // namespace

MappingPanel::MappingPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_connections(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(m_stack))
    , m_banner(new widgets::ErrorBanner(this))
    , m_input(new ClaimsInput)
    , m_rules(new RulesEditor)
    , m_result(new ResultView)
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_save(new QPushButton(tr("Save mapping"), this)) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, theme::kPageMargin, 0, 0);
    page->setSpacing(12);
    page->addWidget(makeHead());
    page->addWidget(m_stack, 1);
    auto* content = new QWidget(m_stack);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeMiddle(), 1);
    rows->addWidget(makeFoot());
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_empty->setContent(QStringLiteral("mapping"), tr("A mapping belongs to an identity provider. Connect one first."),
                        tr("Connect an identity provider"));
    connect(m_empty, &widgets::EmptyState::actionRequested, this,
            [this] { emit goTo({QStringLiteral("connections"), tenant()}); });

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &MappingPanel::preview);
    connect(m_input, &ClaimsInput::edited, this, [this] {
        showUnused();
        m_typing.start();
    });
    connect(m_input, &ClaimsInput::mapRequested, m_rules, &RulesEditor::addRuleFor);
    connect(m_rules, &RulesEditor::edited, this, [this] {
        setDirty(true);
        showUnused();
        m_typing.start();
    });
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &MappingPanel::refresh);
    connect(m_connections, &QComboBox::activated, this, [this] {
        m_wanted = m_connections->currentData().toString();
        readConnection();
    });
    setDirty(false);
}

QWidget* MappingPanel::makeHead() {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(theme::kPageMargin + 4, 0, theme::kPageMargin, 0);
    auto* header = new widgets::PageHeader(
        tr("Claim mapping"),
        tr("What a sign-in makes of the claims that an identity provider sends. Nobody is changed by a preview."),
        head);
    m_connections->setAccessibleName(tr("Identity provider"));
    m_connections->setMinimumWidth(220);
    header->addAction(m_connections);
    column->addWidget(header);
    column->addWidget(m_banner);
    return head;
}

QWidget* MappingPanel::makeMiddle() {
    auto* scroll = new QScrollArea;
    auto* sheet = new QWidget(scroll);
    auto* sheetColumn = new QVBoxLayout(sheet);
    sheetColumn->setContentsMargins(0, 0, 0, 0);
    sheetColumn->setSpacing(8);
    sheetColumn->addWidget(widgets::sectionLabel(tr("Result"), sheet));
    sheetColumn->addWidget(m_result, 1);
    scroll->setWidget(sheet);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);

    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(column(m_input, splitter));
    splitter->addWidget(column(m_rules, splitter));
    splitter->addWidget(column(scroll, splitter));
    splitter->widget(0)->setMinimumWidth(200);
    splitter->widget(1)->setMinimumWidth(320);
    splitter->widget(2)->setMinimumWidth(256);
    splitter->setSizes({250, 550, 270});
    for (int i = 0; i < 3; ++i) {
        splitter->setStretchFactor(i, i == 1 ? 2 : 1);
    }
    return splitter;
}

QWidget* MappingPanel::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(theme::kPageMargin + 4, 10, theme::kPageMargin, 10);
    row->addWidget(widgets::mutedLabel(
                       tr("Sign-ins use the saved mapping. What you try here is not saved until you say so."), foot),
                   1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    theme::setButtonKind(*m_save, theme::ButtonKind::Primary);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setAccessibleName(m_save->text());
    m_revert->setAccessibleName(m_revert->text());
    connect(m_save, &QPushButton::clicked, this, &MappingPanel::save);
    connect(m_revert, &QPushButton::clicked, this, &MappingPanel::revert);
    return foot;
}

void MappingPanel::tenantChanged() {
    m_connection = {};
    m_wanted.clear();
    m_connections->clear();
    m_previewing.drop();
    m_reading.drop();
    m_input->setPersonas({});
    setDirty(false);
}

void MappingPanel::refresh() {
    if (tenant().isEmpty()) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    readPersonas();
    askLatest(m_listing, client().connections(tenant(), {.limit = 500}), [this](auto outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        const QString before = m_wanted.isEmpty() ? currentObject() : m_wanted;
        m_connections->clear();
        for (const client::api::Connection& connection : outcome->items) {
            const std::string& title = connection.displayName.empty() ? connection.name : connection.displayName;
            m_connections->addItem(toQString(title), toQString(connection.id));
        }
        const int known = m_connections->findData(before);
        m_connections->setCurrentIndex(known >= 0 || outcome->items.empty() ? known : 0);
        m_connections->setEnabled(!outcome->items.empty());
        m_stack->setCurrentIndex(outcome->items.empty() ? 1 : 0);
        m_wanted = m_connections->currentData().toString();
        if (!m_wanted.isEmpty() && !(m_dirty && m_wanted == currentObject())) {
            readConnection();
        }
    });
}

void MappingPanel::reveal(const QString& id) {
    m_wanted = id;
    const int known = m_connections->findData(id);
    if (known >= 0 && id != currentObject()) {
        m_connections->setCurrentIndex(known);
        readConnection();
    }
}

QString MappingPanel::currentObject() const {
    return toQString(m_connection.value.id);
}

void MappingPanel::readConnection() {
    askLatest(m_reading, client().connection(tenant(), m_wanted), [this](auto outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_connection = *std::move(outcome);
        revert();
    });
}

void MappingPanel::readPersonas() {
    ask(client().sandbox(tenant()), [this](auto outcome) {
        if (outcome && !outcome->personas.empty()) {
            m_input->setPersonas(outcome->personas);
        }
    });
}

void MappingPanel::revert() {
    m_banner->dismiss();
    m_rules->setMapping(client::toJsonObject(m_connection.value.mapping));
    setDirty(false);
    showUnused();
    m_typing.start();
}

void MappingPanel::preview() {
    client::api::PreviewRequest request;
    if (currentObject().isEmpty() || !m_rules->isSound() || !m_input->fill(request)) {
        m_previewing.drop();
        m_rules->clearResults();
        m_result->showNothing(m_rules->isSound() ? m_input->problem()
                                                 : tr("The source of the mapping does not parse."));
        return;
    }
    request.mapping = client::toRawJson(m_rules->mapping());
    askLatest(m_previewing, client().preview(tenant(), currentObject(), request),
              [this](const auto& outcome) { showPreview(outcome); });
}

void MappingPanel::showPreview(const client::Outcome<client::api::Preview>& outcome) {
    if (!outcome) {
        m_rules->clearResults();
        const std::vector<widgets::FieldError> errors = shell::fieldErrors(outcome.error());
        m_result->showNothing(errors.empty() ? shell::errorText(outcome.error()).what
                                             : errors.front().pointer + QStringLiteral(": ") + errors.front().message);
        return;
    }
    m_rules->showResults(*outcome);
    m_result->showPreview(*outcome);
}

void MappingPanel::showUnused() {
    const std::optional<QJsonObject> claims = m_input->claims();
    m_input->setUnused(claims ? unusedClaims(*claims, m_rules->draft()) : QStringList());
    m_rules->setKnownClaims(claims ? claims->keys() : QStringList());
}

void MappingPanel::save() {
    client::api::Connection wanted = m_connection.value;
    wanted.mapping = client::toRawJson(m_rules->mapping());
    m_save->setEnabled(false);
    ask(client().updateConnection(tenant(), m_connection, wanted), [this](auto outcome) {
        setDirty(true);
        if (!outcome) {
            widgets::ErrorText text = shell::errorText(outcome.error());
            QStringList lines;
            for (const widgets::FieldError& error : shell::fieldErrors(outcome.error())) {
                lines.append(error.pointer + QStringLiteral(": ") + error.message);
            }
            text.next = lines.isEmpty() ? text.next : lines.join(u'\n');
            m_banner->showError(text);
            return;
        }
        m_connection = *std::move(outcome);
        revert();
        emit notice(tr("Saved the mapping. The next sign-in uses it."));
    });
}

void MappingPanel::setDirty(bool dirty) {
    m_save->setEnabled(dirty && m_rules->isSound());
    m_revert->setEnabled(dirty);
    if (dirty != m_dirty) {
        m_dirty = dirty;
        emit dirtyChanged(dirty);
    }
}

} // namespace gatehouse::ui::panels::mapping
