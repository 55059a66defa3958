// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sandbox/two_views.h"

#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::sandbox {

using client::toQString;
using widgets::Status;

namespace {

QLabel* sentence(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TwoViews::TwoViews(QWidget* parent)
    : QWidget(parent)
    , m_chip(new widgets::StatusChip(this))
    , m_open(new QPushButton(theme::icon(QStringLiteral("logins")), tr("Open login"), this)) {
    auto* user = new widgets::Card(tr("What the user sees"), this);
    m_userSees = sentence(user);
    m_userFacts = new widgets::DetailGrid(user);
    user->body()->addWidget(m_userSees);
    user->body()->addWidget(m_userFacts);
    user->body()->addStretch(1);
    auto* admin = new widgets::Card(tr("What the admin sees"), this);
    admin->body()->addWidget(m_chip, 0, Qt::AlignLeft);
    m_adminSees = sentence(admin);
    m_adminFacts = new widgets::DetailGrid(admin);
    m_open->setAccessibleName(tr("Open the newest login among all logins"));
    admin->body()->addWidget(m_adminSees);
    admin->body()->addWidget(m_adminFacts);
    admin->body()->addStretch(1);
    admin->body()->addWidget(m_open, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(user, 1);
    row->addWidget(admin, 1);
    connect(m_open, &QPushButton::clicked, this, [this] { emit opened(m_id); });
    showFlow(std::nullopt);
}

void TwoViews::showFlow(const std::optional<admin::api::Flow>& flow) {
    m_userFacts->clear();
    m_adminFacts->clear();
    m_id = flow ? toQString(flow->id) : QString();
    m_chip->setVisible(flow.has_value());
    m_open->setVisible(flow.has_value());
    if (!flow) {
        m_userSees->setText(tr("Nobody has signed in yet."));
        m_adminSees->setText(tr("The newest login appears here with its checks."));
        return;
    }
    const bool failed = flow->outcome == "failure";
    const bool under = flow->outcome == "started";
    m_chip->setStatus(failed  ? Status::Failed
                      : under ? Status::Running
                              : Status::Ok,
                      failed  ? tr("Refused")
                      : under ? tr("Under way")
                              : tr("Signed in"));
    m_userSees->setText(failed  ? widgets::reasonMessage(toQString(flow->reason), toQString(flow->message))
                        : under ? tr("A browser that is on its way to or from the identity provider.")
                                : tr("The app, and their own name in it."));
    if (failed) {
        m_userFacts->addCode(tr("Reference"), toQString(flow->reference));
    }
    m_adminSees->setText(failed ? widgets::reasonCure(toQString(flow->reason), toQString(flow->cure)) : QString());
    m_adminSees->setVisible(failed && !flow->cure.empty());
    if (failed) {
        m_adminFacts->addText(tr("Reason"), toQString(flow->reason));
    }
    for (const admin::api::FlowCheck& check : flow->checks) {
        if (check.status == "fail") {
            for (const auto& [name, value] :
                 {std::pair(tr("Expected"), &check.expected), std::pair(tr("Came"), &check.actual),
                  std::pair(tr("Rule"), &check.spec)}) {
                if (!value->empty()) {
                    m_adminFacts->addText(name, toQString(*value));
                }
            }
            break;
        }
    }
    if (!flow->user.empty()) {
        m_adminFacts->addText(tr("User"), toQString(flow->user));
    }
    m_adminFacts->addCode(tr("Reference"), toQString(flow->reference));
}

} // namespace gatehouse::ui::panels::sandbox
