// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/comparison.h"

#include <algorithm>

#include <QBrush>
#include <QFont>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/client/convert.h"
#include "ui/panels/logins/flow_detail.h"
#include "ui/panels/logins/message_text.h"
#include "ui/panels/logins/saml_message.h"
#include "ui/theme/tokens.h"

namespace gatehouse::ui::panels::logins {
namespace {

using client::toQString;
using Fields = std::vector<std::pair<QString, QString>>;

bool differsBetweenAnyTwo(const QString& field) {
    static const QStringList kFields{QStringLiteral("claim iat"),
                                     QStringLiteral("claim exp"),
                                     QStringLiteral("claim nbf"),
                                     QStringLiteral("claim nonce"),
                                     QStringLiteral("claim auth_time"),
                                     QStringLiteral("claim at_hash"),
                                     QStringLiteral("claim c_hash"),
                                     QStringLiteral("claim jti"),
                                     QStringLiteral("claim sid"),
                                     QStringLiteral("claim uti"),
                                     QStringLiteral("claim rh"),
                                     QStringLiteral("Date"),
                                     QStringLiteral("User-Agent"),
                                     QStringLiteral("login_hint"),
                                     QStringLiteral("code_challenge"),
                                     QStringLiteral("claim sub"),
                                     QStringLiteral("claim oid"),
                                     QStringLiteral("claim email"),
                                     QStringLiteral("claim name"),
                                     QStringLiteral("claim given_name"),
                                     QStringLiteral("claim family_name"),
                                     QStringLiteral("claim upn"),
                                     QStringLiteral("claim preferred_username")};
    // Of a SAML message: its name, its times, and who it is about.
    static const QStringList kSaml{QStringLiteral(" ID"),           QStringLiteral(" InResponseTo"),
                                   QStringLiteral(" IssueInstant"), QStringLiteral(" NotBefore"),
                                   QStringLiteral(" NotOnOrAfter"), QStringLiteral(" AuthnInstant"),
                                   QStringLiteral(" SessionIndex"), QStringLiteral(" SessionNotOnOrAfter"),
                                   QStringLiteral(" Reference"),    QStringLiteral(" NameID")};
    return kFields.contains(field) ||
           std::any_of(kSaml.begin(), kSaml.end(), [&field](const QString& end) { return field.endsWith(end); });
}

ComparedLine lineOf(const QString& field, const QString* mine, const QString* theirs) {
    ComparedLine line{ComparedLine::Kind::Same, field, mine == nullptr ? QString() : shownValue(*mine),
                      theirs == nullptr ? QString() : shownValue(*theirs)};
    if (mine == nullptr || theirs == nullptr) {
        line.kind = ComparedLine::Kind::Differs;
    } else if (*mine != *theirs) {
        const bool expected = differsBetweenAnyTwo(field) || (isRedacted(*mine) && isRedacted(*theirs));
        line.kind = expected ? ComparedLine::Kind::Expected : ComparedLine::Kind::Differs;
    }
    return line;
}

const QString* valueIn(const Fields& fields, const QString& name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.first == name; });
    return found == fields.end() ? nullptr : &found->second;
}

void compareFields(const Fields& mine, const Fields& theirs, std::vector<ComparedLine>& out) {
    for (const auto& [name, value] : mine) {
        out.push_back(lineOf(name, &value, valueIn(theirs, name)));
    }
    for (const auto& [name, value] : theirs) {
        if (valueIn(mine, name) == nullptr) {
            out.push_back(lineOf(name, nullptr, &value));
        }
    }
}

void addObject(const QJsonObject& object, const QString& prefix, Fields& out) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        out.emplace_back(prefix + it.key(), claimText(it.key(), it.value()));
    }
}

Fields fieldsOf(const admin::api::FlowMessage* message) {
    Fields out;
    if (message == nullptr) {
        return out;
    }
    if (!message->url.empty()) {
        out.emplace_back(ComparisonModel::tr("Address"), toQString(message->url));
    }
    if (message->status != 0) {
        out.emplace_back(ComparisonModel::tr("Status"), QString::number(message->status));
    }
    for (const auto* list : {&message->parameters, &message->headers}) {
        for (const admin::api::NameValue& each : *list) {
            out.emplace_back(toQString(each.name), toQString(each.value));
        }
    }
    const auto token = tokenOf(*message);
    if (token) {
        addObject(token->header, QStringLiteral("token "), out);
        addObject(token->claims, QStringLiteral("claim "), out);
    }
    QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(message->body)).object();
    body.remove(QStringLiteral("id_token"));
    if (!token || message->name == "token.answer") {
        addObject(body, {}, out);
    }
    const std::vector<SamlPart> saml = samlParts(toQString(message->body));
    for (const SamlPart& part : saml) {
        out.emplace_back(part.section + u' ' + part.name, part.value);
    }
    if (saml.empty() && body.isEmpty() && !token && !message->body.empty()) {
        out.emplace_back(ComparisonModel::tr("Body"), toQString(message->body));
    }
    return out;
}

const admin::api::FlowMessage* messageIn(const admin::api::Flow& flow, const std::string& name) {
    const auto found = std::find_if(flow.messages.begin(), flow.messages.end(),
                                    [&](const admin::api::FlowMessage& message) { return message.name == name; });
    return found == flow.messages.end() ? nullptr : &*found;
}

