// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/wizard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/finish_page.h"
#include "ui/panels/connections/get_page.h"
#include "ui/panels/connections/give_page.h"
#include "ui/panels/connections/stage_fixes.h"
#include "ui/panels/connections/test_card.h"
#include "ui/panels/connections/vendor_tiles.h"
#include "ui/panels/connections/vendors.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;
using widgets::Status;

namespace {

constexpr int kMaxName = 63;

std::size_t at(WizardPage page) {
    return static_cast<std::size_t>(page);
}

QPushButton* button(const QString& text, const char* name, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(QString(text).remove(u'&'));
    return made;
}

QString freeName(const QString& wanted, const QStringList& taken) {
    QString name = wanted.left(kMaxName);
    for (int n = 2; taken.contains(name); ++n) {
        name = wanted.left(kMaxName - 4) + u'-' + QString::number(n);
    }
    return name;
}

} // namespace

ConnectionWizard::ConnectionWizard(shell::Services services, client::Requests& requests, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_requests(requests)
    , m_title(widgets::titleLabel({}, this))
    , m_saved(widgets::mutedLabel({}, this))
    , m_steps(new QWidget(this))
    , m_banner(new widgets::ErrorBanner(this))
    , m_pages(new QStackedWidget(this))
    , m_tiles(new VendorTiles(this))
    , m_give(new GivePage(this))
    , m_get(new GetPage(this))
    , m_test(new TestCard(services.client, requests, this))
    , m_fixes(new StageFixes(services, *m_banner, this))
    , m_finish(new FinishPage(this))
    , m_runTest(button(tr("Test connection"), "idp.test", this))
    , m_signIn(button({}, "idp.testSignIn", this))
    , m_close(button(tr("Close"), "idp.close", this))
    , m_discard(button(tr("Discard"), "idp.discard", this))
    , m_back(button(tr("&Back"), "idp.back", this))
    , m_leaveOff(button(tr("Keep it off"), "idp.keepOff", this))
    , m_next(button(tr("&Next"), "idp.next", this))
    , m_why(widgets::mutedLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    addPage(WizardPage::Choose, m_tiles);
    addPage(WizardPage::Give, m_give);
    addPage(WizardPage::Get, m_get);
    addPage(WizardPage::Test, makeTestPage());
    addPage(WizardPage::Finish, m_finish);
    column->addWidget(m_pages, 1);
    column->addWidget(makeFoot());
    setAccessibleName(tr("Connect an identity provider"));

    connect(m_tiles, &VendorTiles::chosen, this, &ConnectionWizard::choose);
    connect(m_tiles, &VendorTiles::currentChanged, this, &ConnectionWizard::showFoot);
    connect(m_give, &GivePage::copied, this, [this](const QString& which) {
        if (!m_state.copied.contains(which)) {
            m_state.copied.append(which);
        }
        keep();
    });
    connect(m_give, &GivePage::protocolChosen, this, [this](const QString& type) {
        speak(type);
        store();
        showPage();
    });
    connect(m_get, &GetPage::edited, this, &ConnectionWizard::edited);
    connect(m_finish, &FinishPage::edited, this, &ConnectionWizard::edited);
    connect(m_finish, &FinishPage::openDomains, this, [this] {
        keep();
        emit goTo({QStringLiteral("tenants"), m_state.tenant, m_state.tenant});
    });
    connect(m_finish, &FinishPage::openMapping, this, [this] { fix(QStringLiteral("open_mapping"), {}); });
    connect(m_test, &TestCard::finished, this, [this](bool sound) {
        m_tested = sound;
        showFoot();
        showSteps();
    });
    connect(m_test, &TestCard::signedIn, this, &ConnectionWizard::takeFlow);
    connect(m_test, &TestCard::failed, this, &ConnectionWizard::showFailure);
    connect(m_test, &TestCard::fixRequested, this, &ConnectionWizard::fix);
    connect(m_test, &TestCard::runningChanged, this, &ConnectionWizard::showFoot);
    connect(m_fixes, &StageFixes::trusted, this, &ConnectionWizard::trust);
    connect(m_fixes, &StageFixes::notice, this, &ConnectionWizard::notice);
    connect(m_fixes, &StageFixes::goTo, this, &ConnectionWizard::goTo);
    connect(&m_services.changes, &drafts::Changes::finished, this, &ConnectionWizard::showFoot);
    connect(&m_services.changes, &drafts::Changes::failed, this,
            [this](const drafts::Subject& subject, const client::Failure& failure) {
                if (isOpen() && subject == toDraft(m_state).subject) {
                    m_signInAfter = false;
                    showFailure(failure);
                }
            });
}

QWidget* ConnectionWizard::makeHead() {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin + 4, 8);
    column->setSpacing(10);
    auto* row = new QHBoxLayout;
    m_saved->setWordWrap(false);
    m_saved->setObjectName(QStringLiteral("idp.saved"));
    row->addWidget(m_title, 1);
    row->addWidget(m_saved);
    column->addLayout(row);
    auto* steps = new widgets::FlowLayout(m_steps, 18);
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        auto* step = new QWidget(m_steps);
        auto* line = new QHBoxLayout(step);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(6);
        m_glyphs.at(i) = new widgets::StatusGlyph(Status::Draft, 16, step);
        m_words.at(i) = new QLabel(step);
        m_words.at(i)->setTextFormat(Qt::PlainText);
        line->addWidget(m_glyphs.at(i));
        line->addWidget(m_words.at(i));
        steps->addWidget(step);
    }
    column->addWidget(m_steps);
    column->addWidget(m_banner);
    return head;
}

