// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::tests {

/// The practice world of the recorded broker: a scenario that is started while steps are held goes through authorize,
/// callback and token, one at a time.
class RecordedSandbox {
public:
    RecordedSandbox();

    /// The answer to a call below `tenants/{slug}/sandbox`; `rest` is what comes after, "" or "/held"; an empty object
    /// where there is nothing such.
    [[nodiscard]] QJsonObject answer(const QString& method, const QString& rest, const QJsonObject& body);
    [[nodiscard]] bool isHolding() const { return m_state.value(QStringLiteral("hold")).toBool(); }

private:
    [[nodiscard]] QJsonObject update(const QJsonObject& body);
    [[nodiscard]] QJsonObject start(const QString& scenario);
    [[nodiscard]] QJsonObject release();
    void holdNext();

    QJsonObject m_state;
    QJsonArray m_held;
    QStringList m_toCome;
    int m_last = 0;
};

} // namespace gatehouse::tests
