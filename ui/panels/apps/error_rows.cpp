// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/error_rows.h"

#include <QFile>
#include <QHash>

#include "ui/widgets/broker_text.h"

namespace gatehouse::ui::panels::apps {

namespace {

/// The tables of the page, by slug: | `slug` | cause | cure |
QHash<QString, ErrorRow> readRows() {
    QHash<QString, ErrorRow> rows;
    QFile page(QStringLiteral(":/gatehouse/errors.md"));
    if (!page.open(QIODevice::ReadOnly)) {
        return rows;
    }
    for (const QString& line : QString::fromUtf8(page.readAll()).split(u'\n')) {
        const QStringList cells = line.split(QStringLiteral(" | "));
        if (line.startsWith(QLatin1String("| `")) && cells.size() >= 3) {
            const QString slug = cells.at(0).mid(2).remove(u'`');
            rows.insert(slug, {slug, cells.at(1), cells.at(2).chopped(2)});
        }
    }
    return rows;
}

} // namespace

std::optional<ErrorRow> errorRowOf(const QString& oauthError) {
    static const QHash<QString, ErrorRow> rows = readRows();
    const auto found = rows.find(QStringLiteral("oauth.") + oauthError);
    if (found == rows.end()) {
        return std::nullopt;
    }
    return ErrorRow{found->slug, widgets::reasonMessage(found->slug, found->cause),
                    widgets::reasonCure(found->slug, found->cure)};
}

} // namespace gatehouse::ui::panels::apps
