// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel.h"

#include "ui/shell/panel_state.h"

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

QVariantMap Panel::saveState() const {
    return savePanelState(*this);
}

void Panel::restoreState(const QVariantMap& state) {
    restorePanelState(*this, state);
}

QList<QWidget*> Panel::panes() const {
    return panesOf(*this);
}

void Panel::toggleInspector() {
    toggleInspectorOf(*this);
}

bool Panel::openFile(const QString& path) {
    Q_UNUSED(path)
    return false;
}

} // namespace gatehouse::ui::shell
