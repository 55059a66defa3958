// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

#include "ui/client/answer.h"
#include "ui/shell/panel.h"

namespace gatehouse::ui::shell {

/// Finds the login that a person read out from an error page, in whichever tenant it was. One search at a time; a
/// later one gives up the one before.
class ReferenceFinder final : public QObject {
    Q_OBJECT
public:
    explicit ReferenceFinder(client::AdminClient& client, QObject* parent = nullptr);

    /// Asks tenant after tenant, the first of the list first.
    void find(const QString& reference, const QStringList& tenants);

signals:
    /// In the panel "logins".
    void found(const gatehouse::ui::shell::Place& place);
    void notFound(const QString& reference);

private:
    void askNext();

    client::AdminClient& m_client;
    client::Latest m_asked;
    QString m_reference;
    QStringList m_left;
};

} // namespace gatehouse::ui::shell
