// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <vector>

#include <QObject>

#include "ui/client/answer.h"
#include "ui/shell/palette/palette_item.h"
#include "ui/shell/panel.h"

namespace gatehouse::ui::shell {

/// What of a tenant fits a text, asked of the broker (?q=): connections, apps, users. A later question gives up the
/// one before.
class PaletteObjects final : public QObject {
    Q_OBJECT
public:
    using Go = std::function<void(const Place&)>;
    PaletteObjects(client::AdminClient& client, Go go, QObject* parent = nullptr);

    /// Panels that there are; nothing is found for a panel that is not among them.
    void setPanels(const QStringList& ids) { m_panels = ids; }
    void search(const QString& tenant, const QString& tenantName, const QString& typed);
    void drop();
    [[nodiscard]] std::vector<PaletteItem> items() const;
    [[nodiscard]] bool busy() const { return m_pending > 0; }

signals:
    void changed();

private:
    enum Kind { Connections, Apps, Users, Kinds };
    void add(Kind kind, const QString& title, const QString& detail, const Place& place);
    void answered();

    client::AdminClient& m_client;
    Go m_go;
    QStringList m_panels;
    std::array<client::Latest, Kinds> m_asked;
    std::array<std::vector<PaletteItem>, Kinds> m_items;
    int m_pending = 0;
};

} // namespace gatehouse::ui::shell
