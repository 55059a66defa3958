// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/scim_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/scim/catalog_dialog.h"
#include "ui/panels/scim/directories_dialog.h"
#include "ui/panels/scim/request_detail.h"
#include "ui/panels/scim/request_model.h"
#include "ui/panels/scim/streams_dialog.h"
#include "ui/panels/scim/test_dialog.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::scim {

using client::toQString;

ScimPanel::ScimPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new RequestModel(this))
    , m_table(new widgets::FilterTable(tr("Requests"), widgets::FilterBy::Rows, this))
    , m_which(new widgets::ChoiceField({{QString(), tr("All requests")},
                                        {QStringLiteral("change"), tr("Those that changed something")},
                                        {QStringLiteral("failure"), tr("Those that were refused")}},
                                       this))
    , m_held(new widgets::ErrorBanner(this))
    , m_release(new QPushButton(tr("Let them pass for an hour"), this))
    , m_directories(new QPushButton(tr("Directories…"), this))
    , m_test(new QPushButton(tr("Test…"), this))
    , m_more(new QPushButton(tr("More"), this))
    , m_pane(new widgets::DetailPane(tr("Request"), this))
    , m_detail(new RequestDetail(m_pane))
    , m_replay(new QPushButton(tr("What would it do now?"), this))
    , m_person(new QPushButton(tr("Show the person"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 640, 460, this));
}

QWidget* ScimPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header =
        new widgets::PageHeader(tr("Provisioning"), tr("What directories sent over SCIM, and what it changed."), list);
    for (QPushButton* button : {m_directories, m_test, m_release}) {
        button->setAccessibleName(button->text());
    }
    header->addAction(makeMore());
    header->addAction(m_test);
    header->addAction(m_directories);
    column->addWidget(header);
    column->addWidget(m_held);
    column->addWidget(m_release, 0, Qt::AlignLeading);
    m_release->hide();
    m_which->setAccessibleName(tr("Which requests"));
    m_table->addAction(m_which);
    m_table->setModel(m_model);
    m_table->setColumnWidths({110, 96, -1, 120, 74, 110}, {RequestModel::Took, RequestModel::Client});
    m_table->sortBy(RequestModel::When, Qt::DescendingOrder);
    m_table->setEmptyContent(QStringLiteral("server"),
                             tr("No directory has sent anything yet. Give one the address and a token."),
                             tr("Connect a directory"));
    column->addWidget(m_table, 1);
    connect(m_which, &QComboBox::activated, this, &ScimPanel::refresh);
    connect(m_release, &QPushButton::clicked, this, &ScimPanel::release);
    connect(m_directories, &QPushButton::clicked, this, &ScimPanel::openDirectories);
    connect(m_test, &QPushButton::clicked, this, &ScimPanel::openTest);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this, &ScimPanel::openDirectories);
    connect(m_table, &widgets::FilterTable::retryRequested, this, &ScimPanel::refresh);
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &ScimPanel::showSelected);
    offer("panel.new", m_directories);
    offer("panel.test", m_test);
    return list;
}

void ScimPanel::makeDetail() {
    m_pane->body()->addWidget(m_detail);
    m_pane->addAction(makeEventsButton([this] { return QStringLiteral("target=") + toQString(m_shown.resourceId); }));
    m_pane->addFootLeft(m_person);
    m_pane->addFootRight(m_replay);
    m_pane->showEmpty(QStringLiteral("server"), tr("Select a request to see what it changed."));
    m_replay->setAccessibleName(m_replay->text());
    m_replay->setToolTip(tr("Performs the same on today's people and undoes it"));
    m_person->setAccessibleName(m_person->text());
    theme::setButtonKind(*m_replay, theme::ButtonKind::Primary);
    connect(m_replay, &QPushButton::clicked, this, &ScimPanel::replay);
    connect(m_person, &QPushButton::clicked, this,
            [this] { emit goTo({QStringLiteral("users"), tenant(), toQString(m_shown.resourceId)}); });
    offer("", m_replay);
    offer("", m_person);
}

void ScimPanel::tenantChanged() {
    m_selected.drop();
    m_service.drop();
    m_replaying.drop();
    m_shown = {};
    m_held->dismiss();
    m_release->hide();
    m_model->setRows({});
}

void ScimPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    readService();
    read({});
    if (!m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void ScimPanel::read(const QString& cursor) {
    m_table->setLoading(true);
    client::ScimQuery query;
    query.outcome = m_which->value();
    query.cursor = cursor;
    askLatest(m_reading, client().scimRequests(tenant(), query), [this, cursor](auto outcome) {
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

void ScimPanel::readService() {
    askLatest(m_service, client().scimService(tenant()), [this](const auto& outcome) {
        const bool holds = outcome && outcome->heldBack > 0;
        m_release->setVisible(holds);
        if (!holds) {
            m_held->dismiss();
            return;
        }
        m_held->showWarning(tr("%n deactivations are held back.", nullptr, static_cast<int>(outcome->heldBack)),
                            tr("%1 people have left within an hour; more would go than the tenant lets pass. Look at "
                               "the directory's filter first.")
                                .arg(outcome->bound));
    });
}

void ScimPanel::reveal(const QString& id) {
    m_table->select(id);
}

QString ScimPanel::currentObject() const {
    return m_table->currentKey();
}

void ScimPanel::showSelected(const QString& id) {
    m_replaying.drop(); // nobody answers it any more
    m_replay->setEnabled(true);
    if (id.isEmpty()) {
        m_selected.drop();
        m_pane->showEmpty(QStringLiteral("server"), tr("Select a request to see what it changed."));
        return;
    }
    askLatest(m_selected, client().scimRequest(tenant(), id), [this](const auto& outcome) {
        m_pane->showContent();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        showRequest(*outcome);
    });
}

void ScimPanel::showRequest(const client::api::ScimRequest& request) {
    m_shown = request;
    m_pane->setTitle(actOf(request), toQString(request.resourceName.empty() ? request.path : request.resourceName));
    m_pane->setChip(statusOf(request), resultOf(request));
    m_person->setVisible(request.resourceType == "User" && !request.resourceId.empty());
    m_detail->showRequest(request);
}

void ScimPanel::replay() {
    m_replay->setEnabled(false);
    askLatest(m_replaying, client().replayScimRequest(tenant(), toQString(m_shown.id)), [this](const auto& outcome) {
        m_replay->setEnabled(true);
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        m_detail->showReplay(*outcome);
    });
}

void ScimPanel::release() {
    m_release->setEnabled(false);
    ask(client().releaseDeactivations(tenant()), [this](const auto& outcome) {
        m_release->setEnabled(true);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        emit notice(tr("Directories may deactivate as many people as they will, for an hour."));
        readService();
    });
}

QPushButton* ScimPanel::makeMore() {
    auto* menu = new QMenu(m_more);
    const auto open = [this](QDialog* dialog) {
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    menu->addAction(tr("Event streams…"), this, [this, open] { open(new StreamsDialog(client(), tenant(), this)); });
    menu->addAction(tr("Data catalog…"), this, [this, open] { open(new CatalogDialog(client(), tenant(), this)); });
    m_more->setMenu(menu);
    m_more->setAccessibleName(tr("More about provisioning"));
    return m_more;
}

void ScimPanel::openDirectories() {
    auto* dialog = new DirectoriesDialog(client(), tenant(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ScimPanel::openTest() {
    auto* dialog = new TestDialog(client(), tenant(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &ScimPanel::refresh);
    dialog->open();
}

} // namespace gatehouse::ui::panels::scim
