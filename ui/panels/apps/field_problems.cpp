// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/field_problems.h"

#include <algorithm>

#include <QSet>
#include <QUrl>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;
using widgets::FieldError;

namespace {

const QString kSpiffe = QStringLiteral("spiffe://");

bool isHere(const QUrl& url) {
    return url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1") ||
           url.host() == QLatin1String("localhost");
}

/// An https address; plain http on this machine.
bool isSecureAddress(const std::string& text) {
    const QUrl url(toQString(text));
    return !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isHere(url)));
}

bool isTrustDomain(const QString& issuer) {
    const QString domain = issuer.mid(kSpiffe.size());
    return issuer.startsWith(kSpiffe) && !domain.isEmpty() &&
           std::none_of(domain.begin(), domain.end(), [](QChar c) { return QStringLiteral("/?#*").contains(c); });
}

bool isToken(const std::string& text) {
    return !text.empty() && text.size() <= 200 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

FieldError refused(const char* pointer, const QString& message) {
    return {QLatin1String(pointer), QStringLiteral("malformed"), message};
}

QString problemOf(const admin::api::TrustedIssuer& trusted) {
    const QString issuer = toQString(trusted.issuer);
    const QString subject = toQString(trusted.subject);
    const bool spiffe = isTrustDomain(issuer);
    if (!spiffe && !isSecureAddress(trusted.issuer)) {
        return FieldProblems::tr("\"%1\" is no issuer: it is an https address, or spiffe:// and a trust domain.")
            .arg(issuer);
    }
    if (subject.isEmpty() || subject.startsWith(u'*') || subject.contains(QLatin1String("**"))) {
        return FieldProblems::tr("%1: name the subject. Single * may stand for a part of it, but not begin it.")
            .arg(issuer);
    }
    if (spiffe && !subject.startsWith(issuer + u'/')) {
        return FieldProblems::tr("%1: its subjects begin with %1/").arg(issuer);
    }
    if (spiffe && trusted.jwksUri.empty()) {
        return FieldProblems::tr("%1: the address of its keys is needed, the trust domain's bundle endpoint.")
            .arg(issuer);
    }
    return trusted.jwksUri.empty() || isSecureAddress(trusted.jwksUri)
               ? QString()
               : FieldProblems::tr("%1: its keys are at an https address.").arg(issuer);
}

QString problemOf(const admin::api::ResourceServer& server) {
    const QString issuer = toQString(server.issuer);
    if (!isSecureAddress(server.issuer)) {
        return FieldProblems::tr("\"%1\" is not the https address of an authorization server.").arg(issuer);
    }
    return isToken(server.clientId)
               ? QString()
               : FieldProblems::tr("%1: the client id that the app has there is needed.").arg(issuer);
}

QString problemOf(const admin::api::DetailsType& details) {
    if (!isToken(details.type)) {
        return FieldProblems::tr("\"%1\" is no type: it is a name without spaces.").arg(toQString(details.type));
    }
    for (const std::string& member : details.members) {
        if (!isToken(member) || member == "type") {
            return FieldProblems::tr("%1: \"%2\" is no member's name.").arg(toQString(details.type), toQString(member));
        }
    }
    return {};
}

/// The first of them that would be refused.
template <class T>
std::vector<FieldError> firstProblem(const char* pointer, const std::vector<T>& all) {
    for (const T& each : all) {
        if (const QString problem = problemOf(each); !problem.isEmpty()) {
            return {refused(pointer, problem)};
        }
    }
    return {};
}

} // namespace

QString FieldProblems::redirectAddress(const QString& text) {
    const QUrl url(text);
    if (text.contains(u'*')) {
        return tr("%1: a star stands for nothing. Register each address.").arg(text);
    }
    if (text.contains(u'#')) {
        return tr("%1: what follows # never reaches a server. Leave it out.").arg(text);
    }
    if (url.scheme().isEmpty()) {
        return tr("%1 does not begin with https://").arg(text);
    }
    const bool here = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1");
    return url.scheme() == QLatin1String("http") && !here
               ? tr("%1: plain http is for 127.0.0.1 and [::1] alone.").arg(text)
               : QString();
}

std::vector<FieldError> FieldProblems::trustedIssuers(const admin::api::App& app) {
    if (!app.trustedIssuers.empty() && !isMachine(app)) {
        return {refused("/trustedIssuers", tr("They belong to machine clients alone."))};
    }
    return firstProblem("/trustedIssuers", app.trustedIssuers);
}

std::vector<FieldError> FieldProblems::resourceServers(const admin::api::App& app) {
    return firstProblem("/resourceServers", app.resourceServers);
}

std::vector<FieldError> FieldProblems::authorizationDetails(const admin::api::App& app) {
    return firstProblem("/authorizationDetails", app.authorizationDetails);
}

std::vector<FieldError> FieldProblems::sector(const admin::api::App& app) {
    if (!app.sectorIdentifierUri.empty()) {
        return app.sectorIdentifierUri.starts_with("https://")
                   ? std::vector<FieldError>()
                   : std::vector{refused("/sectorIdentifierUri", tr("It begins with https://"))};
    }
    QSet<QString> hosts;
    for (const std::string& uri : app.redirectUris) {
        const QUrl url(toQString(uri));
        if (url.scheme() == QLatin1String("https")) { // others are of every app
            hosts.insert(url.host());
        }
    }
    return app.subjectType == "pairwise" && hosts.size() > 1
               ? std::vector{refused("/sectorIdentifierUri",
                                     tr("Is needed: the redirect addresses are of several hosts."))}
               : std::vector<FieldError>();
}

} // namespace gatehouse::ui::panels::apps
