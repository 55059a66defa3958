// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/chain_badge.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::audit {

using widgets::Status;

ChainBadge::ChainBadge(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_requests(requests)
    , m_chip(new widgets::StatusChip(Status::Draft, tr("Not verified yet"), this))
    , m_verify(new QPushButton(tr("Verify now"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_chip);
    row->addWidget(m_verify);
    m_verify->setAccessibleName(tr("Verify the audit chain now"));
    m_verify->setToolTip(tr("Proves that no record was taken away, moved or put in since the last signed tree head"));
    connect(m_verify, &QPushButton::clicked, this, &ChainBadge::verify);
}

void ChainBadge::setTenant(const QString& tenant) {
    cancel();
    m_tenant = tenant;
    m_verify->setEnabled(!tenant.isEmpty());
    if (m_heads.contains(tenant)) {
        showVerified(m_heads.value(tenant), {});
    } else {
        m_chip->setStatus(Status::Draft, tr("Not verified yet"));
        m_chip->setToolTip({});
    }
}

QString ChainBadge::sentence() const {
    return m_chip->word();
}

void ChainBadge::cancel() {
    m_asking.drop();
    if (m_running) {
        m_chip->setStatus(Status::Draft, tr("Not verified"));
        m_verify->setEnabled(true);
        setRunning(false);
    }
}

void ChainBadge::setRunning(bool running) {
    if (running != m_running) {
        m_running = running;
        emit verifying(running);
    }
}

void ChainBadge::verify() {
    m_verify->setEnabled(false);
    m_chip->setStatus(Status::Running, tr("Verifying …"));
    setRunning(true);
    m_requests.askLatest(m_asking, m_client.auditCheckpoint(m_tenant), this, [this](auto outcome) {
        m_verify->setEnabled(true);
        if (!outcome) {
            if (outcome.error().code == QLatin1String("audit_rolled_back")) {
                showBroken(tr("The broker does not find the records that it signed before, as they were."));
            } else {
                m_chip->setStatus(Status::Warning, tr("Not verified"));
            }
            setRunning(false);
            emit failed(outcome.error());
            return;
        }
        const Head head{static_cast<qint64>(outcome->value(QStringLiteral("size")).toDouble()),
                        outcome->value(QStringLiteral("root")).toString()};
        const Head earlier = m_heads.value(m_tenant);
        if (earlier.size > head.size) {
            showBroken(tr("The log is shorter than this console has seen it."));
        } else if (earlier.size == 0) {
            showVerified(head, tr("The chain has no gap since the tree head that was signed before."));
        } else {
            compare(earlier, head);
            return;
        }
        setRunning(false);
    });
}

void ChainBadge::compare(const Head& earlier, const Head& now) {
    m_requests.askLatest(m_asking, m_client.auditConsistency(m_tenant, earlier.size, now.size), this,
                         [this, earlier, now](auto outcome) {
                             if (!outcome) {
                                 m_chip->setStatus(Status::Warning, tr("Not verified"));
                                 emit failed(outcome.error());
                             } else if (outcome->value(QStringLiteral("fromRoot")).toString() != earlier.root ||
                                        outcome->value(QStringLiteral("toRoot")).toString() != now.root) {
                                 showBroken(tr("The tree of records is not the one that this console has seen."));
                             } else {
                                 showVerified(now, tr("The tree that this console saw at #%1 is part of it.")
                                                       .arg(QLocale().toString(static_cast<qlonglong>(earlier.size))));
                             }
                             setRunning(false);
                         });
}

void ChainBadge::showVerified(const Head& head, const QString& with) {
    m_heads.insert(m_tenant, head);
    m_chip->setStatus(Status::Ok, tr("Verified to #%1").arg(QLocale().toString(static_cast<qlonglong>(head.size))));
    m_chip->setToolTip(with + (with.isEmpty() ? QString() : QStringLiteral("\n")) +
                       tr("What each record says is proven by an export and “gatehousectl audit verify”."));
}

void ChainBadge::showBroken(const QString& why) {
    m_chip->setStatus(Status::Failed, tr("Chain broken"));
    m_chip->setToolTip(why);
}

} // namespace gatehouse::ui::panels::audit
