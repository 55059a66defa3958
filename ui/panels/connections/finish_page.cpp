// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/finish_page.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/connections/connection_form.h"
#include "ui/panels/connections/suggested_mapping.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/form.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

QString valueText(const QJsonValue& value) {
    if (value.isString()) {
        return value.toString();
    }
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValueConstRef each : value.toArray()) {
            words.append(valueText(each));
        }
        return words.join(QStringLiteral(", "));
    }
    return value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                          : value.toVariant().toString();
}

QString levelText(const QStringList& asked, const QString& got) {
    const QString none = FinishPage::tr("none");
    return FinishPage::tr("%1 asked, %2 got")
        .arg(asked.isEmpty() ? none : asked.join(QStringLiteral(", ")), got.isEmpty() ? none : got);
}

widgets::CheckLine outcomeLine(const admin::api::Preview& preview) {
    const QJsonObject user = client::toJsonObject(preview.user);
    const QString name = user.value(QLatin1String("displayName")).toString();
    const QString mail = user.value(QLatin1String("email")).toString();
    const QString who = name.isEmpty() ? mail : QStringLiteral("%1, %2").arg(name, mail);
    widgets::CheckLine line;
    if (preview.outcome == "reject") {
        line.status = widgets::Status::Failed;
        line.title = FinishPage::tr("Sign-in would be refused");
        line.message = preview.errors.empty() ? QString() : toQString(preview.errors.front().message);
        line.cure = preview.errors.empty() ? QString() : toQString(preview.errors.front().code);
        return line;
    }
    line.status = widgets::Status::Ok;
    line.title =
        preview.outcome == "create" ? FinishPage::tr("User will be created") : FinishPage::tr("User will be matched");
    line.message = who;
    return line;
}

} // namespace

FinishPage::FinishPage(QWidget* parent)
    : QWidget(parent)
    , m_form(new widgets::Form(this))
    , m_displayName(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_domainCard(new widgets::Card(tr("Who is led here"), this))
    , m_domains(new widgets::CheckList(m_domainCard))
    , m_card(new widgets::Card(tr("What a sign-in comes to"), this))
    , m_outcome(new widgets::CheckList(m_card))
    , m_grid(new widgets::DetailGrid(m_card))
    , m_mapping(new QPushButton(theme::icon(QStringLiteral("mapping")), tr("Open mapping"), m_card))
    , m_note(
          widgets::mutedLabel(tr("It is visible to nobody until you enable it. Whatever you do here can be taken back "
                                 "with Ctrl+Z."),
                              this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kPageMargin);
    m_displayName->setObjectName(QStringLiteral("idp.displayName"));
    m_name->setObjectName(QStringLiteral("idp.name"));
    m_name->setFont(theme::codeFont(font()));
    m_form->addRow(QStringLiteral("/displayName"), tr("Display name"), m_displayName,
                   tr("On the button of the sign-in page."));
    m_form->addRow(QStringLiteral("/name"), tr("Short name"), m_name,
                   tr("Lower case, digits, hyphens; apps see it as idp."));
    m_outcome->setObjectName(QStringLiteral("idp.outcome"));
    m_grid->setObjectName(QStringLiteral("idp.claims"));
    m_mapping->setObjectName(QStringLiteral("idp.openMapping"));
    m_mapping->setAccessibleName(m_mapping->text());
    m_card->addAction(m_mapping);
    m_card->body()->addWidget(m_outcome);
    m_card->body()->addWidget(m_grid);
    m_card->setMaximumWidth(theme::kFormWidth + 120);
    m_domains->setObjectName(QStringLiteral("idp.domainCheck"));
    m_domains->setAccessibleName(tr("Domains of this provider"));
    m_domainCard->body()->addWidget(m_domains);
    m_domainCard->setMaximumWidth(theme::kFormWidth + 120);
    m_domainCard->hide();
    column->addWidget(m_form);
    column->addWidget(m_domainCard);
    column->addWidget(m_card);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(m_displayName, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (m_nameIsOurs) {
            m_name->setText(suggestName(text));
        }
    });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameIsOurs = false; });
    connect(m_form, &widgets::Form::edited, this, &FinishPage::edited);
    connect(m_mapping, &QPushButton::clicked, this, &FinishPage::openMapping);
    connect(m_domains, &widgets::CheckList::actionRequested, this, &FinishPage::openDomains);
    showNoClaims();
}

void FinishPage::show(const WizardState& state) {
    m_displayName->setText(toQString(state.connection.displayName));
    m_name->setText(toQString(state.connection.name));
    m_nameIsOurs = m_nameIsOurs && !state.created;
    m_mapping->setVisible(state.created);
    m_asked = client::toStringList(state.connection.acrValues);
}

void FinishPage::read(WizardState& state) const {
    state.connection.displayName = m_displayName->text().trimmed().toStdString();
    state.connection.name = m_name->text().trimmed().toStdString();
}

void FinishPage::showDomains(const std::vector<widgets::CheckLine>& lines) {
    m_domains->setLines(lines);
    m_domainCard->setVisible(!lines.empty());
}

void FinishPage::showNoClaims() {
    m_outcome->setLines({{widgets::Status::Info,
                          tr("No claims yet"),
                          tr("Make a test sign-in on the page before, and what comes of its claims is shown here."),
                          {},
                          {},
                          {},
                          {}}});
    m_grid->clear();
}

void FinishPage::showPreview(const QJsonObject& claims, const admin::api::Preview& preview,
                             const QJsonObject& mapping) {
    m_outcome->setLines({outcomeLine(preview)});
    m_grid->clear();
    if (preview.outcome != "reject") {
        m_grid->addTags(tr("Roles"), client::toStringList(preview.roles), {}, tr("none"));
        m_grid->addTags(tr("Groups"), client::toStringList(preview.groups), {}, tr("none"));
    }
    m_grid->addText(tr("Level"), levelText(m_asked, claims.value(QLatin1String("acr")).toString()));
    m_grid->addCode(tr("Account"), claims.value(QLatin1String("iss")).toString() + u' ' +
                                       claims.value(QLatin1String("sub")).toString());
    m_grid->addText({}, preview.bindsIdentity
                            ? tr("The first sign-in binds this account to the person for good: no other account, with "
                                 "the same address or not, is taken for it.")
                            : tr("This account is bound to the person."));
    const QStringList unused = unusedClaims(claims, mapping);
    for (const QString& name : claims.keys()) {
        const QString shown = valueText(claims.value(name));
        if (name.contains(QLatin1String("hash")) || name == QLatin1String("nonce")) {
            continue;
        }
        m_grid->addCode(unused.contains(name) ? tr("%1 (not used)").arg(name) : name, shown);
    }
}

void FinishPage::focusFirst() {
    m_displayName->setFocus(Qt::OtherFocusReason);
    m_displayName->selectAll();
}

} // namespace gatehouse::ui::panels::connections
