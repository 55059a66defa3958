// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/replay_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/panels/logins/message_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

namespace {

QString memberTitle(const QString& member) {
    if (member.startsWith(QLatin1String("check."))) {
        return checkTitle(member.mid(6));
    }
    if (member == QLatin1String("outcome")) {
        return ReplayView::tr("Outcome");
    }
    if (member == QLatin1String("reason")) {
        return ReplayView::tr("Reason");
    }
    if (member == QLatin1String("userId")) {
        return ReplayView::tr("User");
    }
    if (member == QLatin1String("roles")) {
        return ReplayView::tr("Roles");
    }
    if (member == QLatin1String("groups")) {
        return ReplayView::tr("Groups");
    }
    return member.startsWith(QLatin1String("user.")) ? member.mid(5) : member;
}

QString valueText(const admin::api::RawJson& value) {
    const QJsonValue read = client::toJsonValue(value);
    const QString text = read.isNull() ? QString() : claimText({}, read);
    return text.isEmpty() ? ReplayView::tr("nothing") : text;
}

} // namespace

ReplayView::ReplayView(QWidget* parent)
    : QWidget(parent)
    , m_about(widgets::mutedLabel({}, this))
    , m_current(new QPushButton(theme::icon(QStringLiteral("play")), tr("Replay as it is set up now"), this))
    , m_draft(new QPushButton(theme::icon(QStringLiteral("play")), tr("Replay with my draft"), this))
    , m_mapping(new QPushButton(tr("Open the mapping"), this))
    , m_error(new widgets::ErrorBanner(this))
    , m_result(new QWidget(this))
    , m_chip(new widgets::StatusChip(this))
    , m_verdict(new QLabel(this))
    , m_differencesTitle(widgets::sectionLabel(tr("What comes out otherwise"), this))
    , m_differences(new widgets::DetailGrid(this))
    , m_checks(new widgets::CheckList(this)) {
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_current->setAccessibleName(m_current->text());
    m_draft->setAccessibleName(m_draft->text());
    m_mapping->setAccessibleName(tr("Open the mapping of this provider"));
    theme::setButtonKind(*m_mapping, theme::ButtonKind::Quiet);
    auto* buttons = new widgets::FlowLayout(nullptr, theme::kGroupSpacing);
    for (QPushButton* button : {m_current, m_draft, m_mapping}) {
        buttons->addWidget(button);
    }
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_chip, 0, Qt::AlignTop);
    head->addWidget(m_verdict, 1);
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(theme::kFieldSpacing);
    result->addLayout(head);
    result->addWidget(m_differencesTitle);
    result->addWidget(m_differences);
    result->addWidget(widgets::sectionLabel(tr("Checks of the replay"), this));
    result->addWidget(m_checks);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kFieldSpacing, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_about);
    column->addLayout(buttons);
    column->addWidget(m_error);
    column->addWidget(m_result);
    column->addStretch(1);
    connect(m_current, &QPushButton::clicked, this, [this] { emit replayRequested(false); });
    connect(m_draft, &QPushButton::clicked, this, [this] { emit replayRequested(true); });
    connect(m_mapping, &QPushButton::clicked, this, &ReplayView::mappingRequested);
    reset(false, false);
}

void ReplayView::reset(bool recorded, bool hasDraft) {
    m_recorded = recorded;
    m_about->setText(recorded ? tr("The broker judges the recorded messages again, at the time of this sign-in. "
                                   "Nothing is written.")
                              : tr("Of this sign-in no messages are kept, so it cannot be replayed. The tenant's "
                                   "settings say how many are."));
    m_current->setEnabled(recorded);
    m_error->dismiss();
    m_result->hide();
    setDraft(hasDraft);
}

void ReplayView::setDraft(bool hasDraft) {
    m_draft->setEnabled(m_recorded && hasDraft);
    m_draft->setToolTip(hasDraft ? tr("Your edits of this provider and its mapping, not applied yet")
                                 : tr("You have no edits of this provider or its mapping."));
    theme::setButtonKind(*m_draft, hasDraft ? theme::ButtonKind::Primary : theme::ButtonKind::Standard);
    theme::setButtonKind(*m_current, hasDraft ? theme::ButtonKind::Standard : theme::ButtonKind::Primary);
}

void ReplayView::showReplay(const admin::api::Replay& replay) {
    m_error->dismiss();
    m_result->show();
    const bool passes = replay.outcome != "reject";
    m_chip->setStatus(passes ? widgets::Status::Ok : widgets::Status::Failed,
                      passes ? tr("Would pass") : tr("Would be refused"));
    const QJsonObject user = client::toJsonObject(replay.user);
    const QString who = user.value(QStringLiteral("email")).toString();
    QString what = replay.outcome == "create" ? tr("%1 would be created.").arg(who)
                   : replay.outcome == "match"
                       ? tr("%1 would be signed in.").arg(who)
                       : widgets::reasonMessage(toQString(replay.reason), toQString(replay.message)) +
                             QLatin1Char(' ') + widgets::reasonCure(toQString(replay.reason), toQString(replay.cure));
    if (passes && !replay.roles.empty()) {
        what += QLatin1Char(' ') + tr("Roles: %1.").arg(client::toStringList(replay.roles).join(QStringLiteral(", ")));
    }
    m_verdict->setText(what);
    m_differences->clear();
    for (const admin::api::Difference& each : replay.differences) {
        m_differences->addText(memberTitle(toQString(each.member)),
                               tr("%1 \u2192 %2").arg(valueText(each.before), valueText(each.after)));
    }
    m_differencesTitle->setText(replay.differences.empty() ? tr("It comes out as it did")
                                                           : tr("What comes out otherwise"));
    m_differences->setVisible(!replay.differences.empty());
    std::vector<widgets::CheckLine> lines;
    lines.reserve(replay.checks.size());
    for (const admin::api::FlowCheck& check : replay.checks) {
        lines.push_back(checkLine(check));
    }
    m_checks->setLines(lines);
}

void ReplayView::showError(const widgets::ErrorText& error) {
    m_result->hide();
    m_error->showError(error);
}

QString ReplayView::verdict() const {
    return m_result->isHidden() ? QString() : m_chip->word() + QStringLiteral(": ") + m_verdict->text();
}

} // namespace gatehouse::ui::panels::logins
