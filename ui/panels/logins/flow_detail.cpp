// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/flow_detail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::logins {

using client::toDateTime;
using client::toQString;

QString checkTitle(const QString& slug) {
    const auto words = [](QString text) { return text.replace(u'_', u' ').replace(u'-', u' '); };
    QString head = words(slug.section(u'.', 0, 0));
    const QString tail = words(slug.section(u'.', 1));
    if (head == QLatin1String("id token")) {
        head = QStringLiteral("ID token");
    } else if (head.size() <= 4) {
        head = head.toUpper();
    } else if (!head.isEmpty()) {
        head[0] = head.at(0).toUpper();
    }
    return tail.isEmpty() ? head : head + QStringLiteral(": ") + tail;
}

FlowDetail::FlowDetail(QWidget* parent)
    : QWidget(parent)
    , m_facts(new widgets::DetailGrid(this))
    , m_tabs(new QTabWidget(this))
    , m_checks(new widgets::CheckList)
    , m_noChecks(widgets::mutedLabel(
          tr("Nothing was checked yet: the answer of the identity provider has not arrived."), nullptr))
    , m_steps(new QVBoxLayout) {
    auto* checks = new QWidget(m_tabs);
    auto* checksColumn = new QVBoxLayout(checks);
    checksColumn->setContentsMargins(0, 8, 0, 0);
    checksColumn->addWidget(m_noChecks);
    checksColumn->addWidget(m_checks);
    checksColumn->addStretch(1);
    auto* steps = new QWidget(m_tabs);
    steps->setLayout(m_steps);
    m_steps->setContentsMargins(0, 12, 0, 0);
    m_steps->setSpacing(14);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(checks, tr("Checks"));
    m_tabs->addTab(steps, tr("Steps"));
    m_tabs->tabBar()->setAccessibleName(tr("Checks or steps"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_facts);
    column->addWidget(m_tabs, 1);
}

void FlowDetail::showFlow(const admin::api::Flow& flow) {
    m_facts->clear();
    m_facts->addCode(tr("Reference"), toQString(flow.reference));
    m_facts->addText(tr("User"), toQString(flow.user));
    m_facts->addText(tr("Provider"), toQString(flow.connection));
    m_facts->addText(tr("App"), toQString(flow.app));
    const QDateTime started = toDateTime(flow.startedAt);
    m_facts->addText(tr("Started"), widgets::relativeTime(started), widgets::absoluteTime(started));
    m_facts->addText(tr("Took"), flow.finishedAt ? widgets::milliseconds(flow.durationMs) : QString());
    m_facts->addText(tr("From"), toQString(flow.ip));

    std::vector<widgets::CheckLine> lines;
    int failed = 0;
    for (const admin::api::FlowCheck& check : flow.checks) {
        widgets::CheckLine line;
        line.status = widgets::statusFromCheck(toQString(check.status));
        line.title = checkTitle(toQString(check.name));
        line.expected = toQString(check.expected);
        line.actual = toQString(check.actual);
        line.cure = toQString(check.cure);
        line.spec = toQString(check.spec);
        failed += line.status == widgets::Status::Failed ? 1 : 0;
        if (line.status == widgets::Status::Ok || line.status == widgets::Status::Skipped) {
            line.message = line.actual;
            line.expected.clear();
            line.actual.clear();
        }
        lines.push_back(std::move(line));
    }
    m_checks->setLines(lines);
    m_noChecks->setVisible(lines.empty());
    const auto count = static_cast<int>(lines.size());
    m_tabs->setTabText(0, failed > 0 ? tr("Checks (%1 of %2 failed)").arg(failed).arg(count)
                                     : tr("Checks (%1)").arg(count));
    m_tabs->setTabText(1, tr("Steps (%1)").arg(flow.steps.size()));
    showSteps(flow);
}

void FlowDetail::showSteps(const admin::api::Flow& flow) {
    widgets::clearLayout(*m_steps);
    QDateTime before;
    for (const admin::api::FlowStep& step : flow.steps) {
        const QDateTime at = toDateTime(step.at);
        auto* head = new QWidget(this);
        auto* row = new QHBoxLayout(head);
        row->setContentsMargins(0, 0, 0, 0);
        auto* name = new QLabel(checkTitle(toQString(step.name)), head);
        QFont bold = name->font();
        bold.setWeight(QFont::DemiBold);
        name->setFont(bold);
        row->addWidget(name, 1);
        auto* gap = widgets::mutedLabel(
            before.isValid() ? tr("+%1").arg(widgets::milliseconds(before.msecsTo(at))) : widgets::clockTime(at), head);
        gap->setWordWrap(false);
        gap->setToolTip(widgets::absoluteTime(at));
        row->addWidget(gap);
        m_steps->addWidget(head);
        const QJsonObject sent = client::toJsonObject(step.data);
        if (!sent.isEmpty()) {
            auto* text =
                new QLabel(QString::fromUtf8(QJsonDocument(sent).toJson(QJsonDocument::Indented)).trimmed(), this);
            text->setFont(theme::codeFont(font()));
            text->setTextFormat(Qt::PlainText);
            text->setWordWrap(true);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            text->setAutoFillBackground(true);
            text->setBackgroundRole(QPalette::AlternateBase);
            text->setMargin(8);
            m_steps->addWidget(text);
        }
        before = at;
    }
    m_steps->addStretch(1);
}

} // namespace gatehouse::ui::panels::logins
