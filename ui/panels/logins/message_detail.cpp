// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/message_detail.h"

#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/logins/message_text.h"
#include "ui/panels/logins/saml_message.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::logins {

using client::toQString;

namespace {

constexpr int kNameWidth = 150;

} // namespace

MessageDetail::MessageDetail(QWidget* parent)
    : QWidget(parent)
    , m_title(widgets::sectionLabel({}, this))
    , m_sentence(widgets::mutedLabel({}, this))
    , m_tabs(new QTabWidget(this))
    , m_decoded(new QVBoxLayout)
    , m_raw(new QPlainTextEdit) {
    auto* decoded = new QWidget(m_tabs);
    decoded->setLayout(m_decoded);
    m_decoded->setContentsMargins(0, theme::kGroupSpacing, 0, 0);
    m_decoded->setSpacing(theme::kGroupSpacing);
    m_raw->setReadOnly(true);
    m_raw->setFont(theme::codeFont(font()));
    m_raw->setAccessibleName(tr("The message as it was kept"));
    m_raw->setTabChangesFocus(true);
    m_raw->setMinimumHeight(180);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(decoded, tr("Decoded"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->tabBar()->setAccessibleName(tr("Message decoded or raw"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_tabs, 1);
}

void MessageDetail::showMessage(const admin::api::FlowMessage* message) {
    setVisible(message != nullptr);
    widgets::clearLayout(*m_decoded);
    m_grid = nullptr;
    if (message == nullptr) {
        return;
    }
    m_title->setText(messageTitle(*message));
    const QString way = message->viaBrowser ? tr("From %1 to %2, carried by the browser.") : tr("From %1 to %2.");
    m_sentence->setText(way.arg(partyTitle(message->from), partyTitle(message->to)) + QLatin1Char(' ') +
                        widgets::absoluteTime(client::toDateTime(message->at)));
    addSection(message->method.empty() ? tr("Answer") : tr("Request"));
    if (!message->method.empty()) {
        addLine(toQString(message->method), toQString(message->url), {});
    } else {
        addLine(tr("Status"), message->status == 0 ? QString() : QString::number(message->status), {});
        if (!message->url.empty()) {
            addLine(tr("Leads to"), toQString(message->url), {});
        }
    }
    for (const admin::api::NameValue& header : message->headers) {
        addLine(toQString(header.name), shownValue(toQString(header.value)), parameterMeaning(toQString(header.name)));
    }
    if (!message->parameters.empty()) {
        addSection(tr("Parameters"));
        for (const admin::api::NameValue& each : message->parameters) {
            addLine(toQString(each.name), shownValue(toQString(each.value)), parameterMeaning(toQString(each.name)));
        }
    }
    if (const auto token = tokenOf(*message)) {
        if (!token->header.isEmpty()) {
            addSection(tr("Header of the token"));
            addObject(token->header);
        }
        addSection(message->name == "token.answer" ? tr("Claims of the ID token") : tr("Claims"));
        addObject(token->claims);
    }
    const std::vector<SamlPart> saml = samlParts(toQString(message->body));
    QString section;
    for (const SamlPart& part : saml) {
        if (part.section != section) {
            section = part.section;
            addSection(section == QLatin1String("Attributes") ? tr("Attributes") : section);
        }
        addLine(part.name, shownValue(part.value), part.meaning);
    }
    const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(message->body)).object();
    if (!body.isEmpty() && message->name != "userinfo.answer") {
        addSection(tr("Body"));
        for (auto it = body.begin(); it != body.end(); ++it) {
            if (it.key() != QLatin1String("id_token")) {
                addLine(it.key(), shownValue(claimText(it.key(), it.value())), parameterMeaning(it.key()));
            }
        }
    } else if (saml.empty() && body.isEmpty() && !message->body.empty() && !tokenOf(*message)) {
        addSection(tr("Body"));
        addLine(message->cut ? tr("Beginning") : tr("Text"), shownValue(toQString(message->body)), {});
    }
    m_decoded->addStretch(1);
    m_raw->setPlainText(rawText(*message));
}

void MessageDetail::addSection(const QString& title) {
    auto* label = new QLabel(title, this);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    m_decoded->addWidget(label);
    auto* lines = new QWidget(this);
    m_grid = new QGridLayout(lines);
    m_grid->setContentsMargins(0, 0, 0, 4);
    m_grid->setHorizontalSpacing(theme::kFieldSpacing);
    m_grid->setVerticalSpacing(5);
    m_grid->setColumnMinimumWidth(0, kNameWidth);
    m_grid->setColumnStretch(1, 1);
    m_decoded->addWidget(lines);
}

void MessageDetail::addLine(const QString& name, const QString& value, const QString& meaning) {
    const int row = m_grid->rowCount();
    auto* head = new QLabel(name, this);
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    auto* text = new QLabel(value.isEmpty() ? tr("(empty)") : value, this);
    text->setTextFormat(Qt::PlainText);
    text->setFont(theme::codeFont(font()));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setMinimumWidth(60);
    m_grid->addWidget(head, row, 0, Qt::AlignTop);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(0);
    cell->addWidget(text);
    if (!meaning.isEmpty()) {
        QLabel* said = widgets::mutedLabel(meaning, this);
        theme::setTextSize(*said, theme::TextSize::Caption);
        cell->addWidget(said);
    }
    m_grid->addLayout(cell, row, 1);
}

void MessageDetail::addObject(const QJsonObject& object) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        addLine(it.key(), claimText(it.key(), it.value()), claimMeaning(it.key()));
    }
}

} // namespace gatehouse::ui::panels::logins
