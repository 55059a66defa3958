// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/mapping_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/panels/mapping/batch_view.h"
#include "ui/panels/mapping/claims_input.h"
#include "ui/panels/mapping/mapping_columns.h"
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
constexpr int kRestingMs = 500;
constexpr int kLastLogins = 100;
const QString kMapping = QStringLiteral("mapping");

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
    , m_batch(new BatchView(this))
    , m_revert(new QPushButton(tr("Revert"), this))
    , m_review(new QPushButton(tr("Review and apply"), this)) {
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
    m_resting.setSingleShot(true);
    setDebounce(kTypingMs, kRestingMs);
    connect(&m_typing, &QTimer::timeout, this, &MappingPanel::preview);
    connect(&m_resting, &QTimer::timeout, this, &MappingPanel::runBatch);
    connect(m_input, &ClaimsInput::edited, this, [this] {
        showUnused();
        m_typing.start();
    });
    connect(m_input, &ClaimsInput::mapRequested, m_rules, &RulesEditor::addRuleFor);
    connect(m_rules, &RulesEditor::edited, this, &MappingPanel::rulesEdited);
    connect(m_batch, &BatchView::loginRequested, this,
            [this](const QString& flowId) { emit goTo({QStringLiteral("logins"), tenant(), flowId}); });
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &MappingPanel::refresh);
    connect(m_connections, &QComboBox::activated, this, [this] {
        m_wanted = m_connections->currentData().toString();
        readConnection();
    });
    connect(&drafts(), &drafts::Drafts::changed, this, &MappingPanel::showButtons);
    offer("panel.new", m_rules->addButton());
    offer("panel.test", tr("Run the last logins through the mapping"), [this] {
        m_typing.stop();
        m_resting.stop();
        preview();
        runBatch();
    });
    offer("", m_revert);
    showButtons();
}

void MappingPanel::setDebounce(int preview, int batch) {
    m_typing.setInterval(preview);
    m_resting.setInterval(batch);
}

drafts::Subject MappingPanel::subject() const {
    return {tenant(), QStringLiteral("connection"), currentObject()};
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
    header->addAction(makeEventsButton([this] { return QStringLiteral("target=") + currentObject(); }));
    header->addAction(m_connections);
    column->addWidget(header);
    column->addWidget(m_banner);
    return head;
}

QWidget* MappingPanel::makeMiddle() {
    auto* columns = new MappingColumns(m_input, m_rules, m_result, this);
    connect(m_result, &ResultView::outcomeChanged, columns, &MappingColumns::setOutcome);
    return columns;
}

QWidget* MappingPanel::makeFoot() {
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(theme::kPageMargin + 4, 10, theme::kPageMargin, 10);
    column->setSpacing(theme::kGroupSpacing);
    column->addWidget(m_batch);
    auto* row = new QHBoxLayout;
    row->addWidget(widgets::mutedLabel(tr("Sign-ins use the applied mapping. What you try here is a draft."), foot), 1);
    row->addWidget(m_revert);
    row->addWidget(m_review);
    column->addLayout(row);
    theme::setButtonKind(*m_review, theme::ButtonKind::Primary);
    m_review->setToolTip(tr("Look at what changes, then apply it (Ctrl+S)"));
    m_review->setAccessibleName(tr("Review and apply the mapping"));
    m_revert->setAccessibleName(tr("Revert the mapping"));
    connect(m_review, &QPushButton::clicked, this, &MappingPanel::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, &MappingPanel::revert);
    return foot;
}

void MappingPanel::tenantChanged() {
    m_connection = {};
    m_wanted.clear();
    m_connections->clear();
    m_previewing.drop();
    m_batching.drop();
    m_reading.drop();
    m_input->setPersonas({});
    m_input->setLogins({});
    m_batch->showNothing({});
    showButtons();
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
        if (!m_wanted.isEmpty()) {
            readConnection();
        }
    });
}

void MappingPanel::reveal(const QString& place) {
    m_wanted = place.section(u'/', 0, 0);
    if (const QString flow = place.section(u'/', 1); !flow.isEmpty()) {
        m_input->pickLogin(flow);
    }
    const int known = m_connections->findData(m_wanted);
    if (known >= 0 && m_wanted != currentObject()) {
        m_connections->setCurrentIndex(known);
        readConnection();
    }
}

QString MappingPanel::currentObject() const {
    return toQString(m_connection.value.id);
}

void MappingPanel::readConnection() {
    askLatest(m_reading, client().connection(tenant(), m_wanted), [this](const auto& outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        const bool other = outcome->value.id != m_connection.value.id;
        m_connection = *outcome;
        if (other) {
            m_input->setLogins({});
        }
        readLogins();
        showMapping();
    });
}

void MappingPanel::readLogins() {
    client::FlowQuery query;
    query.connection = currentObject();
    query.limit = kLastLogins;
    askLatest(m_recent, client().flows(tenant(), query), [this](const auto& outcome) {
        if (!outcome) {
            return; // personas and pasted tokens are still there
        }
        std::vector<client::api::Flow> replayable;
        for (const client::api::Flow& flow : outcome->items) {
            if (flow.recorded && flow.outcome != "started") {
                replayable.push_back(flow);
            }
        }
        m_input->setLogins(replayable);
    });
}

void MappingPanel::showMapping() {
    const drafts::Draft* draft = drafts().find(subject());
    m_rules->setMapping(draft == nullptr ? client::toJsonObject(m_connection.value.mapping)
                                         : draft->wanted.value(kMapping).toObject());
    showButtons();
    recompute();
}

void MappingPanel::draftApplied(const drafts::Applied& what) {
    if (what.draft.subject.kind == QLatin1String("connection") && what.draft.subject.tenant == tenant()) {
        refresh();
    }
}

void MappingPanel::takeEvent(const client::Event& event) {
    if (event.name == "flow" && isVisible() && !currentObject().isEmpty()) {
        const QJsonObject flow = QJsonDocument::fromJson(event.data).object();
        if (flow.value(QLatin1String("connectionId")).toString() == currentObject() &&
            flow.value(QLatin1String("outcome")).toString() != QLatin1String("started")) {
            readLogins();
            m_resting.start();
        }
    }
}

void MappingPanel::showcase() {
    m_resting.stop();
    runBatch();
}

void MappingPanel::readPersonas() {
    ask(client().sandbox(tenant()), [this](auto outcome) {
        if (outcome && !outcome->personas.empty()) {
            m_input->setPersonas(outcome->personas);
        }
    });
}

} // namespace gatehouse::ui::panels::mapping
