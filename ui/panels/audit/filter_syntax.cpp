// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/filter_syntax.h"

#include <QCoreApplication>

namespace gatehouse::ui::panels::audit {
namespace {

const QStringList& fields() {
    static const QStringList kFields = QStringLiteral("type actor target outcome app since until ref flow").split(u' ');
    return kFields;
}

const QStringList& outcomes() {
    static const QStringList kOutcomes = QStringLiteral("success failure denied").split(u' ');
    return kOutcomes;
}

const QStringList& events() {
    static const QStringList kEvents =
        QStringLiteral(
            "AccessDenied AdminAction AdminSignedIn AppRegistered AppRegistrationChanged "
            "AppRegistrationDeleted AssertionIssued CertificateExpiring CmkSealed CmkUnsealed "
            "ConnectionCreated ConnectionDeleted ConnectionUpdated ConsentGiven ConsentWithdrawn "
            "DeviceApproved DeviceCodeIssued DeviceDenied GlobalRevocation GroupCreated GroupDeleted "
            "GroupUpdated IdentityLinked KeyActivated KeyCreated KeyRetired KeyRevoked Logout "
            "LogoutConfirmed LogoutUnconfirmed MetadataApproved MetadataRefreshed ProvisioningDrift "
            "ProvisioningRun RecordingSecretsForgotten RecordingSecretsKept RecordingSecretsRead RiskDetected "
            "RoleAssigned RoleRemoved SSOLoginAttempt SSOLoginFailure SSOLoginSuccess SessionExpired "
            "SessionRevoked SessionStarted SessionSteppedUp SignalSent TestSignInFailure "
            "TestSignInStarted TestSignInSuccess TokenIssued TokenRefreshed TokenReuseDetected TokenRevoked "
            "UpstreamLogout UserDeactivated UserErased UserMatched UserProvisioned UserUpdated "
            "UsersImported")
            .split(u' ');
    return kEvents;
}

QString say(const char* text) {
    return QCoreApplication::translate("AuditFilter", text);
}

/// A word of the text: up to a space outside quotes.
struct Word {
    QString text; ///< without its quotes
    int at = 0;
    int length = 0;
    bool open = false; ///< a quote was never closed
};

std::vector<Word> wordsOf(const QString& text) {
    std::vector<Word> words;
    int i = 0;
    while (i < text.size()) {
        if (text.at(i).isSpace()) {
            ++i;
            continue;
        }
        Word word;
        word.at = i;
        bool quoted = false;
        for (; i < text.size() && (quoted || !text.at(i).isSpace()); ++i) {
            if (text.at(i) == u'"') {
                quoted = !quoted;
            } else {
                word.text += text.at(i);
            }
        }
        word.length = i - word.at;
        word.open = quoted;
        words.push_back(word);
    }
    return words;
}

/// Takes a word apart; false where it has no field.
bool splitWord(QString text, Term& term) {
    if (text.startsWith(u'-')) {
        term.exclude = true;
        text.remove(0, 1);
    }
    qsizetype mark = 0;
    while (mark < text.size() && text.at(mark).isLetter()) {
        ++mark;
    }
    if (mark == 0 || mark == text.size()) {
        term.value = text;
        return false;
    }
    const bool unequal = text.mid(mark).startsWith(QLatin1String("!="));
    if (!unequal && text.at(mark) != u'=' && text.at(mark) != u':') {
        term.value = text;
        return false;
    }
    term.exclude = term.exclude || unequal;
    term.field = text.left(mark).toLower();
    term.value = text.mid(mark + (unequal ? 2 : 1));
    return true;
}

/// Empty, or what is wrong with the term.
QString problemOf(Term& term) {
    if (!fields().contains(term.field)) {
        return say(QT_TRANSLATE_NOOP("AuditFilter", "There is no field “%1”. Known are: %2."))
            .arg(term.field, fields().join(QStringLiteral(", ")));
    }
    if (term.value.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("AuditFilter", "Say which %1.")).arg(term.field);
    }
    if (term.field == QLatin1String("outcome") && !outcomes().contains(term.value.toLower())) {
        return say(QT_TRANSLATE_NOOP("AuditFilter", "An outcome is success, failure or denied."));
    }
    const bool time = term.field == QLatin1String("since") || term.field == QLatin1String("until");
    if (time && !timeOf(term.value, QDateTime::currentDateTimeUtc())) {
        return say(QT_TRANSLATE_NOOP("AuditFilter", "Write a time as 15m, 12h, 7d, 2w or 2026-03-01."));
    }
    if (term.exclude && (time || term.field == QLatin1String("app") || term.field == QLatin1String("ref") ||
                         term.field == QLatin1String("flow"))) {
        return say(QT_TRANSLATE_NOOP("AuditFilter", "“%1” cannot be excluded.")).arg(term.field);
    }
    return {};
}

/// A word without a field.
QString takeBareWord(Term& term) {
    if (term.value.startsWith(QLatin1String("GH-"), Qt::CaseInsensitive)) {
        term.field = QStringLiteral("ref");
        return {};
    }
    const QStringList names = eventsLike(term.value);
    if (names.isEmpty()) {
        return say(QT_TRANSLATE_NOOP("AuditFilter",
                                     "No event is called “%1”. Write actor:, target: or another field before it."))
            .arg(term.value);
    }
    term.field = QStringLiteral("type");
    term.value = names.join(u',');
    return {};
}

void addWords(QString& list, const Term& term) {
    for (const QString& word : term.value.split(u',', Qt::SkipEmptyParts)) {
        list += (list.isEmpty() ? QString() : QStringLiteral(",")) + (term.exclude ? QStringLiteral("!") : QString()) +
                word;
    }
}

} // namespace

