// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/audit_panel.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/audit/audit_export.h"
#include "ui/panels/audit/audit_source.h"
#include "ui/panels/audit/chain_badge.h"
#include "ui/panels/audit/filter_bar.h"
#include "ui/panels/audit/record_detail.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chart.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/table_text.h"

namespace gatehouse::ui::panels::audit {

using client::toQString;

namespace {

constexpr int kRowHeight = 26;
const auto kText = QStringLiteral("filter");
const auto kChips = QStringLiteral("chips");

bool isNumber(const QString& text) {
    bool number = false;
    text.toLongLong(&number);
    return number;
}

} // namespace

AuditPanel::AuditPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new AuditModel(this))
    , m_source(new AuditSource(client(), requests(), *m_model, this))
    , m_export(new AuditExport(client(), requests(), this))
    , m_filter(new FilterBar(this))
    , m_histogram(new widgets::Chart(tr("Records over time"), widgets::Chart::Kind::Bars, this))
    , m_table(new widgets::FilterTable(tr("Audit log"), widgets::FilterBy::Panel, this))
    , m_badge(new ChainBadge(client(), requests(), this))
    , m_live(new QToolButton(this))
    , m_stopExport(new QPushButton(this))
    , m_pane(new widgets::DetailPane(tr("Record"), this))
    , m_detail(new RecordDetail(m_pane))
    , m_showLogin(offer("", tr("Show the login"),
                        [this] {
                            if (m_shown.flowId) {
                                emit goTo({QStringLiteral("logins"), tenant(), toQString(*m_shown.flowId)});
                            }
                        }))
    , m_followActor(
          offer("", tr("Follow this user"), [this] { follow(QStringLiteral("actor=") + toQString(m_shown.actor.id)); }))
    , m_followTarget(offer("", tr("Follow this object"),
                           [this] { follow(QStringLiteral("target=") + toQString(m_shown.target.id)); }))
    , m_followFlow(offer("", tr("Follow this login"), [this] {
        if (m_shown.flowId) {
            follow(QStringLiteral("flow=") + toQString(*m_shown.flowId));
        }
    })) {
    m_showLogin->setIcon(theme::icon(QStringLiteral("logins")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 700, 400, this));
    connectParts();
}

QWidget* AuditPanel::makeHead() {
    auto* header =
        new widgets::PageHeader(tr("Audit log"), tr("Everything that happened, chained so that it shows."), this);
    m_live->setCheckable(true);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    showWaiting(0);
    header->addAction(m_badge);
    header->addAction(m_live);
    return header;
}

QWidget* AuditPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(m_filter);
    m_histogram->setRanges(true);
    m_histogram->setMaximumHeight(84);
    column->addWidget(m_histogram);
    m_table->setModel(m_model);
    m_table->setColumnWidths({76, 78, -1, 92, 110, 140, 100}, {AuditModel::Seq, AuditModel::Target});
    widgets::setColumnShown(*m_table->view()->horizontalHeader(), AuditModel::Address, false);
    m_table->view()->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->view()->setFilterActions(true);
    m_table->setEmptyContent(QStringLiteral("activity"), tr("Nothing was recorded yet. The log is running."));
    m_stopExport->hide();
    m_table->addAction(m_stopExport);
    column->addWidget(m_table, 1);
    return list;
}

void AuditPanel::makeDetail() {
    m_pane->body()->addWidget(m_detail);
    m_pane->showEmpty(QStringLiteral("activity"), tr("Select a record to see who did what, and what changed."));
    connect(m_detail, &RecordDetail::flowRequested, this,
            [this](const QString& id) { emit goTo({QStringLiteral("logins"), tenant(), id}); });
}

