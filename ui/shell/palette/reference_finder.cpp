// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/reference_finder.h"

#include "ui/client/admin_client.h"
#include "ui/client/convert.h"

namespace gatehouse::ui::shell {

ReferenceFinder::ReferenceFinder(client::AdminClient& client, QObject* parent)
    : QObject(parent)
    , m_client(client) {}

void ReferenceFinder::find(const QString& reference, const QStringList& tenants) {
    m_reference = reference;
    m_left = tenants;
    askNext();
}

void ReferenceFinder::askNext() {
    if (m_left.isEmpty()) {
        emit notFound(m_reference);
        return;
    }
    const QString tenant = m_left.takeFirst();
    m_asked.run(m_client.flow(tenant, m_reference), this, [this, tenant](const auto& outcome) {
        if (outcome) {
            emit found({QStringLiteral("logins"), tenant, client::toQString(outcome->id)});
        } else {
            askNext();
        }
    });
}

} // namespace gatehouse::ui::shell
