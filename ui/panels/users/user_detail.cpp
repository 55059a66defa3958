// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/user_detail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/style.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::users {

using client::toDateTime;
using client::toQString;

namespace {

/// Where a role comes from, as people say it.
QString sourceText(const std::string& source) {
    if (source == "sso") {
        return UserDetail::tr("from sign-in");
    }
    if (source == "scim") {
        return UserDetail::tr("from directory");
    }
    if (source == "manual") {
        return UserDetail::tr("given by hand");
    }
    if (source == "policy") {
        return UserDetail::tr("from policy");
    }
    return source == "grant" ? UserDetail::tr("for a time") : toQString(source);
}

} // namespace

UserDetail::UserDetail(QWidget* parent)
    : QWidget(parent)
    , m_facts(new widgets::DetailGrid(this))
    , m_identities(new widgets::Card(tr("Identities"), this))
    , m_access(new widgets::Card(tr("What they may do, and why"), this))
    , m_sessions(new widgets::Card(tr("Sessions"), this))
    , m_events(new widgets::Card(tr("What happened last"), this))
    , m_attributes(new widgets::Card(tr("Attributes"), this))
    , m_attributeView(new widgets::JsonView(tr("Attributes"), m_attributes)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_facts);
    column->addWidget(m_access);
    column->addWidget(m_sessions);
    column->addWidget(m_identities);
    column->addWidget(m_attributes);
    column->addWidget(m_events);
    column->addStretch(1);
    m_access->setObjectName(QStringLiteral("user.why"));
    m_access->hide();
    m_events->hide();
    m_attributeView->setMinimumHeight(120);
    m_attributes->body()->addWidget(m_attributeView);
}

void UserDetail::showUser(const admin::api::User& user) {
    m_facts->clear();
    m_facts->addText(tr("User name"), toQString(user.userName));
    m_facts->addText(tr("E-mail"), user.email.empty()   ? QString()
                                   : user.emailVerified ? tr("%1 (verified)").arg(toQString(user.email))
                                                        : tr("%1 (not verified)").arg(toQString(user.email)));
    QStringList roles;
    QStringList sources;
    for (const admin::api::RoleAssignment& assignment : user.roles) {
        roles.append(toQString(assignment.name));
        sources.append(sourceText(assignment.source));
    }
    m_facts->addTags(tr("Roles"), roles, sources, tr("none"));
    const QStringList owned = client::toJsonObject(user.authority).keys();
    if (!owned.isEmpty()) {
        m_facts->addText(tr("Set by the directory"), owned.join(QStringLiteral(", ")),
                         tr("A sign-in or an administrator does not change these."));
    }
    m_facts->addTags(tr("Groups"), client::toStringList(user.groups), {}, tr("none"));
    const QDateTime last = toDateTime(user.lastLogin);
    const QDateTime created = toDateTime(user.createdAt);
    m_facts->addText(tr("Last sign-in"), widgets::relativeTime(last), widgets::absoluteTime(last));
    m_facts->addText(tr("Known since"), widgets::relativeTime(created), widgets::absoluteTime(created));
    m_facts->addCode(tr("User id"), toQString(user.id));

    widgets::clearLayout(*m_identities->body());
    for (const admin::api::Identity& identity : user.identities) {
        m_identities->body()->addWidget(makeIdentity(identity));
    }
    if (user.identities.empty()) {
        m_identities->body()->addWidget(widgets::mutedLabel(
            tr("Not bound to an identity provider yet. The first sign-in binds once."), m_identities));
    }
    const QJsonObject attributes = client::toJsonObject(user.attributes);
    m_attributes->setVisible(!attributes.isEmpty());
    m_attributeView->setValue(attributes);
}

QWidget* UserDetail::makeIdentity(const admin::api::Identity& identity) {
    auto* grid = new widgets::DetailGrid(m_identities);
    const QString id = toQString(identity.connectionId);
    grid->addText(tr("Provider"), m_connections.value(id, id));
    grid->addCode(tr("Subject"), toQString(identity.subject));
    grid->addCode(tr("Issuer"), toQString(identity.issuer));
    const QDateTime last = toDateTime(identity.lastLogin);
    grid->addText(tr("Last used"), widgets::relativeTime(last), widgets::absoluteTime(last));
    return grid;
}