void AuditPanel::connectParts() {
    using widgets::FilterTable;
    using widgets::TableView;
    connect(m_filter, &FilterBar::changed, this, &AuditPanel::applyFilter);
    connect(m_source, &AuditSource::opened, this, &AuditPanel::showOpened);
    connect(m_source, &AuditSource::countChanged, this, &AuditPanel::showCount);
    connect(m_source, &AuditSource::waitingChanged, this, &AuditPanel::showWaiting);
    connect(m_source, &AuditSource::failed, this,
            [this](const client::Failure& failure) { m_table->showError(shell::errorText(failure)); });
    connect(m_badge, &ChainBadge::failed, this,
            [this](const client::Failure& failure) { m_table->showError(shell::errorText(failure)); });
    connect(m_table->view(), &TableView::looked, m_model, &AuditModel::look);
    connect(m_table->view(), &TableView::filterRequested, this, [this](const QString& token, bool exclude) {
        Parsed parsed = parseFilter(token);
        if (!parsed.terms.empty()) {
            parsed.terms.front().exclude = exclude;
            m_filter->addChip(parsed.terms.front());
        }
    });
    connect(m_table, &FilterTable::filterChanged, m_filter, &FilterBar::clear);
    connect(m_table, &FilterTable::retryRequested, this, &AuditPanel::refresh);
    connect(m_table, &FilterTable::currentKeyChanged, this, &AuditPanel::showSelected);
    connectTasks();
    connect(m_histogram, &widgets::Chart::rangeSelected, this, &AuditPanel::zoomTo);
    auto* pause = new QAction(tr("Pause the live view"), m_table->view());
    pause->setShortcut(Qt::Key_Space);
    pause->setShortcutContext(Qt::WidgetShortcut);
    m_table->view()->QWidget::addAction(pause);
    connect(pause, &QAction::triggered, m_live, &QToolButton::toggle);
    connect(m_live, &QToolButton::toggled, this, &AuditPanel::togglePause);
}

void AuditPanel::tenantChanged() {
    m_source->close();
    m_asked.drop();
    m_bins.drop();
    m_one.drop();
    m_model->open(0);
    m_badge->setTenant(tenant());
    m_table->setExportName(tr("Audit log of %1").arg(tenant()));
}

void AuditPanel::refresh() {
    if (!tenant().isEmpty()) {
        m_badge->setTenant(tenant());
        applyFilter();
    }
}

void AuditPanel::reveal(const QString& object) {
    if (!isNumber(object)) {
        m_filter->setFilter({}, object);
        return;
    }
    if (m_model->rowOf(object) >= 0) {
        m_table->select(object);
        return;
    }
    m_wanted = object;
    if (!m_filter->terms().empty()) {
        m_filter->clear();
    }
    m_table->select(object);
}

QString AuditPanel::currentObject() const {
    return m_table->currentKey();
}

void AuditPanel::focusFilter() {
    m_filter->focusEdit();
}

QVariantMap AuditPanel::saveState() const {
    QVariantMap state = Panel::saveState();
    state.insert(kText, m_filter->text());
    state.insert(kChips, m_filter->chipsText());
    return state;
}

void AuditPanel::restoreState(const QVariantMap& state) {
    Panel::restoreState(state);
    m_filter->setFilter(state.value(kText).toString(), state.value(kChips).toString());
}

void AuditPanel::takeEvent(const client::Event& event) {
    if (event.name !=
        QByteArray(client::api::kAuditEvent.data(), static_cast<qsizetype>(client::api::kAuditEvent.size()))) {
        return;
    }
    const QJsonObject record = QJsonDocument::fromJson(event.data).object();
    if (record.value(QStringLiteral("tenant")).toString() == tenant()) {
        m_source->heardOf(static_cast<qint64>(record.value(QStringLiteral("seq")).toDouble()));
    }
}

void AuditPanel::poll() {
    m_source->lookForNew();
}

void AuditPanel::applyFilter() {
    if (tenant().isEmpty()) {
        return;
    }
    m_terms = m_filter->terms();
    QStringList words;
    for (const Term& term : m_terms) {
        words.append(termText(term));
    }
    m_words = words.join(u' ');
    ++m_lookUp;
    m_asked.drop();
    m_table->setLoading(true);
    lookUp(0);
}

