// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/test_words.h"

#include <array>
#include <vector>

#include <QCoreApplication>
#include <QRegularExpression>

namespace gatehouse::ui::panels::connections {
namespace {

/// As core/oidc/rp/connection_test.cpp, core/http and core/connections/metadata.cpp say them.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("TestWords", "No such host: %1."),
    QT_TRANSLATE_NOOP("TestWords", "\"%1\" is not an https address."),
    QT_TRANSLATE_NOOP("TestWords", "The address cannot be called: %1."),
    QT_TRANSLATE_NOOP("TestWords", "Plain http is not allowed; use https."),
    QT_TRANSLATE_NOOP("TestWords", "%1 is at %2, where calls may not go: %3."),
    QT_TRANSLATE_NOOP("TestWords", "%1 refused the connection on port %2."),
    QT_TRANSLATE_NOOP("TestWords", "No answer in %1 s from %2 on port %3."),
    QT_TRANSLATE_NOOP("TestWords", "%1 in %2 ms"),
    QT_TRANSLATE_NOOP("TestWords", "The TLS handshake with %1 failed: %2."),
    QT_TRANSLATE_NOOP("TestWords", "Certificate expired on %1."),
    QT_TRANSLATE_NOOP("TestWords", "Certificate is for %1, not %2."),
    QT_TRANSLATE_NOOP("TestWords", "Signed by an unknown authority (%1)."),
    QT_TRANSLATE_NOOP("TestWords", "The certificate is valid for %1."),
    QT_TRANSLATE_NOOP("TestWords", "Plain http, allowed on this machine only."),
    QT_TRANSLATE_NOOP("TestWords", "Got HTTP %1 at %2. Did you mean %3?"),
    QT_TRANSLATE_NOOP("TestWords", "Got HTTP %1 at %2."),
    QT_TRANSLATE_NOOP("TestWords", "HTTP 200, %1 bytes"),
    QT_TRANSLATE_NOOP("TestWords", "This is a web page, not metadata (starts with %1)."),
    QT_TRANSLATE_NOOP("TestWords", "This is not a JSON document: %1."),
    QT_TRANSLATE_NOOP("TestWords", "A metadata document."),
    QT_TRANSLATE_NOOP("TestWords",
                      "Metadata says issuer %1; you entered %2. They must be identical: the trailing slash differs."),
    QT_TRANSLATE_NOOP("TestWords", "Metadata says issuer %1; you entered %2. They must be identical."),
    QT_TRANSLATE_NOOP("TestWords", "No keys at %1: %2"),
    QT_TRANSLATE_NOOP("TestWords", "No usable signing key at %1 (found: %2)."),
    QT_TRANSLATE_NOOP("TestWords", "One key (%1)"),
    QT_TRANSLATE_NOOP("TestWords", "%1 keys (%2)"),
    QT_TRANSLATE_NOOP("TestWords", "Signing certificate expires in %1 days."),
    QT_TRANSLATE_NOOP("TestWords", "The client credentials could not be prepared."),
    QT_TRANSLATE_NOOP("TestWords", "The provider rejected the client id or secret (%1)."),
    QT_TRANSLATE_NOOP("TestWords", "The token endpoint gave no answer that says whether the client is known."),
    QT_TRANSLATE_NOOP("TestWords", "The provider knows the client (%1 for a made-up code, as it should)."),
    QT_TRANSLATE_NOOP("TestWords", "The provider sends no Date header."),
    QT_TRANSLATE_NOOP("TestWords", "Provider clock differs by %1; limit is 2 min."),
    QT_TRANSLATE_NOOP("TestWords", "%1 apart"),
    QT_TRANSLATE_NOOP("TestWords", "Provider says redirect URI not allowed. Register exactly: %1"),
    QT_TRANSLATE_NOOP("TestWords", "Use https outside of a test"),
    QT_TRANSLATE_NOOP("TestWords", "Retry, or check the port and the firewall"),
    QT_TRANSLATE_NOOP("TestWords", "Retry, or check the firewall"),
    QT_TRANSLATE_NOOP("TestWords", "Fix address, or allow that network"),
    QT_TRANSLATE_NOOP("TestWords", "Retry once the provider signs with RS256, PS256, ES256 or EdDSA"),
    QT_TRANSLATE_NOOP("TestWords", "Compare the clocks by hand"),
    QT_TRANSLATE_NOOP("TestWords", "Show time settings"),
};

struct Sentence {
    const char* english;
    QRegularExpression shape;
};

const std::vector<Sentence>& sentences() {
    static const std::vector<Sentence> all = [] {
        std::vector<Sentence> made;
        made.reserve(kSentences.size());
        for (const char* english : kSentences) {
            QString pattern = QRegularExpression::escape(QLatin1String(english));
            for (int place = 1; place <= 3; ++place) {
                pattern.replace(QStringLiteral("\\%%1").arg(place), QStringLiteral("(.+?)"));
            }
            made.push_back({english, QRegularExpression(QRegularExpression::anchoredPattern(pattern))});
        }
        return made;
    }();
    return all;
}

} // namespace

QString testWords(const QString& english) {
    for (const Sentence& sentence : sentences()) {
        const QRegularExpressionMatch match = sentence.shape.match(english);
        if (match.hasMatch()) {
            QString text = QCoreApplication::translate("TestWords", sentence.english);
            for (int place = match.lastCapturedIndex(); place >= 1; --place) {
                text.replace(u'%' + QString::number(place), match.captured(place));
            }
            return text;
        }
    }
    return english;
}

QStringList knownTestWords() {
    QStringList all;
    for (const char* english : kSentences) {
        all.append(QLatin1String(english));
    }
    return all;
}

} // namespace gatehouse::ui::panels::connections