QWidget* ConnectionWizard::makeTestPage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    auto* row = new QHBoxLayout;
    m_runTest->setIcon(theme::icon(QStringLiteral("test")));
    m_runTest->setToolTip(tr("Try the provider stage by stage (Ctrl+T)"));
    m_signIn->setIcon(theme::icon(QStringLiteral("open-external")));
    row->addWidget(m_runTest);
    row->addWidget(m_signIn);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_test);
    column->addStretch(1);
    connect(m_runTest, &QPushButton::clicked, this, &ConnectionWizard::test);
    connect(m_signIn, &QPushButton::clicked, this, &ConnectionWizard::signIn);
    return page;
}

QWidget* ConnectionWizard::makeFoot() {
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(theme::kPageMargin + 4, 10, theme::kPageMargin + 4, 12);
    row->setSpacing(8);
    m_why->setObjectName(QStringLiteral("idp.why"));
    m_why->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    theme::setButtonKind(*m_next, theme::ButtonKind::Primary);
    theme::setButtonKind(*m_discard, theme::ButtonKind::Quiet);
    m_discard->setToolTip(tr("Forget what was entered here"));
    m_close->setToolTip(tr("Back to the list; what was entered is kept"));
    row->addWidget(m_close);
    row->addWidget(m_discard);
    row->addWidget(m_why, 1);
    row->addWidget(m_back);
    row->addWidget(m_leaveOff);
    row->addWidget(m_next);
    connect(m_close, &QPushButton::clicked, this, [this] {
        keep();
        m_test->cancel();
        m_state = {};
        emit closed();
    });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_test->clear();
        m_services.drafts.discard(toDraft(m_state).subject);
        m_state = {};
        emit closed();
    });
    connect(m_back, &QPushButton::clicked, this, &ConnectionWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ConnectionWizard::next);
    connect(m_leaveOff, &QPushButton::clicked, this, [this] { enable(false); });
    auto* forward = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    forward->setContext(Qt::WidgetWithChildrenShortcut);
    connect(forward, &QShortcut::activated, this, &ConnectionWizard::next);
    return foot;
}

void ConnectionWizard::addPage(WizardPage page, QWidget* content) {
    auto* scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* holder = new QWidget(scroll);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(theme::kPageMargin + 4, 8, theme::kPageMargin + 4, 8);
    column->addWidget(content);
    scroll->setWidget(holder);
    m_pages->addWidget(scroll);
    m_scrolls.at(at(page)) = scroll;
}

