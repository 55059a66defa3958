// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sandbox/scenario_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::sandbox {

using client::toQString;

ScenarioList::ScenarioList(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_teaches(new QLabel(this))
    , m_facts(widgets::mutedLabel({}, this))
    , m_start(new QPushButton(theme::icon(QStringLiteral("play"), theme::Tone::OnAccent), tr("Start"), this)) {
    m_list->setAccessibleName(tr("Scenarios"));
    m_list->setMinimumHeight(120);
    m_teaches->setWordWrap(true);
    m_teaches->setTextFormat(Qt::PlainText);
    m_start->setAccessibleName(tr("Start the scenario in a browser"));
    theme::setButtonKind(*m_start, theme::ButtonKind::Primary);
    m_start->setMinimumHeight(theme::kControlHeight + 12);
    theme::setTextSize(*m_start, theme::TextSize::Section);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    column->addWidget(m_teaches);
    column->addWidget(m_facts);
    column->addWidget(m_start);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        showChosen();
        emit chosen();
    });
    connect(m_list, &QListWidget::itemActivated, m_start, &QPushButton::click);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (const auto* scenario = current()) {
            emit startRequested(toQString(scenario->name));
        }
    });
}

const admin::api::Scenario* ScenarioList::current() const {
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_scenarios.size()) ? &m_scenarios[static_cast<std::size_t>(row)]
                                                                  : nullptr;
}

void ScenarioList::showScenarios(const std::vector<admin::api::Scenario>& scenarios) {
    const QString before = current() == nullptr ? QString() : toQString(current()->name);
    const QSignalBlocker quiet(m_list);
    m_scenarios = scenarios;
    m_list->clear();
    for (const admin::api::Scenario& scenario : scenarios) {
        auto* item = new QListWidgetItem(
            theme::icon(scenario.expects.empty() ? QStringLiteral("status-ok") : QStringLiteral("test"),
                        scenario.expects.empty() ? theme::Tone::Ok : theme::Tone::Neutral),
            widgets::brokerText(toQString(scenario.title)), m_list);
        item->setToolTip(widgets::brokerText(toQString(scenario.teaches)));
        if (toQString(scenario.name) == before) {
            m_list->setCurrentItem(item);
        }
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0) {
        m_list->setCurrentRow(0);
    }
    showChosen();
}

void ScenarioList::showChosen() {
    const admin::api::Scenario* scenario = current();
    m_start->setEnabled(scenario != nullptr);
    if (scenario == nullptr) {
        m_teaches->clear();
        m_facts->clear();
        return;
    }
    m_teaches->setText(widgets::brokerText(toQString(scenario->teaches)));
    m_facts->setText(
        scenario->expects.empty()
            ? tr("%1 signs in, and it works.").arg(toQString(scenario->persona))
            : tr("%1 signs in, and it ends with %2.").arg(toQString(scenario->persona), toQString(scenario->expects)));
}

} // namespace gatehouse::ui::panels::sandbox