Fields checksOf(const admin::api::Flow& flow) {
    Fields out;
    for (const admin::api::FlowCheck& check : flow.checks) {
        const bool held = check.status == "ok";
        out.emplace_back(checkTitle(toQString(check.name)),
                         held ? ComparisonModel::tr("OK")
                              : ComparisonModel::tr("%1: %2").arg(toQString(check.status), toQString(check.actual)));
    }
    return out;
}

} // namespace

std::vector<ComparedLine> compare(const admin::api::Flow& mine, const admin::api::Flow& theirs) {
    std::vector<ComparedLine> out;
    out.push_back({ComparedLine::Kind::Heading, ComparisonModel::tr("Outcome"), {}, {}});
    compareFields({{ComparisonModel::tr("Reason"), toQString(mine.reason)},
                   {ComparisonModel::tr("App"), toQString(mine.app)},
                   {ComparisonModel::tr("Version of the connection"), QString::number(mine.connectionVersion)},
                   {ComparisonModel::tr("Version of the tenant"), QString::number(mine.tenantVersion)}},
                  {{ComparisonModel::tr("Reason"), toQString(theirs.reason)},
                   {ComparisonModel::tr("App"), toQString(theirs.app)},
                   {ComparisonModel::tr("Version of the connection"), QString::number(theirs.connectionVersion)},
                   {ComparisonModel::tr("Version of the tenant"), QString::number(theirs.tenantVersion)}},
                  out);
    // The order of a login that goes all the way, whichever of the two did.
    for (const char* name : {"authorize", "saml.request", "redirect", "callback", "saml.response", "token.request",
                             "token.answer", "keys.request", "keys.answer", "userinfo.request", "userinfo.answer",
                             "answer", "app.token.request", "app.token.answer"}) {
        const admin::api::FlowMessage* one = messageIn(mine, name);
        const admin::api::FlowMessage* other = messageIn(theirs, name);
        if (one == nullptr && other == nullptr) {
            continue;
        }
        out.push_back({ComparedLine::Kind::Heading, messageTitle(one != nullptr ? *one : *other), {}, {}});
        if (one == nullptr || other == nullptr) {
            const QString sent = ComparisonModel::tr("sent");
            const QString notSent = ComparisonModel::tr("not sent");
            out.push_back({ComparedLine::Kind::Differs, ComparisonModel::tr("Message"), one != nullptr ? sent : notSent,
                           other != nullptr ? sent : notSent});
            continue;
        }
        compareFields(fieldsOf(one), fieldsOf(other), out);
    }
    out.push_back({ComparedLine::Kind::Heading, ComparisonModel::tr("Checks"), {}, {}});
    compareFields(checksOf(mine), checksOf(theirs), out);
    return out;
}

void ComparisonModel::setLines(std::vector<ComparedLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    choose();
    endResetModel();
}

void ComparisonModel::setOnlyDifferences(bool only) {
    beginResetModel();
    m_onlyDifferences = only;
    choose();
    endResetModel();
}

void ComparisonModel::choose() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const ComparedLine::Kind kind = m_lines[i].kind;
        if (kind != ComparedLine::Kind::Heading && m_onlyDifferences && kind != ComparedLine::Kind::Differs) {
            continue;
        }
        // A heading that no line followed goes when the next one comes.
        if (kind == ComparedLine::Kind::Heading && !m_shown.empty() &&
            m_lines[m_shown.back()].kind == ComparedLine::Kind::Heading) {
            m_shown.pop_back();
        }
        m_shown.push_back(i);
    }
    if (!m_shown.empty() && m_lines[m_shown.back()].kind == ComparedLine::Kind::Heading) {
        m_shown.pop_back();
    }
}

int ComparisonModel::differences() const {
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const ComparedLine& line) {
        return line.kind == ComparedLine::Kind::Differs;
    }));
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const ComparedLine& line = m_lines[m_shown[static_cast<std::size_t>(index.row())]];
    const QString text = index.column() == FieldColumn  ? line.field
                         : index.column() == MineColumn ? line.mine
                                                        : line.theirs;
    const bool differs = line.kind == ComparedLine::Kind::Differs;
    const bool heading = line.kind == ComparedLine::Kind::Heading;
    switch (role) {
    case Qt::DisplayRole:
        if (!heading && index.column() != FieldColumn && text.isEmpty()) {
            return tr("(none)");
        }
        return differs && index.column() == FieldColumn ? QStringLiteral("\u2260 ") + text : text;
    case Qt::ToolTipRole:
        return text;
    case Qt::AccessibleTextRole:
        return differs && index.column() == FieldColumn ? tr("%1, differs").arg(text) : text;
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setWeight(heading || differs ? QFont::DemiBold : QFont::Normal);
        return font;
    }
    case Qt::BackgroundRole: {
        const theme::Tokens& tokens = theme::tokensFor(QGuiApplication::palette());
        return heading   ? QVariant(QBrush(tokens.alternate))
               : differs ? QVariant(QBrush(tokens.warningTint))
                         : QVariant();
    }
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == FieldColumn ? tr("Field") : section == MineColumn ? tr("This sign-in") : tr("The last good one");
}

} // namespace gatehouse::ui::panels::logins
