// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/keys/keys_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/keys/key_detail.h"
#include "ui/panels/keys/key_model.h"
#include "ui/panels/keys/key_timeline.h"
#include "ui/panels/keys/key_words.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::keys {

using client::toDateTime;
using client::toQString;

namespace {

constexpr int kTickMs = 1000;
constexpr const char* kAlgorithms[] = {"ES256", "PS256", "EdDSA", "RS256"};

QString hint() {
    return KeysPanel::tr("Select a key to see its life and who has fetched it.");
}

} // namespace

KeysPanel::KeysPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new KeyModel(this))
    , m_timeline(new KeyTimeline(this))
    , m_rings(new QTabBar(this))
    , m_table(new widgets::FilterTable(tr("Keys"), widgets::FilterBy::Rows, this))
    , m_pane(new widgets::DetailPane(tr("Key"), this))
    , m_detail(new KeyDetail(m_pane))
    , m_rotate(new QPushButton(tr("Rotate"), this))
    , m_more(new QPushButton(tr("Another algorithm"), this))
    , m_current(new QPushButton(tr("Make current"), this))
    , m_retire(new QPushButton(tr("Retire"), this))
    , m_revoke(new QPushButton(tr("Revoke in an emergency"), this))
    , m_events(makeEventsButton([this] { return QStringLiteral("target=") + toQString(m_shown.kid); }))
    , m_tick(new QTimer(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 640, 470, this));
    m_tick->setInterval(kTickMs);
    connect(m_tick, &QTimer::timeout, this, &KeysPanel::showButtons);
}

QWidget* KeysPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    makeRotation(list);
    makeRings();
    auto* card = new widgets::Card(tr("In order, not to scale"), list);
    card->addAction(m_rings); // where it costs no height: low windows have little
    card->body()->addWidget(m_timeline);
    column->addWidget(card);
    m_table->setModel(m_model);
    m_table->setColumnWidths({96, 96, 96, 104, -1}, {KeyModel::Published, KeyModel::What});
    m_table->sortBy(KeyModel::Published, Qt::DescendingOrder);
    m_table->setEmptyContent(QStringLiteral("key"), tr("There are no keys: the tenant's keys are sealed, or gone."));
    column->addWidget(m_table, 1);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &KeysPanel::refresh);
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &KeysPanel::showSelected);
    connect(m_timeline, &KeyTimeline::picked, m_table, &widgets::FilterTable::select);
    return list;
}

void KeysPanel::makeRotation(QWidget* list) {
    auto* header = new widgets::PageHeader(
        tr("Keys"), tr("What tokens are signed with. A new key is published long before it signs."), list);
    auto* menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->setAccessibleName(m_more->text());
    m_more->setToolTip(tr("Sign with a further algorithm, for apps that ask for it"));
    connect(menu, &QMenu::aboutToShow, this, &KeysPanel::offerAlgorithms);
    header->addAction(m_more);
    theme::setButtonKind(*m_rotate, theme::ButtonKind::Primary);
    m_rotate->setAccessibleName(m_rotate->text());
    m_rotate->setToolTip(tr("The next key takes over as soon as everybody can have fetched it"));
    header->addAction(m_rotate);
    connect(m_rotate, &QPushButton::clicked, this,
            [this] { rotate(m_shown.kid.empty() || isAudit(m_shown) ? std::string("ES256") : m_shown.alg); });
    offer("", tr("Rotate signing key"), [this] { m_rotate->click(); });
    list->layout()->addWidget(header);
}

void KeysPanel::makeRings() {
    m_rings->setDocumentMode(true);
    m_rings->setDrawBase(false);
    m_rings->setExpanding(false);
    m_rings->setAccessibleName(tr("Whose keys"));
    m_rings->setObjectName(QStringLiteral("key.rings"));
    m_rings->addTab(tr("This tenant"));
    m_rings->addTab(tr("Front door"));
    m_rings->setTabToolTip(OfFrontDoor, tr("What tokens of apps for several tenants are signed with"));
    m_rings->hide();
    connect(m_rings, &QTabBar::currentChanged, this, [this] {
        forget();
        refresh();
    });
}

QString KeysPanel::ring() const {
    return m_rings->currentIndex() == OfFrontDoor ? QString() : tenant();
}

void KeysPanel::lookForFrontDoor() {
    if (!std::exchange(m_askedForFrontDoor, true)) {
        askLatest(m_frontDoor, client().keys({}),
                  [this](const auto& outcome) { m_rings->setVisible(outcome.has_value()); });
    }
}

void KeysPanel::offerAlgorithms() {
    QMenu* menu = m_more->menu();
    menu->clear();
    for (const char* algorithm : kAlgorithms) {
        if (currentOf(algorithm) == nullptr) {
            menu->addAction(tr("Sign with %1 too").arg(QLatin1String(algorithm)), this,
                            [this, algorithm] { rotate(algorithm); });
        }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("Every algorithm has a key"))->setEnabled(false);
    }
}

