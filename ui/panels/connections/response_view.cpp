// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/response_view.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/saml_checks.h"

namespace gatehouse::ui::panels::connections {

using client::toDateTime;
using client::toJsonObject;
using client::toQString;
using widgets::Status;

namespace {

constexpr int kListWidth = 330;

QString titleOf(const admin::api::FlowCheck& check) {
    const QString title = widgets::samlCheckTitle(toQString(check.name));
    return title.isEmpty() ? toQString(check.name) : title;
}

widgets::CheckLine lineOf(const admin::api::FlowCheck& check) {
    widgets::CheckLine line;
    line.status = widgets::statusFromCheck(toQString(check.status));
    line.title = titleOf(check);
    line.expected = toQString(check.expected);
    line.actual = toQString(check.actual);
    line.cure = widgets::samlCheckCure(toQString(check.name), toQString(check.cure));
    line.spec = toQString(check.spec);
    return line;
}

int failuresOf(const admin::api::ResponseCheck& checked) {
    int failed = 0;
    for (const admin::api::FlowCheck& each : checked.checks) {
        failed += each.status == "fail" ? 1 : 0;
    }
    return failed;
}

QString verdictOf(const admin::api::ResponseCheck& checked) {
    const QString when = widgets::absoluteTime(toDateTime(checked.at));
    return checked.ok
               ? ResponseView::tr("A login with it would have passed every check, judged as of %1.").arg(when)
               : ResponseView::tr("%n check(s) failed, judged as of %1.", nullptr, failuresOf(checked)).arg(when);
}

QString outcomeWord(const std::string& outcome) {
    return outcome == "create"  ? ResponseView::tr("a new person is made")
           : outcome == "match" ? ResponseView::tr("a known person is signed in")
                                : ResponseView::tr("nobody is signed in");
}

} // namespace

ResponseView::ResponseView(QWidget* parent)
    : QWidget(parent)
    , m_chip(new widgets::StatusChip(this))
    , m_verdict(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_check(new widgets::CheckList(this))
    , m_spec(widgets::mutedLabel({}, this))
    , m_facts(new widgets::DetailGrid(this))
    , m_claims(new widgets::JsonView(tr("What the response says of the person"), this))
    , m_xml(new QPlainTextEdit(this)) {
    m_verdict->setObjectName(QStringLiteral("response.verdict"));
    m_verdict->setWordWrap(true);
    m_spec->setTextInteractionFlags(Qt::TextSelectableByMouse); // and so on the side of the window, not of its letters
    m_xml->setObjectName(QStringLiteral("response.xml"));
    m_xml->setAccessibleName(tr("XML of the response"));
    m_xml->setReadOnly(true);
    m_xml->setFont(theme::codeFont(font()));
    m_xml->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_xml->setLayoutDirection(Qt::LeftToRight);
    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("response.tabs"));
    tabs->setDocumentMode(true);
    tabs->tabBar()->setAccessibleName(tr("Parts of the result"));
    tabs->addTab(makeChecks(), tr("Checks"));
    tabs->addTab(makeFacts(), tr("What it says"));
    tabs->addTab(m_xml, tr("XML"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_chip, 0, Qt::AlignTop);
    head->addWidget(m_verdict, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    column->addLayout(head);
    column->addWidget(tabs, 1);
}

QWidget* ResponseView::makeChecks() {
    auto* page = new QSplitter(Qt::Horizontal, this);
    page->setChildrenCollapsible(false);
    m_list->setObjectName(QStringLiteral("response.checks"));
    m_list->setAccessibleName(tr("Checks, in the order in which they are made"));
    m_list->setWordWrap(true);
    auto* detail = new QWidget(page);
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(theme::kFieldSpacing, 0, 0, 0);
    column->addWidget(m_check);
    column->addWidget(m_spec);
    column->addStretch(1);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(detail);
    page->addWidget(m_list);
    page->addWidget(scroll);
    page->setStretchFactor(1, 1);
    page->setSizes({kListWidth, kListWidth});
    connect(m_list, &QListWidget::currentRowChanged, this, &ResponseView::showCurrent);
    return page;
}

QWidget* ResponseView::makeFacts() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme::kFieldSpacing, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_facts);
    column->addWidget(m_claims, 1);
    return page;
}

void ResponseView::showCheck(const admin::api::ResponseCheck& checked) {
    m_shown = checked;
    m_chip->setStatus(checked.ok ? Status::Ok : Status::Failed, checked.ok ? tr("Accepted") : tr("Refused"));
    m_verdict->setText(verdictOf(checked));
    m_list->clear();
    int first = 0;
    for (int row = int(checked.checks.size()) - 1; row >= 0; --row) {
        first = checked.checks[std::size_t(row)].status == "fail" ? row : first;
    }
    for (const admin::api::FlowCheck& each : checked.checks) {
        const Status status = widgets::statusFromCheck(toQString(each.status));
        auto* item = new QListWidgetItem(theme::icon(widgets::statusIcon(status), widgets::statusTone(status)),
                                         titleOf(each), m_list);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(titleOf(each), widgets::statusWord(status)));
    }
    m_list->setCurrentRow(first);
    showFacts();
    m_xml->setPlainText(laidOut(toQString(checked.xml)));
}

