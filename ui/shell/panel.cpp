// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel.h"

namespace gatehouse::ui::shell {

Panel::Panel(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services) {}

void Panel::setTenant(const QString& slug) {
    if (slug != m_tenant) {
        m_tenant = slug;
        tenantChanged();
    }
}

void Panel::reveal(const QString& object) {
    Q_UNUSED(object)
}

void Panel::draftApplied(const drafts::Applied& what) {
    Q_UNUSED(what)
    refresh();
}

void Panel::takeEvent(const client::Event& event) {
    Q_UNUSED(event)
}

} // namespace gatehouse::ui::shell
