// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/session_detail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/sessions/device_text.h"
#include "ui/panels/sessions/end_text.h"
#include "ui/panels/sessions/session_model.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::sessions {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

// Two lines and a state below them: beside them it would leave long words no room.
QWidget* item(const QString& title, const QString& line, const QString& tip, Status status, const QString& word,
              QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* name = new QLabel(title, row);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    layout->addWidget(name);
    auto* below = widgets::mutedLabel(line, row);
    below->setToolTip(tip);
    layout->addWidget(below);
    auto* chip = new widgets::StatusChip(status, word, row);
    chip->setAccessibleName(word);
    layout->addWidget(chip, 0, Qt::AlignLeading);
    return row;
}

} // namespace

SessionDetail::SessionDetail(QWidget* parent)
    : QWidget(parent)
    , m_facts(new widgets::DetailGrid(this))
    , m_confirmations(new widgets::Card(tr("Who has been told"), this))
    , m_grants(new widgets::Card(tr("Apps in this session"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_facts);
    column->addWidget(m_confirmations);
    column->addWidget(m_grants);
    column->addStretch(1);
}

void SessionDetail::showSession(const admin::api::Session& session) {
    showFacts(session);
    widgets::clearLayout(*m_grants->body());
    for (const admin::api::SessionGrant& grant : session.grants) {
        m_grants->body()->addWidget(makeGrant(grant));
    }
    if (session.grants.empty()) {
        m_grants->body()->addWidget(widgets::mutedLabel(tr("No app has asked for tokens yet."), m_grants));
    }
    widgets::clearLayout(*m_confirmations->body());
    for (const admin::api::LogoutConfirmation& each : session.confirmations) {
        m_confirmations->body()->addWidget(makeConfirmation(each));
    }
    if (session.confirmations.empty()) {
        m_confirmations->body()->addWidget(
            widgets::mutedLabel(tr("No app in this session has a back-channel logout address."), m_confirmations));
    }
    m_confirmations->setVisible(session.endedAt.has_value());
}

void SessionDetail::showFacts(const admin::api::Session& session) {
    m_facts->clear();
    m_facts->addText(tr("Device"), deviceText(toQString(session.userAgent)), toQString(session.userAgent));
    m_facts->addText(tr("Address"), toQString(session.ip));
    if (addressChanged(session)) {
        m_facts->addText(tr("Signed in from"), toQString(session.signedInFrom));
    }
    m_facts->addText(tr("Identity provider"), toQString(session.connection));
    const auto addTime = [this](const QString& name, const QDateTime& time) {
        m_facts->addText(name, widgets::relativeTime(time), widgets::absoluteTime(time));
    };
    addTime(tr("Signed in"), toDateTime(session.authTime));
    addTime(tr("Last used"), toDateTime(session.lastSeen));
    if (session.endedAt) {
        addTime(tr("Ended"), toDateTime(session.endedAt));
        m_facts->addText(tr("Why"), endText(toQString(session.endReason)));
    } else {
        m_facts->addText(tr("Ends by itself"), widgets::absoluteTime(toDateTime(session.expiresAt)));
    }
    m_facts->addTags(tr("How"), client::toStringList(session.amr), {}, tr("not said"));
    m_facts->addText(tr("Level"), toQString(session.acr));
    m_facts->addCode(tr("Session id"), toQString(session.id));
}

QWidget* SessionDetail::makeGrant(const admin::api::SessionGrant& grant) {
    const QString name = grant.app.empty() ? tr("A deleted app") : toQString(grant.app);
    const QDateTime used = toDateTime(grant.lastRefresh ? grant.lastRefresh : grant.createdAt);
    const QString when = grant.lastRefresh ? tr("refreshed %1").arg(widgets::relativeTime(used))
                                           : tr("signed in %1").arg(widgets::relativeTime(used));
    const QString scopes = client::toStringList(grant.scopes).join(u' ');
    const QString line = scopes.isEmpty() ? when : tr("%1, may use %2").arg(when, scopes);
    const auto [status, word] = stateOf(grant);
    return item(name, line, widgets::absoluteTime(used), status, word, m_grants);
}

QWidget* SessionDetail::makeConfirmation(const admin::api::LogoutConfirmation& each) {
    const QString name = each.app.empty() ? tr("A deleted app") : toQString(each.app);
    const QDateTime tried = toDateTime(each.triedAt);
    const int attempts = static_cast<int>(each.attempts);
    if (each.state == "confirmed") {
        return item(name, tr("%1 after the end").arg(widgets::milliseconds(each.afterMs)), widgets::absoluteTime(tried),
                    Status::Ok, tr("Confirmed"), m_confirmations);
    }
    if (each.state == "pending") {
        return item(name, tr("Being told now"), {}, Status::Running, tr("On its way"), m_confirmations);
    }
    const QString why = each.status > 0 ? tr("It answered %1").arg(each.status) : tr("It did not answer");
    const QString tries = tr("%1, %Ln tries", "", attempts).arg(why);
    if (each.state == "given-up") {
        return item(name, tries, widgets::absoluteTime(tried), Status::Failed, tr("Given up"), m_confirmations);
    }
    return item(name, tries, tr("Next try: %1").arg(widgets::absoluteTime(toDateTime(each.nextTryAt))), Status::Warning,
                tr("Will be tried again"), m_confirmations);
}

} // namespace gatehouse::ui::panels::sessions
