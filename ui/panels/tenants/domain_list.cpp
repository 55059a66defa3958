// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/tenants/domain_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::tenants {

using client::toDateTime;
using client::toQString;
using Proof = client::AdminClient::Proof;
using widgets::Status;

DomainList::DomainList(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_requests(requests)
    , m_banner(new widgets::ErrorBanner(this))
    , m_name(new QLineEdit(this))
    , m_add(new QPushButton(tr("Claim domain"), this))
    , m_rows(new QVBoxLayout) {
    m_name->setPlaceholderText(tr("company.com"));
    m_name->setAccessibleName(tr("Domain to claim"));
    m_add->setAccessibleName(tr("Claim domain"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_name, 1);
    bar->addWidget(m_add);
    m_rows->setSpacing(10);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(widgets::mutedLabel(
        tr("People with an address on a verified domain are led to this tenant's identity provider. "
           "A domain belongs to one tenant only."),
        this));
    column->addLayout(bar);
    column->addWidget(m_banner);
    column->addLayout(m_rows);
    column->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &DomainList::add);
    connect(m_name, &QLineEdit::returnPressed, this, &DomainList::add);
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &DomainList::refresh);
}

void DomainList::setTenant(const QString& tenant) {
    m_tenant = tenant;
    m_banner->dismiss();
    m_name->clear();
    showDomains({});
    refresh();
}

void DomainList::refresh() {
    if (m_tenant.isEmpty()) {
        return;
    }
    m_requests.askLatest(m_reading, m_client.domains(m_tenant), this, [this](auto outcome) {
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        m_banner->dismiss();
        showDomains(outcome->items);
    });
}

void DomainList::showDomains(const std::vector<admin::api::Domain>& domains) {
    widgets::clearLayout(*m_rows);
    for (const admin::api::Domain& domain : domains) {
        m_rows->addWidget(makeRow(domain));
    }
}

QWidget* DomainList::makeRow(const admin::api::Domain& domain) {
    const QString name = toQString(domain.name);
    const bool verified = domain.status == "verified";
    auto* card = new widgets::Card(name, this);
    card->addAction(new widgets::StatusChip(verified ? Status::Ok : Status::Warning,
                                            verified ? tr("Verified") : tr("Not verified"), card));
    auto* remove = new QPushButton(tr("Remove"), card);
    remove->setAccessibleName(tr("Remove %1").arg(name));
    theme::setButtonKind(*remove, theme::ButtonKind::Quiet);
    connect(remove, &QPushButton::clicked, this, [this, domain] { this->remove(domain); });
    if (verified) {
        auto* row = new QHBoxLayout;
        const QString how = domain.asserted ? tr("Vouched for by an owner, %1") : tr("Proven by DNS, %1");
        auto* label = widgets::mutedLabel(how.arg(widgets::relativeTime(toDateTime(domain.verifiedAt))), card);
        label->setToolTip(widgets::absoluteTime(toDateTime(domain.verifiedAt)));
        row->addWidget(label, 1);
        row->addWidget(remove);
        card->body()->addLayout(row);
        return card;
    }
    card->body()->addWidget(widgets::mutedLabel(tr("Publish this TXT record at %1, then verify:").arg(name), card));
    auto* record = new widgets::CopyField(tr("TXT record of %1").arg(name), card);
    record->setValue(toQString(domain.txtRecord));
    card->body()->addWidget(record);
    auto* verify = new QPushButton(tr("Verify by DNS"), card);
    verify->setAccessibleName(tr("Verify %1 by DNS").arg(name));
    auto* vouch = new QPushButton(tr("I vouch for it"), card);
    vouch->setAccessibleName(tr("Vouch for %1").arg(name));
    vouch->setToolTip(tr("Owners only. Marks the domain verified without DNS; the log says who did."));
    connect(verify, &QPushButton::clicked, this, [this, name] { this->verify(name, Proof::Dns); });
    connect(vouch, &QPushButton::clicked, this, [this, name] { this->verify(name, Proof::OwnersWord); });
    auto* row = new QHBoxLayout;
    row->addWidget(verify);
    row->addWidget(vouch);
    row->addStretch(1);
    row->addWidget(remove);
    card->body()->addLayout(row);
    return card;
}

void DomainList::add() {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        return;
    }
    m_add->setEnabled(false);
    m_requests.ask(m_client.addDomain(m_tenant, name), this, [this, name](auto outcome) {
        m_add->setEnabled(true);
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        m_name->clear();
        emit notice(tr("Claimed %1. Prove it next.").arg(name));
        refresh();
    });
}

void DomainList::verify(const QString& name, Proof proof) {
    m_requests.ask(m_client.verifyDomain(m_tenant, name, proof), this, [this, name](auto outcome) {
        if (!outcome) {
            fail(outcome.error());
            return;
        }
        emit notice(outcome->value.status == "verified" ? tr("%1 is verified.").arg(name)
                                                        : tr("The TXT record of %1 is not there yet.").arg(name));
        refresh();
    });
}

void DomainList::remove(const admin::api::Domain& domain) {
    m_requests.ask(m_client.deleteDomain(m_tenant, toQString(domain.name)), this,
                   [this, domain, tenant = m_tenant](auto outcome) {
                       if (!outcome) {
                           fail(outcome.error());
                           return;
                       }
                       emit removed(tr("Gave %1 up.").arg(toQString(domain.name)),
                                    [self = QPointer<DomainList>(this), domain, tenant] {
                                        if (self) {
                                            self->claimAgain(tenant, domain);
                                        }
                                    });
                       refresh();
                   });
}

void DomainList::claimAgain(const QString& tenant, const admin::api::Domain& domain) {
    const QString name = toQString(domain.name);
    m_requests.ask(m_client.addDomain(tenant, name), this, [this, domain, tenant, name](auto outcome) {
        if (!outcome) {
            fail(outcome.error());
        } else if (domain.status == "verified" && tenant == m_tenant) {
            verify(name, domain.asserted ? Proof::OwnersWord : Proof::Dns);
        } else {
            refresh();
        }
    });
}

void DomainList::fail(const client::Failure& failure) {
    widgets::ErrorText text = shell::errorText(failure);
    if (!failure.errors.empty()) {
        text.next = shell::fieldErrors(failure).front().message;
    }
    m_banner->showError(text);
}

} // namespace gatehouse::ui::panels::tenants
