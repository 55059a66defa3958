// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/flow_detail.h"

#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/logins/compare_view.h"
#include "ui/panels/logins/message_detail.h"
#include "ui/panels/logins/replay_view.h"
#include "ui/panels/logins/sequence_view.h"
#include "ui/panels/logins/verdict_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/saml_checks.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::logins {

using client::toDateTime;
using client::toQString;

QString checkTitle(const QString& slug) {
    if (slug.startsWith(QLatin1String("saml."))) {
        if (const QString title = widgets::samlCheckTitle(slug); !title.isEmpty()) {
            return title;
        }
    }
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

/// Those that are given, beside each other.
QString listed(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  \u00b7  "));
}

widgets::CheckLine checkLine(const admin::api::FlowCheck& check) {
    widgets::CheckLine line;
    line.status = widgets::statusFromCheck(toQString(check.status));
    line.title = checkTitle(toQString(check.name));
    line.expected = toQString(check.expected);
    line.actual = toQString(check.actual);
    line.spec = toQString(check.spec);
    const QString name = toQString(check.name);
    const bool ofSaml = name.startsWith(QLatin1String("saml."));
    const QString cure =
        ofSaml ? widgets::samlCheckCure(name, toQString(check.cure)) : widgets::reasonCure(name, toQString(check.cure));
    line.cure = (whoCures(check.cureBy) + QLatin1Char(' ') + cure).trimmed();
    if (line.status == widgets::Status::Ok || line.status == widgets::Status::Skipped) {
        line.message = line.actual;
        line.expected.clear();
        line.actual.clear();
    }
    return line;
}

FlowDetail::FlowDetail(Mode mode, QWidget* parent)
    : QWidget(parent)
    , m_verdict(new VerdictStrip(this))
    , m_facts(new widgets::DetailGrid(this))
    , m_tabs(new QTabWidget(this))
    , m_sequence(new SequenceView)
    , m_message(new MessageDetail)
    , m_noMessages(new widgets::EmptyState)
    , m_checks(new widgets::CheckList)
    , m_noChecks(widgets::mutedLabel(
          tr("Nothing was checked yet: the answer of the identity provider has not arrived."), nullptr)) {
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeMessages(), tr("Messages"));
    m_tabs->addTab(makeChecks(), tr("Checks"));
    if (mode == Mode::ReadOnly) {
        m_verdict->setReadOnly();
    } else {
        m_compare = new CompareView(m_tabs);
        m_replay = new ReplayView(m_tabs);
        m_tabs->addTab(m_compare, tr("Compare"));
        m_tabs->addTab(m_replay, tr("Replay"));
    }
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the sign-in"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_verdict);
    column->addWidget(m_facts);
    column->addWidget(m_tabs, 1);
    connect(m_sequence, &SequenceView::currentChanged, this, [this] { m_message->showMessage(m_sequence->current()); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { askForComparison(); });
}

QWidget* FlowDetail::makeMessages() {
    auto* page = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme::kFieldSpacing, 0, 0);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_sequence);
    column->addWidget(m_noMessages);
    column->addWidget(m_message);
    column->addStretch(1);
    return page;
}

QWidget* FlowDetail::makeChecks() {
    auto* page = new QWidget(m_tabs);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme::kGroupSpacing, 0, 0);
    column->addWidget(m_noChecks);
    column->addWidget(m_checks);
    column->addStretch(1);
    return page;
}

void FlowDetail::showFlow(const admin::api::Flow& flow) {
    m_shown = toQString(flow.id);
    m_verdict->showFlow(flow);
    showFacts(flow);
    const bool any = !flow.messages.empty();
    m_sequence->setVisible(any);
    m_noMessages->setVisible(!any);
    m_noMessages->setContent(QStringLiteral("logins"),
                             tr("The messages of this sign-in are not kept (any more). Its checks are."));
    m_sequence->setMessages(flow.messages);
    std::vector<widgets::CheckLine> lines;
    int failed = 0;
    for (const admin::api::FlowCheck& check : flow.checks) {
        lines.push_back(checkLine(check));
        failed += lines.back().status == widgets::Status::Failed ? 1 : 0;
    }
    m_checks->setLines(lines);
    m_noChecks->setVisible(lines.empty());
    const auto count = static_cast<int>(lines.size());
    m_tabs->setTabText(0, tr("Messages (%1)").arg(flow.messages.size()));
    m_tabs->setTabText(1, failed > 0 ? tr("Checks (%1 of %2 failed)").arg(failed).arg(count)
                                     : tr("Checks (%1)").arg(count));
    m_asked.clear();
    askForComparison();
}

void FlowDetail::showFacts(const admin::api::Flow& flow) {
    m_facts->clear();
    m_facts->addCode(tr("Reference"), toQString(flow.reference));
    m_facts->addText(tr("Provider, app"), listed({toQString(flow.connection), toQString(flow.app)}));
    const QDateTime started = toDateTime(flow.startedAt);
    const QString took = flow.finishedAt ? widgets::milliseconds(flow.durationMs) : tr("under way");
    m_facts->addText(tr("Started"), listed({widgets::relativeTime(started), took, toQString(flow.ip)}),
                     widgets::absoluteTime(started));
}

void FlowDetail::askForComparison() {
    if (m_compare != nullptr && m_tabs->currentWidget() == m_compare && !m_shown.isEmpty() && m_asked != m_shown) {
        m_asked = m_shown;
        emit comparisonWanted();
    }
}

} // namespace gatehouse::ui::panels::logins