/// Names become ids, references become flows, one after the other; then the filter is opened.
void AuditPanel::lookUp(std::size_t term) {
    while (term < m_terms.size() && m_terms[term].field != QLatin1String("actor") &&
           m_terms[term].field != QLatin1String("target") && m_terms[term].field != QLatin1String("ref")) {
        ++term;
    }
    if (term == m_terms.size()) {
        openFilter();
        return;
    }
    const QString value = m_terms[term].value;
    if (m_terms[term].field == QLatin1String("ref")) {
        askLatest(m_asked, client().flow(tenant(), value), [this, term, value](auto outcome) {
            if (!outcome) {
                m_table->setLoading(false);
                m_filter->showHint(tr("There is no login with the reference %1.").arg(value));
                return;
            }
            m_terms[term].value = toQString(outcome->id);
            lookUp(term + 1);
        });
        return;
    }
    if (value.contains(u',') || value.contains(u'*') || value.count(u'-') >= 4) {
        lookUp(term + 1); // ids already
        return;
    }
    client::ListQuery query;
    query.search = value;
    query.limit = 20;
    askLatest(m_asked, client().users(tenant(), query), [this, term](auto outcome) {
        foundPeople(term, outcome ? outcome->items : std::vector<client::api::User>());
        lookUp(term + 1);
    });
}

void AuditPanel::foundPeople(std::size_t term, const std::vector<client::api::User>& people) {
    QStringList ids;
    for (const client::api::User& user : people) {
        ids.append(toQString(user.id));
    }
    if (!ids.isEmpty()) { // else it is the id of something that is no person
        m_terms[term].value = ids.join(u',');
    }
}

void AuditPanel::openFilter() {
    m_source->open(tenant(), queryOf(m_terms, QDateTime::currentDateTimeUtc()));
}

void AuditPanel::showOpened() {
    m_table->clearError();
    showCount();
    readHistogram();
    if (!m_wanted.isEmpty()) {
        m_table->select(std::exchange(m_wanted, {}));
    }
}

void AuditPanel::showCount() {
    const bool onlyTimes = !m_terms.empty() && std::all_of(m_terms.begin(), m_terms.end(), [](const Term& term) {
        return term.field == QLatin1String("since") || term.field == QLatin1String("until");
    });
    m_table->setNoMatchContent(onlyTimes ? tr("No events in this range. The log is running: it holds %1 records.")
                                               .arg(QLocale().toString(m_source->wholeLog()))
                                         : QString(),
                               tr("Widen range"));
    m_table->setLoading(!m_source->isCounted());
    m_table->setPanelFilter(m_words, m_words.isEmpty() ? -1 : m_source->wholeLog());
}

void AuditPanel::showSelected(const QString& key) {
    const client::api::AuditRecord* record = m_model->at(m_table->view()->currentIndex().row());
    if (record == nullptr || key.isEmpty()) {
        return; // its page is on its way
    }
    showRecord(*record);
}

void AuditPanel::showRecord(const client::api::AuditRecord& record) {
    m_shown = record;
    const auto [status, word] = outcomeOf(record);
    m_pane->setTitle(toQString(record.type),
                     tr("Record #%1").arg(QLocale().toString(static_cast<qlonglong>(record.seq))));
    m_pane->setChip(status, word);
    m_detail->showRecord(record);
    m_pane->showContent();
    m_followActor->setEnabled(!record.actor.id.empty());
    m_followTarget->setEnabled(!record.target.id.empty());
    m_followFlow->setEnabled(record.flowId.has_value());
    m_showLogin->setEnabled(record.flowId.has_value());
}

void AuditPanel::follow(const QString& token) {
    const Parsed parsed = parseFilter(token);
    if (!parsed.terms.empty()) {
        m_filter->addChip(parsed.terms.front());
    }
}

void AuditPanel::togglePause() {
    m_source->setPaused(m_live->isChecked());
    if (!m_live->isChecked()) {
        m_source->lookForNew();
    }
    showWaiting(0);
}

void AuditPanel::showWaiting(int count) {
    const bool paused = m_live->isChecked();
    m_live->setIcon(theme::icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_live->setText(!paused ? tr("Live") : count == 0 ? tr("Paused") : tr("+%1 new").arg(QLocale().toString(count)));
    m_live->setAccessibleName(!paused ? tr("Live view, press to pause")
                                      : tr("Live view paused, %1 new records, press to go on").arg(count));
    m_live->setToolTip(paused ? tr("Go on (Space)") : tr("Pause the live view (Space)"));
}

} // namespace gatehouse::ui::panels::audit