void UserDetail::showAccess(const admin::api::Entitlement& access) {
    widgets::clearLayout(*m_access->body());
    for (const admin::api::RoleHeld& role : access.roles) {
        m_access->body()->addWidget(makeRole(role));
    }
    if (access.roles.empty()) {
        m_access->body()->addWidget(widgets::mutedLabel(tr("Nothing: no role is held."), m_access));
    }
    m_access->show();
}

void UserDetail::showEvents(const std::vector<admin::api::AuditRecord>& records) {
    widgets::clearLayout(*m_events->body());
    for (const admin::api::AuditRecord& record : records) {
        m_events->body()->addWidget(makeEvent(record));
    }
    m_events->setVisible(!records.empty());
}

QWidget* UserDetail::makeEvent(const admin::api::AuditRecord& record) {
    auto* line = new QWidget(m_events);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* what = new QLabel(
        record.reason.empty() ? toQString(record.type) : toQString(record.type + " (" + record.reason + ")"), line);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    const QDateTime time = toDateTime(record.time);
    auto* when = widgets::mutedLabel(widgets::relativeTime(time), line);
    when->setToolTip(widgets::absoluteTime(time));
    row->addWidget(what, 1);
    row->addWidget(when);
    return line;
}

void UserDetail::hideAccess() {
    m_access->hide();
}

QWidget* UserDetail::makeRole(const admin::api::RoleHeld& role) {
    auto* item = new QWidget(m_access);
    auto* column = new QVBoxLayout(item);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* name = new QLabel(toQString(role.name), item);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    QString why = sourceText(role.source);
    if (!role.groups.empty()) {
        why = tr("%1, because of %2").arg(why, client::toStringList(role.groups).join(QStringLiteral(", ")));
    }
    if (const QDateTime end = toDateTime(role.expiresAt); end.isValid()) {
        why = tr("%1, until %2").arg(why, widgets::absoluteTime(end));
    }
    const QString permissions = client::toStringList(role.permissions).join(QStringLiteral(", "));
    column->addWidget(name);
    column->addWidget(widgets::mutedLabel(why, item));
    column->addWidget(widgets::mutedLabel(
        permissions.isEmpty() ? tr("Permissions: none of its own") : tr("Permissions: %1").arg(permissions), item));
    return item;
}

void UserDetail::showSessions(const std::vector<admin::api::Session>& sessions) {
    widgets::clearLayout(*m_sessions->body());
    for (const admin::api::Session& session : sessions) {
        m_sessions->body()->addWidget(makeSession(session));
    }
    if (sessions.empty()) {
        m_sessions->body()->addWidget(widgets::mutedLabel(tr("Not signed in right now."), m_sessions));
    }
}

QWidget* UserDetail::makeSession(const admin::api::Session& session) {
    auto* item = new QWidget(m_sessions);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(new widgets::IconLabel(QStringLiteral("session"), theme::Tone::Neutral, 20, item), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    const QString agent = toQString(session.userAgent);
    auto* device = new QLabel(agent.isEmpty() ? tr("Unknown device") : agent, item);
    device->setTextFormat(Qt::PlainText);
    device->setWordWrap(true);
    const QDateTime seen = toDateTime(session.lastSeen);
    auto* where = widgets::mutedLabel(
        tr("%1, by %2, seen %3").arg(toQString(session.ip), toQString(session.connection), widgets::relativeTime(seen)),
        item);
    where->setToolTip(widgets::absoluteTime(seen));
    texts->addWidget(device);
    texts->addWidget(where);
    row->addLayout(texts, 1);
    auto* end = new QPushButton(tr("Sign out"), item);
    end->setAccessibleName(tr("Sign out the session from %1").arg(toQString(session.ip)));
    connect(end, &QPushButton::clicked, this, [this, id = toQString(session.id)] { emit endSession(id); });
    row->addWidget(end, 0, Qt::AlignVCenter);
    return item;
}

} // namespace gatehouse::ui::panels::users
