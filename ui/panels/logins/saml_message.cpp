// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/saml_message.h"

#include <QCoreApplication>
#include <QStringList>
#include <QXmlStreamReader>

namespace gatehouse::ui::panels::logins {
namespace {

struct SamlMessage {
    Q_DECLARE_TR_FUNCTIONS(SamlMessage)
};

struct Meaning {
    const char* name;
    const char* text;
};

constexpr Meaning kMeanings[] = {
    {"ID", QT_TRANSLATE_NOOP("SamlMessage", "The message's own name")},
    {"InResponseTo", QT_TRANSLATE_NOOP("SamlMessage", "The request that it answers")},
    {"Destination", QT_TRANSLATE_NOOP("SamlMessage", "Where it is to go; must be the address that it came to")},
    {"IssueInstant", QT_TRANSLATE_NOOP("SamlMessage", "When it was made")},
    {"Issuer", QT_TRANSLATE_NOOP("SamlMessage", "Who made it: an entity ID")},
    {"StatusCode", QT_TRANSLATE_NOOP("SamlMessage", "Whether the provider could do what was asked")},
    {"StatusMessage", QT_TRANSLATE_NOOP("SamlMessage", "The same in the provider's own words")},
    {"NameID", QT_TRANSLATE_NOOP("SamlMessage", "Who signed in, as the provider names the account")},
    {"Recipient", QT_TRANSLATE_NOOP("SamlMessage", "Who may take it: our ACS URL")},
    {"Audience", QT_TRANSLATE_NOOP("SamlMessage", "For whom it was made: our entity ID")},
    {"NotBefore", QT_TRANSLATE_NOOP("SamlMessage", "Not valid before")},
    {"NotOnOrAfter", QT_TRANSLATE_NOOP("SamlMessage", "Not valid from then on")},
    {"AuthnInstant", QT_TRANSLATE_NOOP("SamlMessage", "When the person signed in at the provider")},
    {"SessionIndex", QT_TRANSLATE_NOOP("SamlMessage", "The session at the provider")},
    {"AuthnContextClassRef", QT_TRANSLATE_NOOP("SamlMessage", "How the person proved who they are")},
    {"SignatureMethod", QT_TRANSLATE_NOOP("SamlMessage", "How it was signed")},
    {"Reference", QT_TRANSLATE_NOOP("SamlMessage", "What the signature is over")},
    {"AssertionConsumerServiceURL", QT_TRANSLATE_NOOP("SamlMessage", "Where the answer is to go")},
    {"ForceAuthn", QT_TRANSLATE_NOOP("SamlMessage", "The person has to sign in anew")},
    {"IsPassive", QT_TRANSLATE_NOOP("SamlMessage", "The person must not be asked anything")},
};

QString meaningOf(const QString& name) {
    for (const Meaning& each : kMeanings) {
        if (name == QLatin1String(each.name)) {
            return QCoreApplication::translate("SamlMessage", each.text);
        }
    }
    return {};
}

/// Elements whose attributes are worth a line each, and those whose text is.
bool hasFacts(QStringView name) {
    static const QStringList kElements{QStringLiteral("Response"),       QStringLiteral("AuthnRequest"),
                                       QStringLiteral("Assertion"),      QStringLiteral("Conditions"),
                                       QStringLiteral("AuthnStatement"), QStringLiteral("SubjectConfirmationData")};
    return kElements.contains(name);
}

bool hasText(QStringView name) {
    static const QStringList kElements{QStringLiteral("Issuer"), QStringLiteral("NameID"), QStringLiteral("Audience"),
                                       QStringLiteral("AuthnContextClassRef"), QStringLiteral("StatusMessage")};
    return kElements.contains(name);
}

class Reader {
public:
    explicit Reader(const QString& text)
        : m_xml(text) {}

    std::vector<SamlPart> read() {
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.tokenType() == QXmlStreamReader::DTD) {
                return {};
            }
            if (m_xml.isStartElement()) {
                take(m_xml.name().toString(), m_xml.attributes());
            }
        }
        return m_xml.hasError() ? std::vector<SamlPart>() : m_parts;
    }

private:
    void add(const QString& name, const QString& value) {
        m_parts.push_back({m_section, name, value, meaningOf(name)});
    }
    void take(const QString& name, const QXmlStreamAttributes& attributes) {
        if (name == QLatin1String("Response") || name == QLatin1String("AuthnRequest") ||
            name == QLatin1String("Assertion")) {
            m_section = name;
        }
        const auto value = [&attributes](const char* member) {
            return attributes.value(QLatin1String(member)).toString();
        };
        if (hasFacts(name)) {
            for (const QXmlStreamAttribute& each : attributes) {
                if (each.name() != QLatin1String("Version")) {
                    add(each.name().toString(), each.value().toString());
                }
            }
        } else if (name == QLatin1String("StatusCode")) {
            add(name, value("Value"));
        } else if (name == QLatin1String("SignatureMethod")) {
            add(name, value("Algorithm"));
        } else if (name == QLatin1String("Reference")) {
            add(name, value("URI"));
        } else if (name == QLatin1String("Attribute")) {
            takeAttribute(value("Name"), value("FriendlyName"));
        } else if (hasText(name)) {
            const QString format = value("Format");
            const QString text = m_xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            add(name, format.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, format));
        }
    }
    void takeAttribute(const QString& name, const QString& friendly) {
        QStringList values;
        while (m_xml.readNextStartElement()) {
            values.append(m_xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
        m_parts.push_back({QStringLiteral("Attributes"), name, values.join(QStringLiteral(", ")), friendly});
    }

    QXmlStreamReader m_xml;
    QString m_section;
    std::vector<SamlPart> m_parts;
};

} // namespace

std::vector<SamlPart> samlParts(const QString& xml) {
    return xml.startsWith(u'<') ? Reader(xml).read() : std::vector<SamlPart>();
}

} // namespace gatehouse::ui::panels::logins
