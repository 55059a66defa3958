// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "ui/client/admin_client.h"

namespace gatehouse::ui::panels::audit {

/// One condition: `outcome=failure`, `type!=Token*`, `-actor:ana`, `since:7d`, `GH-7F3K-92QD`, `role`.
struct Term {
    QString field; ///< type, actor, target, outcome, app, since, until, ref, flow
    QString value;
    bool exclude = false;
    int at = 0; ///< place in the text
    int length = 0;
    friend bool operator==(const Term&, const Term&) = default;
};

/// Where the text cannot be understood, and why.
struct SyntaxProblem {
    int at = 0;
    int length = 0;
    QString message;
};

struct Parsed {
    std::vector<Term> terms;
    std::optional<SyntaxProblem> problem; ///< the first one; `terms` are those before it
};

/// Words with spaces stand in quotes. A word without a field is a reference (GH-...) or part of an event's name.
[[nodiscard]] Parsed parseFilter(const QString& text);
/// The term as one writes it; parseFilter() gives it back.
[[nodiscard]] QString termText(const Term& term);

/// The question for the broker. Values of actor, target and ref must be ids by now (FilterBar's owner looks them up).
/// `since` and `until` count from `now`.
[[nodiscard]] client::AuditQuery queryOf(const std::vector<Term>& terms, const QDateTime& now);

/// Start of the time that a `since` or `until` means: "90s", "15m", "12h", "7d", "2w", "2026-03-01",
/// "2026-03-01T14:00Z".
[[nodiscard]] std::optional<QDateTime> timeOf(const QString& value, const QDateTime& now);

/// Fields, and the values of those that have few; what autocomplete offers for the word being typed.
[[nodiscard]] QStringList completionsFor(const QString& word);
/// Names of events (docs/events.md) that hold the text, in any case.
[[nodiscard]] QStringList eventsLike(const QString& text);

} // namespace gatehouse::ui::panels::audit
