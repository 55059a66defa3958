// SPDX-License-Identifier: Apache-2.0
// How one begins in MainWindow: the welcome page, files and addresses handed over, a broker elsewhere.
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

#include "ui/connect/step_up.h"
#include "ui/shell/connection_strip.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/frame.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/palette/fuzzy.h"
#include "ui/shell/rail.h"
#include "ui/shell/sign_in_clock.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/step_up_strip.h"
#include "ui/shell/toasts.h"
#include "ui/shell/welcome_page.h"

namespace gatehouse::ui::shell {

void MainWindow::showWelcome() {
    if (!m_tenants.empty()) {
        if (m_welcome != nullptr && m_stack->currentWidget() == m_welcome) {
            goTo({m_entries.front().id});
        }
        return;
    }
    if (m_welcomed) {
        return; // it comes once; whoever went on is not called back
    }
    m_welcomed = true;
    m_welcome = new WelcomePage(m_stack);
    m_stack->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::tryWanted, this, &MainWindow::tryBuiltIn);
    connect(m_welcome, &WelcomePage::connectWanted, this, [this] {
        goTo({QStringLiteral("tenants")});
        m_toasts->show({tr("First the company: create its tenant, then connect its identity provider.")});
    });
    connect(m_welcome, &WelcomePage::fileWanted, this, &MainWindow::pickFile);
    m_stack->setCurrentWidget(m_welcome);
    m_rail->setCurrent({});
}

void MainWindow::tryBuiltIn() {
    client::api::Tenant tenant;
    tenant.slug = "sandbox";
    tenant.name = tr("Built-in company").toStdString();
    tenant.kind = "sandbox";
    client::deliver(m_services.client.createTenant(tenant), this,
                    [this](const client::Outcome<client::Versioned<client::api::Tenant>>& outcome) {
                        if (!outcome) {
                            m_toasts->show({outcome.error().detail, {}, {}, true});
                            return;
                        }
                        readTenants();
                        const bool sandbox = entry(QStringLiteral("sandbox")) != nullptr;
                        goTo({sandbox ? QStringLiteral("sandbox") : m_entries.front().id, QStringLiteral("sandbox")});
                    });
}

void MainWindow::pickFile() {
    auto* dialog =
        new QFileDialog(this, tr("Open a file"), QString(), tr("Recorded logins (*.ghbundle);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openFile);
    dialog->open();
}

void MainWindow::openFile(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    for (const char* id : {"logins", "audit"}) {
        Panel* page = panel(QLatin1String(id));
        if (page != nullptr && page->openFile(path)) {
            goTo({QLatin1String(id)});
            return;
        }
    }
    m_toasts->show({tr("%1 is of no kind that opens here.").arg(name), {}, {}, true});
}

void MainWindow::openAddress(const QUrl& url) {
    if (url.scheme() != QLatin1String("gatehouse")) {
        return;
    }
    const QString what = url.path().mid(1);
    if (url.host() == QLatin1String("panel") && entry(what) != nullptr) {
        goTo({what});
    } else if (const QString reference = normalisedReference(what);
               (url.host() == QLatin1String("flow") || url.host() == QLatin1String("login")) && !reference.isEmpty()) {
        emit m_frame->palette().referenceChosen(reference);
    } else {
        m_toasts->show({tr("This address leads nowhere here."), {}, {}, true});
    }
}

void MainWindow::setRemote(const QString& address) {
    m_remote = address;
    m_strip->setRemote(address);
    showTenant();
}

void MainWindow::setStepUp(connect::StepUp& stepUp) {
    auto* clock = new SignInClock(m_status);
    m_status->addEnd(clock);
    const auto show = [clock, &stepUp] { clock->setUntil(stepUp.freshUntil()); };
    show();
    connect(&stepUp, &connect::StepUp::refreshed, clock, show);
    connect(&stepUp, &connect::StepUp::wanted, m_stepUp, &StepUpStrip::ask);
    connect(&stepUp, &connect::StepUp::failed, m_stepUp, &StepUpStrip::complain);
    connect(&stepUp, &connect::StepUp::ended, m_stepUp, &StepUpStrip::end);
    connect(m_stepUp, &StepUpStrip::signInAsked, &stepUp, &connect::StepUp::begin);
    connect(m_stepUp, &StepUpStrip::givenUp, &stepUp, &connect::StepUp::giveUp);
}

} // namespace gatehouse::ui::shell