void KeysPanel::makeDetail() {
    m_pane->body()->addWidget(m_detail, 1);
    m_pane->addAction(m_events);
    m_pane->addFootLeft(m_revoke);
    m_pane->addFootRight(m_retire);
    m_pane->addFootRight(m_current);
    m_pane->showEmpty(QStringLiteral("key"), hint());
    theme::setButtonKind(*m_revoke, theme::ButtonKind::Danger);
    theme::setButtonKind(*m_current, theme::ButtonKind::Primary);
    m_revoke->setAccessibleName(m_revoke->text());
    m_revoke->setToolTip(tr("Somebody else has the private key: everything that it signed is refused at once"));
    m_retire->setAccessibleName(m_retire->text());
    connect(m_current, &QPushButton::clicked, this, &KeysPanel::makeCurrent);
    connect(m_retire, &QPushButton::clicked, this, &KeysPanel::retire);
    connect(m_revoke, &QPushButton::clicked, this, &KeysPanel::revoke);
    offer("", m_current);
    offer("panel.delete", m_retire);
    offer("", m_revoke);
}

void KeysPanel::tenantChanged() {
    const QSignalBlocker quiet(m_rings);
    m_rings->setCurrentIndex(OfTenant);
    forget();
}

void KeysPanel::forget() {
    m_reading.drop();
    m_evidence.drop();
    m_shown = {};
    m_model->setRows({});
    m_timeline->setKeys({}, QDateTime::currentDateTimeUtc());
    m_tick->stop();
}

void KeysPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    lookForFrontDoor();
    m_table->setLoading(true);
    askLatest(m_reading, client().keys(ring()), [this](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        m_timeline->setKeys(outcome->items, QDateTime::currentDateTimeUtc());
        m_model->setRows(std::move(outcome->items));
        m_table->setLoading(false);
        if (!m_table->currentKey().isEmpty()) {
            showSelected(m_table->currentKey());
        }
    });
}

void KeysPanel::takeEvent(const client::Event& event) {
    if (event.name !=
        QByteArray(client::api::kAuditEvent.data(), static_cast<qsizetype>(client::api::kAuditEvent.size()))) {
        return;
    }
    const QJsonObject record = QJsonDocument::fromJson(event.data).object();
    if (record.value(QStringLiteral("tenant")).toString() == ring() &&
        record.value(QStringLiteral("type")).toString().startsWith(QLatin1String("Key"))) {
        refresh();
    }
}

void KeysPanel::reveal(const QString& kid) {
    m_table->select(kid);
}

QString KeysPanel::currentObject() const {
    return m_table->currentKey();
}

/// The key whose evidence tells most: the one that signs now.
void KeysPanel::showcase() {
    if (const client::api::Key* key = currentOf("ES256")) {
        m_table->select(toQString(key->kid));
    }
}

void KeysPanel::showSelected(const QString& kid) {
    m_evidence.drop();
    const client::api::Key* key = m_model->find(kid);
    m_timeline->setCurrent(kid);
    if (key == nullptr) {
        m_shown = {};
        m_tick->stop();
        m_pane->showEmpty(QStringLiteral("key"), hint());
        return;
    }
    m_shown = *key;
    m_pane->showContent();
    m_pane->banner()->dismiss();
    m_pane->setTitle(titleOf(*key), isAudit(*key) ? tr("Signs checkpoints of the audit log") : tr("Signs tokens"));
    m_pane->setChip(stageStatus(*key), stageWord(*key));
    m_events->setVisible(!ring().isEmpty()); // what is of no tenant is in no tenant's log
    m_detail->showKey(*key);
    showButtons();
    m_tick->start();
    readEvidence();
}

void KeysPanel::showButtons() {
    const bool next = m_shown.state == "next";
    const bool tokens = !isAudit(m_shown);
    const qint64 wait = QDateTime::currentDateTimeUtc().secsTo(toDateTime(m_shown.earliestActivation));
    m_current->setVisible(next && tokens);
    m_current->setText(wait > 0 ? tr("Make current in %1").arg(widgets::seconds(wait)) : tr("Make current"));
    m_current->setAccessibleName(m_current->text());
    m_current->setToolTip(wait > 0 ? tr("Not everybody can have fetched it yet. Press to do it all the same.")
                                   : tr("Signs from now on; the current key goes on proving"));
    m_retire->setVisible(tokens && (next || m_shown.state == "retiring"));
    m_revoke->setVisible(m_shown.state != "revoked" && m_shown.state != "retired");
    for (QPushButton* button : {m_current, m_retire, m_revoke}) {
        button->setEnabled(!button->isHidden());
    }
}

void KeysPanel::readEvidence() {
    const client::api::Key about = evidenceKey();
    if (about.kid.empty()) {
        return;
    }
    m_detail->showEvidenceLoading();
    askLatest(m_evidence, client().keyEvidence(ring(), toQString(about.kid)), [this, about](auto outcome) {
        if (!outcome) {
            m_detail->showEvidenceError(shell::errorText(outcome.error()));
            return;
        }
        m_detail->showEvidence(about, std::move(outcome->items));
    });
}

const client::api::Key* KeysPanel::currentOf(const std::string& algorithm) const {
    for (const client::api::Key& key : m_model->rows()) {
        if (!isAudit(key) && key.alg == algorithm && key.state == "active") {
            return &key;
        }
    }
    return nullptr;
}

client::api::Key KeysPanel::evidenceKey() const {
    if (isAudit(m_shown)) {
        return {};
    }
    const client::api::Key* current = currentOf(m_shown.alg);
    return m_shown.state == "retiring" && current != nullptr ? *current : m_shown;
}

} // namespace gatehouse::ui::panels::keys
