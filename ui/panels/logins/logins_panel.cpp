// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/logins_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "admin/api/codec.h"
#include "ui/client/convert.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/panels/logins/flow_model.h"
#include "ui/panels/logins/replay_view.h"
#include "ui/panels/logins/secrets_switch.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

namespace {

const auto kOutcome = QStringLiteral("outcome");
constexpr QLatin1String kReason("reason=");

} // namespace

LoginsPanel::LoginsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new FlowModel(this))
    , m_table(new widgets::FilterTable(tr("Logins"), widgets::FilterBy::Rows, this))
    , m_outcome(new widgets::ChoiceField({{QString(), tr("All outcomes")},
                                          {QStringLiteral("failure"), tr("Refused")},
                                          {QStringLiteral("success"), tr("Signed in")},
                                          {QStringLiteral("started"), tr("Under way")}},
                                         this))
    , m_reasonChip(new QToolButton(this))
    , m_pane(new widgets::DetailPane(tr("Login"), this))
    , m_detail(new FlowDetail(FlowDetail::Mode::Live, m_pane))
    , m_live(new QToolButton(this))
    , m_open(new QPushButton(theme::icon(QStringLiteral("upload")), tr("Open bundle"), this))
    , m_user(new QPushButton(theme::icon(QStringLiteral("user")), tr("User"), this))
    , m_provider(new QPushButton(theme::icon(QStringLiteral("connections")), tr("Provider"), this))
    , m_export(new QPushButton(theme::icon(QStringLiteral("download")), tr("Export"), this))
    , m_secrets(new SecretsSwitch(services.client, requests(), this))
    , m_unredacted(new QPushButton(theme::icon(QStringLiteral("key")), tr("Codes and tokens"), this))
    , m_copy(new widgets::CopyButton(tr("reference"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 470, 600, this));
}

QWidget* LoginsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(tr("Logins"), tr("Each sign-in as it happens, message by message."), list);
    theme::setButtonKind(*m_open, theme::ButtonKind::Quiet);
    m_open->setAccessibleName(tr("Open a sign-in bundle from a file"));
    header->addAction(m_open);
    makeLive();
    column->addWidget(header);
    auto* switches = new widgets::FlowLayout;
    switches->addWidget(m_live);
    switches->addWidget(m_secrets);
    column->addLayout(switches);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(this, tr("Open a sign-in bundle"), {}, tr("Gatehouse bundles (*.ghbundle)"));
        if (!file.isEmpty()) {
            openBundle(file);
        }
    });
    m_outcome->setAccessibleName(tr("Outcome of the logins shown"));
    m_table->addAction(m_outcome);
    m_reasonChip->setIcon(theme::icon(QStringLiteral("close")));
    m_reasonChip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_reasonChip->hide();
    m_table->addAction(m_reasonChip);
    connect(m_reasonChip, &QToolButton::clicked, this, &LoginsPanel::showAll);
    m_table->setModel(m_model);
    m_table->setColumnWidths({78, -1, 102, 130, 90, 90, 64}, {FlowModel::Reference});
    for (const int hidden : {FlowModel::Connection, FlowModel::App, FlowModel::Duration}) {
        m_table->view()->setColumnHidden(hidden, true); // the details say them; the columns' menu brings them back
    }
    m_table->sortBy(FlowModel::Time, Qt::DescendingOrder);
    column->addWidget(m_table, 1);
    setReason({});
    connect(m_outcome, &QComboBox::activated, this, [this] {
        setReason({});
        read({});
    });
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, [this] {
        if (m_outcome->value().isEmpty()) {
            emit goTo({QStringLiteral("sandbox"), tenant()});
        } else {
            showAll();
        }
    });
    connect(m_table, &widgets::FilterTable::retryRequested, this, &LoginsPanel::refresh);
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &LoginsPanel::showSelected);
    return list;
}

void LoginsPanel::makeDetail() {
    m_pane->body()->addWidget(m_detail);
    m_pane->addAction(makeEventsButton([this] { return QStringLiteral("flow=") + toQString(m_shown.id); }));
    m_pane->addAction(m_copy);
    m_pane->addFootLeft(m_user);
    m_pane->addFootLeft(m_provider);
    m_pane->addFootLeft(m_unredacted);
    m_pane->addFootRight(m_export);
    m_export->setAccessibleName(tr("Export this sign-in as a bundle"));
    connect(m_export, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getSaveFileName(this, tr("Export this sign-in"),
                                                          toQString(m_shown.reference) + QStringLiteral(".ghbundle"),
                                                          tr("Gatehouse bundles (*.ghbundle)"));
        if (!file.isEmpty()) {
            exportTo(file);
        }
    });
    connectDetail();
    makeSecrets();
    m_user->setAccessibleName(tr("Open the user"));
    m_provider->setAccessibleName(tr("Open the identity provider"));
    for (QPushButton* button : {m_user, m_provider, m_export, m_open}) {
        offer("", button);
    }
    m_pane->showEmpty(QStringLiteral("checklist"), tr("Select a login to see what was checked."));
    connect(m_user, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("users"), tenant(), toQString(m_shown.userId)}); });
    connect(m_provider, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("connections"), tenant(), toQString(m_shown.connectionId)}); });
}

void LoginsPanel::tenantChanged() {
    m_selected.drop();
    m_revealing.drop();
    m_comparing.drop();
    m_replaying.drop();
    m_unredacting.drop();
    m_shown = {};
    m_waiting.clear();
    setReason({});
    m_model->setRows({});
    m_secrets->setTenant(tenant());
}

void LoginsPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    m_waiting.clear();
    showLive();
    read({});
    m_secrets->refresh();
}

void LoginsPanel::poll() {
    if (!m_live->isChecked()) {
        refresh();
    }
}

void LoginsPanel::setReason(const QString& reason) {
    m_reason = reason;
    m_reasonChip->setVisible(!reason.isEmpty());
    m_reasonChip->setText(reason);
    m_reasonChip->setToolTip(tr("Only logins that were refused with this. Press to see all."));
    m_reasonChip->setAccessibleName(tr("Show all logins, not only those refused with %1").arg(reason));
    if (!reason.isEmpty()) {
        m_outcome->setValue(QStringLiteral("failure"));
    }
    if (m_outcome->value().isEmpty()) {
        m_table->setEmptyContent(QStringLiteral("logins"), tr("Make a sign-in and it appears here, step by step."),
                                 tr("Start a sandbox sign-in"));
    } else {
        m_table->setEmptyContent(QStringLiteral("filter"),
                                 reason.isEmpty() ? tr("No login ended like this.")
                                                  : tr("No login of %1 was refused with %2.").arg(tenant(), reason),
                                 tr("Show all logins"));
    }
}

void LoginsPanel::showAll() {
    m_outcome->setValue({});
    setReason({});
    read({});
    m_table->focusFilter();
}

void LoginsPanel::read(const QString& cursor) {
    m_table->setLoading(true);
    client::FlowQuery query;
    query.outcome = m_outcome->value();
    query.reason = m_reason;
    query.cursor = cursor;
    askLatest(m_reading, client().flows(tenant(), query), [this, cursor](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        cursor.isEmpty() ? m_model->setRows(std::move(outcome->items)) : m_model->appendRows(std::move(outcome->items));
        m_cursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_table->setMoreAvailable(!m_cursor.isEmpty());
        m_table->setLoading(false);
    });
}

void LoginsPanel::reveal(const QString& what) {
    if (what.startsWith(kReason)) {
        setReason(what.mid(kReason.size()));
        read({});
        return;
    }
    if (m_model->find(what) != nullptr) {
        m_table->select(what);
        return;
    }
    askLatest(m_revealing, client().flow(tenant(), what), [this](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_model->take(*outcome);
        m_table->select(toQString(outcome->id));
    });
}

QVariantMap LoginsPanel::saveState() const {
    QVariantMap state = Panel::saveState();
    state.insert(kOutcome, m_outcome->value());
    return state;
}

void LoginsPanel::restoreState(const QVariantMap& state) {
    Panel::restoreState(state);
    const QString outcome = state.value(kOutcome).toString();
    if (m_outcome->findData(outcome) >= 0) {
        m_outcome->setValue(outcome);
    }
}

QString LoginsPanel::currentObject() const {
    return m_table->currentKey();
}

void LoginsPanel::focusFilter() {
    m_table->focusFilter();
}

void LoginsPanel::takeEvent(const client::Event& event) {
    if (event.name !=
        QByteArray(client::api::kFlowEvent.data(), static_cast<qsizetype>(client::api::kFlowEvent.size()))) {
        return;
    }
    const auto flow = client::api::decode<client::api::Flow>(event.data.toStdString(), client::api::Side::Reply);
    const QString wanted = m_outcome->value();
    if (!flow || toQString(flow->tenant) != tenant() || (!wanted.isEmpty() && toQString(flow->outcome) != wanted) ||
        (!m_reason.isEmpty() && toQString(flow->reason) != m_reason)) {
        return;
    }
    if (m_live->isChecked()) {
        std::erase_if(m_waiting, [&flow](const client::api::Flow& one) { return one.id == flow->id; });
        m_waiting.push_back(*flow);
        showLive();
        return;
    }
    m_model->take(*flow);
    if (flow->id == m_shown.id) {
        showSelected(toQString(flow->id));
    }
}

void LoginsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        m_selected.drop();
        m_pane->showEmpty(QStringLiteral("checklist"), tr("Select a login to see what was checked."));
        return;
    }
    askLatest(m_selected, client().flow(tenant(), id), [this](auto outcome) {
        m_pane->showContent();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        showFlow(*outcome);
    });
}

void LoginsPanel::showFlow(const client::api::Flow& flow) {
    m_comparing.drop();
    m_replaying.drop();
    m_unredacting.drop();
    m_shown = flow;
    m_unredacted->setVisible(m_secrets->isOn() && flow.recorded);
    m_unredacted->setEnabled(true);
    const auto [status, word] = outcomeOf(flow);
    m_pane->setTitle(flow.user.empty() ? tr("Sign-in") : toQString(flow.user));
    m_pane->setChip(status, word);
    m_copy->setValue(toQString(flow.reference));
    m_user->setVisible(!flow.userId.empty());
    m_provider->setVisible(!flow.connectionId.empty());
    m_pane->banner()->dismiss();
    m_detail->replayView()->reset(flow.recorded, draftOfConnection() != nullptr);
    m_detail->showFlow(flow);
}

void LoginsPanel::showcase() {
    // A refusal that came all the way from the provider tells more than one that ended at the door.
    const client::api::Flow* chosen = nullptr;
    for (const client::api::Flow& flow : m_model->rows()) {
        if (flow.outcome == "failure" && (chosen == nullptr || chosen->connectionId.empty())) {
            chosen = &flow;
        }
    }
    if (chosen != nullptr) {
        m_table->select(toQString(chosen->id));
    }
}

} // namespace gatehouse::ui::panels::logins