void ResponseView::showCurrent() {
    const auto row = std::size_t(m_list->currentRow());
    if (m_list->currentRow() < 0 || row >= m_shown.checks.size()) {
        m_check->clear();
        m_spec->clear();
        return;
    }
    const widgets::CheckLine line = lineOf(m_shown.checks[row]);
    m_check->setLines({line});
    m_spec->setText(line.spec);
}

void ResponseView::showFacts() {
    m_facts->clear();
    const QJsonObject message = toJsonObject(m_shown.message);
    m_facts->addText(tr("Pasted as"), toQString(m_shown.form));
    m_facts->addCode(tr("Issuer"), message.value(QLatin1String("issuer")).toString());
    m_facts->addCode(tr("Status"), message.value(QLatin1String("status")).toString());
    m_facts->addCode(tr("Person"), toQString(m_shown.subject));
    m_claims->setVisible(m_shown.preview.has_value());
    if (!m_shown.preview) {
        m_facts->addText(tr("Mapping"), tr("There is no assertion that can be read."));
        return;
    }
    const admin::api::Preview& preview = *m_shown.preview;
    m_facts->addText(tr("With this mapping"), outcomeWord(preview.outcome));
    for (const admin::api::PreviewError& each : preview.errors) {
        m_facts->addText(tr("Mapping"), toQString(each.message.empty() ? each.code : each.message));
    }
    m_facts->addTags(tr("Roles"), client::toStringList(preview.roles), {}, tr("none"));
    m_facts->addTags(tr("Groups"), client::toStringList(preview.groups), {}, tr("none"));
    m_claims->setValue(QJsonObject{{QStringLiteral("user"), toJsonObject(preview.user)},
                                   {QStringLiteral("claims"), toJsonObject(preview.claims)}});
}

QString textOf(const admin::api::ResponseCheck& checked) {
    QStringList lines{verdictOf(checked)};
    for (const admin::api::FlowCheck& each : checked.checks) {
        const widgets::CheckLine line = lineOf(each);
        lines.append(QStringLiteral("%1: %2 (%3, %4)")
                         .arg(widgets::statusWord(line.status), line.title, toQString(each.name), line.spec));
        if (line.status != Status::Failed && line.status != Status::Warning) {
            continue;
        }
        lines.append(QStringLiteral("    %1: %2").arg(ResponseView::tr("Expected"), line.expected));
        lines.append(QStringLiteral("    %1: %2").arg(ResponseView::tr("Got"), line.actual));
        lines.append(QStringLiteral("    ") + line.cure);
    }
    return lines.join(u'\n') + u'\n';
}

QString laidOut(const QString& xml) {
    QString out;
    QXmlStreamReader reader(xml);
    reader.setNamespaceProcessing(false); // prefixes stay as they are written
    QXmlStreamWriter writer(&out);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isDTD() || reader.hasError()) {
            return xml;
        }
        if (reader.isStartElement()) {
            writer.writeStartElement(reader.qualifiedName().toString());
            writer.writeAttributes(reader.attributes());
        } else if (reader.isEndElement()) {
            writer.writeEndElement();
        } else if (reader.isCharacters() && !reader.isWhitespace()) {
            writer.writeCharacters(reader.text().toString());
        }
    }
    return out.trimmed();
}

} // namespace gatehouse::ui::panels::connections
