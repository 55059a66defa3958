// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/saved_filters.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/panels/audit/filter_syntax.h"
#include "ui/shell/settings.h"

namespace gatehouse::ui::panels::audit {
namespace {

constexpr qsizetype kMostBytes = 256 * 1024;
constexpr qsizetype kMostFilters = 200;
constexpr qsizetype kLongestName = 60;
constexpr qsizetype kLongestFilter = 2000;
const auto kArray = QStringLiteral("audit/filters");
const auto kName = QStringLiteral("name");
const auto kFilter = QStringLiteral("filter");
const auto kPinned = QStringLiteral("pinned");
const auto kMark = QStringLiteral("gatehouseAuditFilters");
const auto kList = QStringLiteral("filters");

auto named(std::vector<SavedFilter>& filters, const QString& name) {
    return std::find_if(filters.begin(), filters.end(),
                        [&](const SavedFilter& one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
}

QString freeName(std::vector<SavedFilter>& filters, const QString& wanted) {
    QString name = wanted;
    for (int number = 2; named(filters, name) != filters.end(); ++number) {
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
    }
    return name;
}

} // namespace

std::vector<SavedFilter> SavedFilters::all() const {
    QSettings settings = shell::openSettings();
    if (!settings.contains(kArray + QStringLiteral("/size"))) {
        return {{tr("Privileged changes"), QStringLiteral("type=AdminAction,Key*,Cmk*,Connection*")},
                {tr("Failed sign-ins of a day"), QStringLiteral("type=SSOLoginFailure since=24h")},
                {tr("Refused"), QStringLiteral("outcome=denied")}};
    }
    std::vector<SavedFilter> filters;
    const int count = settings.beginReadArray(kArray);
    filters.reserve(static_cast<std::size_t>(count));
    for (int at = 0; at < count; ++at) {
        settings.setArrayIndex(at);
        filters.push_back(
            {settings.value(kName).toString(), settings.value(kFilter).toString(), settings.value(kPinned).toBool()});
    }
    return filters;
}

void SavedFilters::write(const std::vector<SavedFilter>& filters) {
    QSettings settings = shell::openSettings();
    settings.remove(kArray);
    settings.beginWriteArray(kArray, static_cast<int>(filters.size()));
    int at = 0;
    for (const SavedFilter& one : filters) {
        settings.setArrayIndex(at++);
        settings.setValue(kName, one.name);
        settings.setValue(kFilter, one.filter);
        settings.setValue(kPinned, one.pinned);
    }
    settings.endArray();
    emit changed();
}

void SavedFilters::save(const QString& name, const QString& filter) {
    std::vector<SavedFilter> filters = all();
    const QString wanted = name.trimmed().left(kLongestName);
    if (const auto known = named(filters, wanted); known != filters.end()) {
        known->filter = filter;
    } else {
        filters.push_back({wanted, filter});
    }
    write(filters);
}

bool SavedFilters::rename(const QString& name, const QString& newName) {
    std::vector<SavedFilter> filters = all();
    const QString wanted = newName.trimmed().left(kLongestName);
    const auto mine = named(filters, name);
    const auto other = named(filters, wanted);
    if (mine == filters.end() || wanted.isEmpty() || (other != filters.end() && other != mine)) {
        return false;
    }
    mine->name = wanted;
    write(filters);
    return true;
}

void SavedFilters::setPinned(const QString& name, bool pinned) {
    std::vector<SavedFilter> filters = all();
    if (const auto mine = named(filters, name); mine != filters.end() && mine->pinned != pinned) {
        mine->pinned = pinned;
        write(filters);
    }
}

void SavedFilters::remove(const QString& name) {
    std::vector<SavedFilter> filters = all();
    if (const auto mine = named(filters, name); mine != filters.end()) {
        filters.erase(mine);
        write(filters);
    }
}

QByteArray SavedFilters::exported() const {
    QJsonArray list;
    for (const SavedFilter& one : all()) {
        list.append(QJsonObject{{kName, one.name}, {kFilter, one.filter}, {kPinned, one.pinned}});
    }
    return QJsonDocument(QJsonObject{{kMark, 1}, {kList, list}}).toJson();
}

SavedFilters::Imported SavedFilters::importFile(const QByteArray& file) {
    if (file.size() > kMostBytes) {
        return {0, 0, tr("The file is too large.")};
    }
    const QJsonObject document = QJsonDocument::fromJson(file).object();
    const QJsonArray list = document.value(kList).toArray();
    if (document.value(kMark).toInt() != 1) {
        return {0, 0, tr("This file holds no saved filters.")};
    }
    std::vector<SavedFilter> filters = all();
    Imported done;
    for (const QJsonValueConstRef value : list) {
        const SavedFilter one{value[kName].toString().trimmed(), value[kFilter].toString(), value[kPinned].toBool()};
        const bool wellFormed = !one.name.isEmpty() && one.name.size() <= kLongestName && !one.filter.isEmpty() &&
                                one.filter.size() <= kLongestFilter;
        if (const auto problem = parseFilter(one.filter).problem; !wellFormed || problem) {
            return {0, 0,
                    tr("The filter “%1” cannot be understood: %2")
                        .arg(one.name.left(kLongestName), problem ? problem->message : tr("it is empty or too long"))};
        }
        const auto known = named(filters, one.name);
        if (known != filters.end() && known->filter == one.filter) {
            ++done.known;
            continue;
        }
        filters.push_back({freeName(filters, one.name), one.filter, one.pinned});
        ++done.added;
    }
    if (filters.size() > static_cast<std::size_t>(kMostFilters)) {
        return {0, 0, tr("These are more than %1 filters.").arg(kMostFilters)};
    }
    if (done.added > 0) {
        write(filters);
    }
    return done;
}

} // namespace gatehouse::ui::panels::audit
