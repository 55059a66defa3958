// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

namespace gatehouse::tests {

/// The log of a tenant, made up record by record from its number, as long as a test wants it. Answers what the audit
/// routes answer: pages by number, filtered views with positions, histogram, tree heads.
class RecordedAudit {
public:
    explicit RecordedAudit(qint64 size = 1204)
        : m_size(size) {}

    void resize(qint64 size) { m_size = size; }
    [[nodiscard]] qint64 size() const { return m_size; }
    /// A tree head of another log from now on: as if somebody had rewritten it.
    void rewrite() { m_epoch = QStringLiteral("rewritten"); }
    /// `rest` is what stands behind "audit" in the path: "", "/positions", "/7".
    [[nodiscard]] QJsonObject answer(const QString& rest, const QUrlQuery& query) const;
    [[nodiscard]] static QJsonObject record(qint64 seq);

private:
    [[nodiscard]] QJsonObject list(const QUrlQuery& query) const;
    [[nodiscard]] QJsonObject positions(const QUrlQuery& query) const;
    [[nodiscard]] QJsonObject histogram(const QUrlQuery& query) const;
    [[nodiscard]] QString root(qint64 size) const;

    qint64 m_size;
    QString m_epoch = QStringLiteral("first");
};

} // namespace gatehouse::tests