void ConnectionWizard::setSandbox(const std::optional<client::api::Sandbox>& sandbox) {
    m_sandbox = sandbox;
    m_tiles->setSandbox(sandbox.has_value() && !sandbox->clientId.empty());
}

void ConnectionWizard::open(WizardState state) {
    m_test->clear();
    m_tested = false;
    m_signInAfter = false;
    m_finish->showNoClaims();
    m_state = std::move(state);
    m_tiles->clearFilter();
    m_tiles->setCurrent(m_state.vendor);
    m_banner->dismiss();
    showPage();
    if (m_state.lastFlow.isEmpty() || !m_state.created) {
        return;
    }
    m_requests.askLatest(m_reading, m_services.client.flow(m_state.tenant, m_state.lastFlow), this,
                         [this](const auto& outcome) {
                             if (outcome) {
                                 takeFlow(*outcome);
                             }
                         });
}

void ConnectionWizard::choose(const QString& vendorId) {
    const Vendor& vendor = vendorById(vendorId);
    client::api::Connection& connection = m_state.connection;
    if (vendorId != m_state.vendor && !m_state.created) {
        const bool unnamed =
            connection.displayName.empty() || toQString(connection.displayName) == vendorById(m_state.vendor).name;
        if (unnamed) {
            const QString title = vendorId == QLatin1String(kOidcVendor) || vendorId == QLatin1String(kSamlVendor)
                                      ? tr("Company sign-in")
                                      : vendor.name;
            connection.displayName = title.toStdString();
            connection.name = freeName(suggestName(title), m_taken).toStdString();
        }
        m_state.vendor = vendorId;
        speak(vendor.speaksOidc() ? QStringLiteral("oidc") : QStringLiteral("saml"));
        connection.issuer = vendor.issuerFixed.toStdString();
        if (vendorId == QLatin1String(kSandboxVendor) && m_sandbox) {
            connection.issuer = m_sandbox->issuer;
            connection.clientId = m_sandbox->clientId;
            connection.clientAuth = "none";
            connection.scopes = {"openid", "email", "profile", "groups"};
        }
    }
    m_state.vendor = vendorId;
    go(WizardPage::Give);
}

void ConnectionWizard::edited() {
    m_tested = false;
    keep();
    showFoot();
}

void ConnectionWizard::keep() {
    if (!isOpen() || m_state.vendor.isEmpty()) {
        return;
    }
    if (m_state.page == WizardPage::Get) {
        m_get->read(m_state);
    } else if (m_state.page == WizardPage::Finish) {
        m_finish->read(m_state);
    }
    store();
}

void ConnectionWizard::store() {
    m_services.drafts.put(toDraft(m_state));
    m_saved->setText(m_state.created ? tr("Saved switched off, draft kept") : tr("Draft kept"));
    m_title->setText(tr("Connect %1").arg(titleOf(m_state)));
}

void ConnectionWizard::go(WizardPage page) {
    keep();
    m_state.page = page;
    if (!m_state.vendor.isEmpty()) {
        store(); // what stands on the page is of the time it was last shown
    }
    showPage();
    if (page == WizardPage::Test && m_test->steps().empty()) {
        test();
    }
}

void ConnectionWizard::next() {
    if (!m_next->isEnabled() || !isOpen()) {
        return;
    }
    if (m_state.page == WizardPage::Choose) {
        choose(m_tiles->current());
    } else if (m_state.page == WizardPage::Finish) {
        enable(true);
    } else {
        go(static_cast<WizardPage>(at(m_state.page) + 1));
    }
}

void ConnectionWizard::back() {
    if (m_state.page != WizardPage::Choose) {
        m_banner->dismiss();
        go(static_cast<WizardPage>(at(m_state.page) - 1));
    }
}

} // namespace gatehouse::ui::panels::connections
