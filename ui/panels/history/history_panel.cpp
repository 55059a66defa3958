// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/history/history_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/drafts/diff_view.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::history {

using client::toQString;

namespace {

/// The panel that shows objects of that kind; empty where none does.
QString panelOf(const QString& kind) {
    return kind == QLatin1String("connection") ? QStringLiteral("connections")
           : kind == QLatin1String("user")     ? QStringLiteral("users")
           : kind == QLatin1String("tenant")   ? QStringLiteral("tenants")
                                               : QString();
}

} // namespace

HistoryPanel::HistoryPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new ChangeModel(this))
    , m_table(new widgets::FilterTable(tr("Changes"), widgets::FilterBy::Rows, this))
    , m_pane(new widgets::DetailPane(tr("Change"), this))
    , m_grid(new widgets::DetailGrid(m_pane))
    , m_diff(new ui::drafts::DiffView(tr("Before and after"), m_pane))
    , m_object(new QPushButton(theme::icon(QStringLiteral("arrow-right")), tr("Open the object"), this))
    , m_revert(new QPushButton(theme::icon(QStringLiteral("undo")), tr("Take back …"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 600, 470, this));
}

QWidget* HistoryPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(new widgets::PageHeader(
        tr("History"), tr("Every change, by whom, and what was before. Each can be taken back."), list));
    m_table->setModel(m_model);
    m_table->setColumnWidths({110, 120, 90, -1, 90}, {ChangeModel::Who});
    m_table->sortBy(ChangeModel::Time, Qt::DescendingOrder);
    m_table->setEmptyContent(QStringLiteral("clock"), tr("Nothing was changed yet. What you apply appears here."),
                             tr("Open the identity providers"));
    column->addWidget(m_table, 1);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this,
            [this] { emit goTo({QStringLiteral("connections"), tenant()}); });
    connect(m_table, &widgets::FilterTable::retryRequested, this, &HistoryPanel::refresh);
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &HistoryPanel::showSelected);
    return list;
}

void HistoryPanel::makeDetail() {
    m_diff->setMinimumHeight(200);
    m_pane->body()->addWidget(m_diff, 1);
    m_pane->body()->addWidget(m_grid);
    m_pane->addAction(makeEventsButton([this] {
        const auto* record = m_model->find(m_table->currentKey());
        return record == nullptr ? QString() : QStringLiteral("target=") + toQString(record->target.id);
    }));
    m_pane->addFootLeft(m_object);
    m_pane->addFootRight(m_revert);
    m_revert->setAccessibleName(tr("Take this change back"));
    m_revert->setToolTip(tr("Makes a draft that puts back what was before; you look at it before it is applied"));
    offer("", m_object);
    offer("", m_revert);
    m_pane->showEmpty(QStringLiteral("clock"), tr("Select a change to see what it did."));
    connect(m_revert, &QPushButton::clicked, this, &HistoryPanel::revert);
    connect(m_object, &QPushButton::clicked, this, [this] {
        if (const auto* record = m_model->find(m_table->currentKey())) {
            emit goTo({panelOf(toQString(record->target.type)), tenant(), toQString(record->target.id)});
        }
    });
}

void HistoryPanel::tenantChanged() {
    m_model->setRows({});
    m_reverting.drop();
}

void HistoryPanel::refresh() {
    if (!tenant().isEmpty()) {
        read({});
    }
}

void HistoryPanel::read(const QString& cursor) {
    m_table->setLoading(true);
    askLatest(m_reading, client().records(tenant(), changeTypes(), cursor), [this, cursor](const auto& outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        cursor.isEmpty() ? m_model->setRows(outcome->items) : m_model->appendRows(outcome->items);
        m_cursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_table->setMoreAvailable(!m_cursor.isEmpty());
        m_table->setLoading(false);
    });
}

void HistoryPanel::reveal(const QString& seq) {
    m_table->select(seq);
}

QString HistoryPanel::currentObject() const {
    return m_table->currentKey();
}

void HistoryPanel::focusFilter() {
    m_table->focusFilter();
}

void HistoryPanel::takeEvent(const client::Event& event) {
    if (event.name == "audit" && isVisible()) {
        const QJsonObject record = QJsonDocument::fromJson(event.data).object();
        if (changeTypes().split(u',').contains(record.value(QLatin1String("type")).toString()) &&
            record.value(QLatin1String("tenant")).toString() == tenant()) {
            refresh();
        }
    }
}

void HistoryPanel::showSelected(const QString& seq) {
    const admin::api::AuditRecord* record = m_model->find(seq);
    if (record == nullptr) {
        m_pane->showEmpty(QStringLiteral("clock"), tr("Select a change to see what it did."));
        return;
    }
    m_pane->showContent();
    m_pane->banner()->dismiss();
    const QDateTime time = client::toDateTime(record->time);
    m_pane->setTitle(tr("%1: %2").arg(actOf(*record), objectOf(*record)), widgets::relativeTime(time));
    record->outcome == "success" ? m_pane->setChip(widgets::Status::Ok, tr("Done"))
                                 : m_pane->setChip(widgets::Status::Failed, tr("Refused"));
    m_diff->setLines(linesOf(*record));
    m_grid->clear();
    m_grid->addText(tr("Who"), toQString(record->actor.name.empty() ? record->actor.id : record->actor.name));
    m_grid->addText(tr("When"), widgets::absoluteTime(time));
    const QJsonObject details = client::toJsonObject(record->data);
    m_grid->addCode(tr("Operation"), details.value(QLatin1String("operation")).toString());
    m_grid->addCode(tr("Request"), details.value(QLatin1String("requestId")).toString());
    m_grid->addText(tr("Log record"), tr("#%1").arg(record->seq), toQString(record->hash));
    m_object->setVisible(!panelOf(toQString(record->target.type)).isEmpty());
    m_revert->setEnabled(reversalOf(*record, tenant()).has_value());
}

void HistoryPanel::revert() {
    const admin::api::AuditRecord* record = m_model->find(m_table->currentKey());
    const auto reversal = record == nullptr ? std::nullopt : reversalOf(*record, tenant());
    if (!reversal) {
        return;
    }
    if (reversal->draft.act == drafts::Act::Create) {
        drafts().put(reversal->draft);
        emit reviewRequested();
        return;
    }
    askLatest(m_reverting, client().call("GET", drafts::objectPath(reversal->draft.subject)),
              [this, reversal](const auto& now) {
                  if (!now) {
                      m_pane->banner()->showError(shell::errorText(now.error()));
                      return;
                  }
                  drafts::Draft draft = onto(*reversal, now->value, now->etag);
                  if (draft.act == drafts::Act::Update && draft.base == draft.wanted) {
                      m_pane->banner()->showWarning(tr("It is already as it was before this change."));
                      return;
                  }
                  drafts().put(std::move(draft));
                  emit reviewRequested();
              });
}

} // namespace gatehouse::ui::panels::history