QStringList eventsLike(const QString& text) {
    return events().filter(text, Qt::CaseInsensitive);
}

Parsed parseFilter(const QString& text) {
    Parsed parsed;
    for (const Word& word : wordsOf(text)) {
        Term term;
        term.at = word.at;
        term.length = word.length;
        const bool hasField = splitWord(word.text, term);
        QString problem = word.open  ? say(QT_TRANSLATE_NOOP("AuditFilter", "A quotation mark is missing."))
                          : hasField ? problemOf(term)
                                     : takeBareWord(term);
        if (!problem.isEmpty()) {
            parsed.problem = SyntaxProblem{word.at, word.length, std::move(problem)};
            return parsed;
        }
        parsed.terms.push_back(std::move(term));
    }
    return parsed;
}

QString termText(const Term& term) {
    const QString value = term.value.contains(u' ') ? u'"' + term.value + u'"' : term.value;
    return term.field + (term.exclude ? QStringLiteral("!=") : QStringLiteral("=")) + value;
}

std::optional<QDateTime> timeOf(const QString& value, const QDateTime& now) {
    const QDateTime moment = QDateTime::fromString(value, Qt::ISODate);
    if (moment.isValid() && value.contains(u'T')) {
        return moment.toUTC();
    }
    const QDate day = QDate::fromString(value, Qt::ISODate);
    if (day.isValid()) {
        return QDateTime(day, QTime(0, 0), Qt::UTC);
    }
    bool isNumber = false;
    const qint64 count = value.left(value.size() - 1).toLongLong(&isNumber);
    const qsizetype unit = QStringLiteral("smhdw").indexOf(value.right(1));
    if (!isNumber || unit < 0 || count < 1 || count > 100'000) {
        return std::nullopt;
    }
    constexpr qint64 kSeconds[] = {1, 60, 3600, 86'400, 604'800};
    return now.toUTC().addSecs(-count * kSeconds[unit]);
}

client::AuditQuery queryOf(const std::vector<Term>& terms, const QDateTime& now) {
    client::AuditQuery query;
    for (const Term& term : terms) {
        if (term.field == QLatin1String("type")) {
            addWords(query.type, term);
        } else if (term.field == QLatin1String("actor")) {
            addWords(query.actor, term);
        } else if (term.field == QLatin1String("target")) {
            addWords(query.target, term);
        } else if (term.field == QLatin1String("app")) {
            query.app = term.value;
        } else if (term.field == QLatin1String("outcome")) {
            query.outcome = (term.exclude ? QStringLiteral("!") : QString()) + term.value.toLower();
        } else if (term.field == QLatin1String("flow") || term.field == QLatin1String("ref")) {
            query.flowId = term.value;
        } else if (const auto time = timeOf(term.value, now)) {
            (term.field == QLatin1String("since") ? query.from : query.to) = time->toString(Qt::ISODateWithMs);
        }
    }
    return query;
}

QStringList completionsFor(const QString& word) {
    const bool exclude = word.startsWith(u'-');
    const QString typed = exclude ? word.mid(1) : word;
    const QString minus = exclude ? QStringLiteral("-") : QString();
    QStringList offers;
    const qsizetype mark = typed.indexOf(u'=') >= 0 ? typed.indexOf(u'=') : typed.indexOf(u':');
    if (mark < 0) {
        for (const QString& field : fields()) {
            if (field.startsWith(typed, Qt::CaseInsensitive)) {
                const bool time = field == QLatin1String("since") || field == QLatin1String("until");
                offers.append(minus + field + (time ? u':' : u'='));
            }
        }
        for (const QString& event : typed.size() >= 2 ? eventsLike(typed) : QStringList()) {
            offers.append(minus + QStringLiteral("type=") + event);
        }
        return offers;
    }
    const QString head = minus + typed.left(mark + 1);
    const QString field = typed.left(mark).toLower();
    const QString value = typed.mid(mark + 1);
    const QStringList known = field == QLatin1String("type")      ? events()
                              : field == QLatin1String("outcome") ? outcomes()
                              : field == QLatin1String("since")   ? QStringLiteral("15m 1h 24h 7d 30d").split(u' ')
                                                                  : QStringList();
    for (const QString& each : known) {
        if (each.contains(value, Qt::CaseInsensitive) && each != value) {
            offers.append(head + each);
        }
    }
    return offers;
}

} // namespace gatehouse::ui::panels::audit
