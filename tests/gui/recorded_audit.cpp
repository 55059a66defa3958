// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/recorded_audit.h"

#include <QDateTime>
#include <QJsonArray>

namespace gatehouse::tests {
namespace {

constexpr int kKinds = 7;
const char* const kTypes[kKinds] = {"SSOLoginSuccess", "SessionStarted", "TokenIssued", "ConnectionUpdated",
                                    "SSOLoginFailure", "TokenRefreshed", "RoleAssigned"};

QString number(const QUrlQuery& query, const char* name) {
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

qint64 integer(const QUrlQuery& query, const char* name, qint64 fallback) {
    const QString text = number(query, name);
    return text.isEmpty() ? fallback : text.toLongLong();
}

bool fits(const QString& text, const QString& list) {
    bool wanted = true;
    bool anyWanted = false;
    bool found = false;
    for (QString word : list.split(u',', Qt::SkipEmptyParts)) {
        const bool unwanted = word.startsWith(u'!');
        word.remove(0, unwanted ? 1 : 0);
        const bool hit = word.endsWith(u'*') ? text.startsWith(word.chopped(1)) : text == word;
        wanted = wanted && !(unwanted && hit);
        anyWanted = anyWanted || !unwanted;
        found = found || (!unwanted && hit);
    }
    return wanted && (!anyWanted || found);
}

bool matches(const QJsonObject& record, const QUrlQuery& query) {
    const QString time = record.value(QStringLiteral("time")).toString();
    const QString to = number(query, "to");
    return time >= number(query, "from") && (to.isEmpty() || time < to) &&
           fits(record.value(QStringLiteral("type")).toString(), number(query, "type")) &&
           fits(record.value(QStringLiteral("outcome")).toString(), number(query, "outcome")) &&
           fits(record.value(QStringLiteral("actor")).toObject().value(QStringLiteral("id")).toString(),
                number(query, "actor")) &&
           fits(record.value(QStringLiteral("flowId")).toString(), number(query, "flowId"));
}

QJsonObject party(const QString& type, const QString& id, const QString& name) {
    return {{QStringLiteral("type"), type}, {QStringLiteral("id"), id}, {QStringLiteral("name"), name}};
}

} // namespace

QJsonObject RecordedAudit::record(qint64 seq) {
    const int kind = static_cast<int>(seq % kKinds);
    const QString type = QLatin1String(kTypes[kind]);
    const bool failure = kind == 4;
    const bool admin = kind == 3;
    const QDateTime newest = QDateTime::currentDateTimeUtc().addSecs(-40);
    QJsonObject data{{QStringLiteral("connection"), QStringLiteral("contoso")},
                     {QStringLiteral("app"), QStringLiteral("Demo app")}};
    if (admin) {
        data = {
            {QStringLiteral("operation"), QStringLiteral("connection.update")},
            {QStringLiteral("requestId"), QStringLiteral("req-7f3k")},
            {QStringLiteral("before"), QJsonObject{{QStringLiteral("enabled"), false}}},
            {QStringLiteral("after"), QJsonObject{{QStringLiteral("enabled"), true},
                                                  {QStringLiteral("acrValues"), QJsonArray{QStringLiteral("mfa")}}}}};
    }
    return {{QStringLiteral("seq"), seq},
            {QStringLiteral("id"), QStringLiteral("r-%1").arg(seq)},
            {QStringLiteral("time"), newest.addSecs((seq - 1204) * 61).toString(Qt::ISODateWithMs)},
            {QStringLiteral("type"), type},
            {QStringLiteral("outcome"), failure ? QStringLiteral("failure") : QStringLiteral("success")},
            {QStringLiteral("reason"), failure ? QStringLiteral("mapping_missing_email") : QString()},
            {QStringLiteral("actor"),
             admin ? party(QStringLiteral("admin"), QStringLiteral("a-1"), QStringLiteral("Olga Owner"))
                   : party(QStringLiteral("user"), seq % 2 == 0 ? QStringLiteral("u-ana") : QStringLiteral("u-ben"),
                           seq % 2 == 0 ? QStringLiteral("Ana Example") : QStringLiteral("Ben Example"))},
            {QStringLiteral("target"),
             party(QStringLiteral("connection"), QStringLiteral("c-contoso"), QStringLiteral("Contoso"))},
            {QStringLiteral("ip"), QStringLiteral("192.0.2.%1").arg(seq % 250)},
            {QStringLiteral("flowId"),
             admin ? QJsonValue() : QJsonValue(QStringLiteral("f-%1").arg(seq % 7, 3, 10, QLatin1Char('0')))},
            {QStringLiteral("data"), data},
            {QStringLiteral("prevHash"), QStringLiteral("3q2-7wPXk1mJq0dM1x%1").arg(seq - 1)},
            {QStringLiteral("hash"), QStringLiteral("3q2-7wPXk1mJq0dM1x%1").arg(seq)}};
}

QString RecordedAudit::root(qint64 size) const {
    return m_epoch + QString::number(size);
}

QJsonObject RecordedAudit::list(const QUrlQuery& query) const {
    const qint64 limit = integer(query, "limit", 50);
    const qint64 cursor = integer(query, "cursor", m_size + 1);
    qint64 seq = std::min({m_size, cursor - 1, integer(query, "before", m_size + 1) - 1});
    QJsonArray items;
    for (; seq > integer(query, "after", 0) && items.size() < limit; --seq) {
        const QJsonObject each = record(seq);
        if (matches(each, query)) {
            items.append(each);
        }
    }
    const bool more = seq > integer(query, "after", 0);
    return {{QStringLiteral("items"), items},
            {QStringLiteral("nextCursor"), more ? QJsonValue(QString::number(seq + 1)) : QJsonValue()}};
}

QJsonObject RecordedAudit::positions(const QUrlQuery& query) const {
    QJsonArray starts;
    qint64 count = 0;
    for (qint64 seq = std::min(m_size, integer(query, "before", m_size + 1) - 1); seq > 0; --seq) {
        if (matches(record(seq), query)) {
            if (count++ % integer(query, "every", 200) == 0) {
                starts.append(seq);
            }
        }
    }
    return {{QStringLiteral("count"), count},
            {QStringLiteral("starts"), starts},
            {QStringLiteral("nextCursor"), QJsonValue()}};
}

QJsonObject RecordedAudit::histogram(const QUrlQuery& query) const {
    QJsonArray counts;
    for (qint64 bin = 0; bin < integer(query, "bins", 60); ++bin) {
        counts.append((bin * bin * 7 + 3 * bin) % 23 + (bin == 41 ? 30 : 2));
    }
    return {{QStringLiteral("from"), number(query, "from")},
            {QStringLiteral("to"), number(query, "to")},
            {QStringLiteral("counts"), counts}};
}

QJsonObject RecordedAudit::answer(const QString& rest, const QUrlQuery& query) const {
    if (rest.isEmpty()) {
        return list(query);
    }
    if (rest == QLatin1String("/positions")) {
        return positions(query);
    }
    if (rest == QLatin1String("/histogram")) {
        return histogram(query);
    }
    if (rest == QLatin1String("/checkpoint")) {
        return {{QStringLiteral("size"), m_size}, {QStringLiteral("root"), root(m_size)}};
    }
    if (rest == QLatin1String("/consistency")) {
        const qint64 from = integer(query, "from", 0);
        const qint64 to = integer(query, "to", 0);
        return {{QStringLiteral("from"), from},
                {QStringLiteral("to"), to},
                {QStringLiteral("fromRoot"), root(from)},
                {QStringLiteral("toRoot"), root(to)}};
    }
    return record(rest.mid(1).toLongLong());
}

} // namespace gatehouse::tests
