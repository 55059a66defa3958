// SPDX-License-Identifier: Apache-2.0
#include <QLocale>

#include "ui/client/convert.h"
#include "ui/panels/audit/audit_panel.h"
#include "ui/panels/audit/audit_source.h"
#include "ui/panels/audit/filter_bar.h"
#include "ui/widgets/chart.h"

namespace gatehouse::ui::panels::audit {
namespace {

constexpr int kBins = 60;

QString moment(const QDateTime& time, bool withDay) {
    const QDateTime local = time.toLocalTime();
    return withDay ? QLocale().toString(local, QStringLiteral("d MMM HH:mm")) : local.toString(QStringLiteral("HH:mm"));
}

} // namespace

/// Of the time that the filter names, else of the last day of the log. All records are counted, whatever else the
/// filter says: what is selected here is a time.
void AuditPanel::readHistogram() {
    QString to = m_source->query().to;
    QString from = m_source->query().from;
    const QDateTime newest = m_source->newestAt().isValid() ? m_source->newestAt() : QDateTime::currentDateTimeUtc();
    if (to.isEmpty()) {
        to = newest.addSecs(60).toString(Qt::ISODateWithMs);
    }
    if (from.isEmpty()) {
        from = QDateTime::fromString(to, Qt::ISODateWithMs).addDays(-1).toString(Qt::ISODateWithMs);
    }
    askLatest(m_bins, client().auditHistogram(tenant(), from, to, kBins), [this](auto outcome) {
        m_histogram->setVisible(outcome.has_value());
        if (!outcome) {
            return; // an ornament: the table says what is wrong
        }
        m_bars = *outcome;
        widgets::Series series{tr("Records"), {}};
        for (const std::int64_t count : m_bars.counts) {
            series.values.push_back(static_cast<double>(count));
        }
        const QDateTime begin = client::toDateTime(m_bars.from);
        const qint64 each = begin.msecsTo(client::toDateTime(m_bars.to)) / kBins;
        const bool withDay = each * kBins > 20 * 3600 * 1000LL;
        m_histogram->setEnds(moment(begin, withDay), moment(begin.addMSecs(each * kBins), withDay));
        m_histogram->setData({series}, [begin, each, withDay](int step) {
            return tr("%1 to %2")
                .arg(moment(begin.addMSecs(each * step), withDay), moment(begin.addMSecs(each * (step + 1)), false));
        });
    });
}

void AuditPanel::zoomTo(int first, int last) {
    const QDateTime begin = client::toDateTime(m_bars.from);
    if (!begin.isValid()) {
        return;
    }
    const qint64 each = begin.msecsTo(client::toDateTime(m_bars.to)) / kBins;
    const auto text = [&](int step) { return begin.addMSecs(each * step).toString(Qt::ISODateWithMs); };
    m_filter->addChip({QStringLiteral("until"), text(last + 1), false, 0, 0});
    m_filter->addChip({QStringLiteral("since"), text(first), false, 0, 0});
}

} // namespace gatehouse::ui::panels::audit
