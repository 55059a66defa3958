// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/saml_checks.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

namespace gatehouse::ui::widgets {
namespace {

struct Words {
    const char* name;
    const char* title;
    const char* cure;
};

// What more than one of them is cured by.
constexpr const char* kCorrect = QT_TRANSLATE_NOOP("SamlChecks", "Let the provider's administrator correct it.");
constexpr const char* kForeign = QT_TRANSLATE_NOOP(
    "SamlChecks", "Show it to the provider's administrator: it is not as SAML wants it, or was changed on its way.");
constexpr const char* kSign =
    QT_TRANSLATE_NOOP("SamlChecks", "Compare the provider's certificate with that of the connection; it has to sign "
                                    "what the connection wants signed, with SHA-256.");
constexpr const char* kClocks = QT_TRANSLATE_NOOP("SamlChecks", "Set the clocks right on both sides.");
constexpr const char* kEncrypt =
    QT_TRANSLATE_NOOP("SamlChecks", "Give the provider our current metadata: it has to encrypt with our certificate.");
constexpr const char* kNameId = QT_TRANSLATE_NOOP("SamlChecks", "Correct the NameID at the provider.");
constexpr const char* kAgain = QT_TRANSLATE_NOOP("SamlChecks", "Begin the sign-in again at the app.");
constexpr const char* kAtProvider = QT_TRANSLATE_NOOP("SamlChecks", "Sign in again at the provider.");
constexpr const char* kAcs =
    QT_TRANSLATE_NOOP("SamlChecks", "Correct the reply URL (ACS URL) at the provider; it is on the connection's page.");

constexpr std::array kChecks{
    Words{"saml.xml", QT_TRANSLATE_NOOP("SamlChecks", "It is sound XML"), kForeign},
    Words{"saml.shape", QT_TRANSLATE_NOOP("SamlChecks", "It is built as a response is"), kForeign},
    Words{"saml.signature.response", QT_TRANSLATE_NOOP("SamlChecks", "Signature of the response"), kSign},
    Words{"saml.version", QT_TRANSLATE_NOOP("SamlChecks", "It is of SAML 2.0 and has an ID"), kCorrect},
    Words{"saml.destination", QT_TRANSLATE_NOOP("SamlChecks", "It was sent to our address"), kAcs},
    Words{"saml.issue_instant", QT_TRANSLATE_NOOP("SamlChecks", "It was issued a moment ago"), kClocks},
    Words{"saml.in_response_to", QT_TRANSLATE_NOOP("SamlChecks", "It answers our request"), kAgain},
    Words{"saml.issuer", QT_TRANSLATE_NOOP("SamlChecks", "It comes from this provider"),
          QT_TRANSLATE_NOOP("SamlChecks", "Correct the provider's entity ID at the connection.")},
    Words{"saml.status", QT_TRANSLATE_NOOP("SamlChecks", "The provider says that it succeeded"),
          QT_TRANSLATE_NOOP("SamlChecks", "The provider refused: its own log says why.")},
    Words{"saml.shape.assertion", QT_TRANSLATE_NOOP("SamlChecks", "There is an assertion in it"), kCorrect},
    Words{"saml.encryption", QT_TRANSLATE_NOOP("SamlChecks", "It is encrypted where it has to be"), kEncrypt},
    Words{"saml.decryption", QT_TRANSLATE_NOOP("SamlChecks", "One of our keys opens it"), kEncrypt},
    Words{"saml.decryption.xml", QT_TRANSLATE_NOOP("SamlChecks", "What was opened is sound XML"), kForeign},
    Words{"saml.decryption.shape", QT_TRANSLATE_NOOP("SamlChecks", "What was opened is an assertion"), kForeign},
    Words{"saml.signature.assertion", QT_TRANSLATE_NOOP("SamlChecks", "Signature of the assertion"), kSign},
    Words{"saml.signature.sha1", QT_TRANSLATE_NOOP("SamlChecks", "It is signed with SHA-256 or better"),
          QT_TRANSLATE_NOOP("SamlChecks", "Let the provider sign with SHA-256.")},
    Words{"saml.signature.key_size", QT_TRANSLATE_NOOP("SamlChecks", "The provider's key is long enough"),
          QT_TRANSLATE_NOOP("SamlChecks", "Let the provider make a new key of at least 2,048 bits.")},
    Words{"saml.signature", QT_TRANSLATE_NOOP("SamlChecks", "A signature covers what is read"),
          QT_TRANSLATE_NOOP("SamlChecks", "Let the provider sign the response or the assertion.")},
    Words{"saml.assertion", QT_TRANSLATE_NOOP("SamlChecks", "The assertion is of SAML 2.0 and has an ID"), kCorrect},
    Words{"saml.assertion.issuer", QT_TRANSLATE_NOOP("SamlChecks", "The assertion names its issuer"), kCorrect},
    Words{"saml.subject", QT_TRANSLATE_NOOP("SamlChecks", "It has a subject"), kNameId},
    Words{"saml.name_id", QT_TRANSLATE_NOOP("SamlChecks", "The NameID is a plain text"), kNameId},
    Words{"saml.name_id.decryption", QT_TRANSLATE_NOOP("SamlChecks", "One of our keys opens the NameID"), kEncrypt},
    Words{"saml.name_id.qualifier", QT_TRANSLATE_NOOP("SamlChecks", "The NameID is meant for us"),
          QT_TRANSLATE_NOOP("SamlChecks", "Correct the SPNameQualifier at the provider: it is our entity ID.")},
    Words{"saml.subject_confirmation", QT_TRANSLATE_NOOP("SamlChecks", "Whoever brings it here may use it"), kAcs},
    Words{"saml.conditions", QT_TRANSLATE_NOOP("SamlChecks", "It has conditions"), kCorrect},
    Words{"saml.conditions.known", QT_TRANSLATE_NOOP("SamlChecks", "All of its conditions are understood"),
          QT_TRANSLATE_NOOP("SamlChecks", "Remove the unknown condition at the provider.")},
    Words{"saml.conditions.time", QT_TRANSLATE_NOOP("SamlChecks", "It is valid at that time"),
          QT_TRANSLATE_NOOP("SamlChecks", "Set the clocks right on both sides, or let them differ by more at the "
                                          "connection. A response that is some minutes old is refused rightly.")},
    Words{"saml.audience", QT_TRANSLATE_NOOP("SamlChecks", "It is meant for us"),
          QT_TRANSLATE_NOOP("SamlChecks", "Set the audience (entity ID) at the provider to ours.")},
    Words{"saml.authn_statement", QT_TRANSLATE_NOOP("SamlChecks", "It says when and how the person signed in"),
          kCorrect},
    Words{"saml.authn_statement.instant", QT_TRANSLATE_NOOP("SamlChecks", "That sign-in has happened"), kClocks},
    Words{"saml.authn_instant", QT_TRANSLATE_NOOP("SamlChecks", "That sign-in is recent enough"), kAtProvider},
    Words{"saml.session_expiry", QT_TRANSLATE_NOOP("SamlChecks", "The provider's session is not over"), kAtProvider},
    Words{"unmet_authentication_requirements", QT_TRANSLATE_NOOP("SamlChecks", "The sign-in was strong enough"),
          QT_TRANSLATE_NOOP("SamlChecks", "Require the second factor at the provider, or correct the names of levels "
                                          "at the connection.")},
    Words{"saml.attributes", QT_TRANSLATE_NOOP("SamlChecks", "Each attribute is there once"),
          QT_TRANSLATE_NOOP("SamlChecks", "Let the provider send each attribute once, with all of its values.")},
    Words{"saml.issuers", QT_TRANSLATE_NOOP("SamlChecks", "Response and assertion have the same issuer"), kCorrect},
    Words{"saml.unsolicited", QT_TRANSLATE_NOOP("SamlChecks", "It was asked for"),
          QT_TRANSLATE_NOOP("SamlChecks", "Begin at the app, or allow sign-ins that begin at the provider.")},
    Words{"saml.subject.known", QT_TRANSLATE_NOOP("SamlChecks", "It names the person for good"),
          QT_TRANSLATE_NOOP("SamlChecks", "Let the provider send a persistent NameID or subject-id.")},
    Words{"saml.replay", QT_TRANSLATE_NOOP("SamlChecks", "It was not used before"), kAgain},
};

const Words* find(const QString& name) {
    const auto* const found = std::find_if(kChecks.begin(), kChecks.end(),
                                           [&](const Words& each) { return name == QLatin1String(each.name); });
    return found == kChecks.end() ? nullptr : found;
}

} // namespace

QString samlCheckTitle(const QString& name) {
    const Words* words = find(name);
    return words == nullptr ? QString() : QCoreApplication::translate("SamlChecks", words->title);
}

QString samlCheckCure(const QString& name, const QString& english) {
    const Words* words = find(name);
    return words == nullptr || english.isEmpty() ? english : QCoreApplication::translate("SamlChecks", words->cure);
}

QStringList knownSamlChecks() {
    QStringList names;
    for (const Words& each : kChecks) {
        names.append(QLatin1String(each.name));
    }
    return names;
}

} // namespace gatehouse::ui::widgets
