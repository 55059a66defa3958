// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sandbox/step_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/format.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::sandbox {

using client::toQString;

StepView::StepView(QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(this))
    , m_where(widgets::mutedLabel({}, this))
    , m_list(new QListWidget(this))
    , m_message(new widgets::JsonView(tr("Held message"), this)) {
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    theme::setTextSize(*m_caption, theme::TextSize::Title);
    m_list->setAccessibleName(tr("Steps of the scenario"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(96);
    m_message->setMinimumHeight(96);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_where);
    column->addWidget(m_list, 1);
    column->addWidget(m_message, 2);
    showHeld({}, false);
}

QString StepView::caption() const {
    return m_caption->text();
}

void StepView::showScenario(const admin::api::Scenario* scenario) {
    m_steps = scenario == nullptr ? std::vector<admin::api::ScenarioStep>() : scenario->steps;
    m_passed.clear();
    m_now.clear();
    fillList();
}

void StepView::showHeld(const std::vector<admin::api::HeldStep>& steps, bool hold) {
    if (!m_now.empty() && (steps.empty() || steps.front().step != m_now)) {
        m_passed.insert(m_now);
    }
    m_now = steps.empty() ? std::string() : steps.front().step;
    if (steps.empty()) {
        theme::setTextSize(*m_caption, theme::TextSize::Section);
        m_caption->setText(
            hold ? tr("Nothing is held. Start a scenario; its first step waits here for Next.")
                 : tr("Choose a scenario and start it. Hold at each step shows it one message at a time."));
        m_where->hide();
        m_message->setValue({});
        m_message->hide();
    } else {
        const admin::api::HeldStep& first = steps.front();
        theme::setTextSize(*m_caption, theme::TextSize::Title);
        m_caption->setText(widgets::brokerText(toQString(first.caption)));
        const QString since = widgets::clockTime(client::toDateTime(first.since));
        m_where->setText(
            steps.size() == 1
                ? tr("%1 → %2, held since %3").arg(toQString(first.from), toQString(first.to), since)
                : tr("%1 → %2, held since %3; %n more wait behind it", nullptr, static_cast<int>(steps.size()) - 1)
                      .arg(toQString(first.from), toQString(first.to), since));
        m_where->show();
        m_message->setValue(client::toJsonObject(first.message));
        m_message->show();
    }
    fillList();
}

void StepView::fillList() {
    m_list->clear();
    int number = 0;
    for (const admin::api::ScenarioStep& step : m_steps) {
        const bool now = step.name == m_now;
        const bool passed = m_passed.contains(step.name);
        const QString state = now ? tr("held now") : passed ? tr("done") : tr("to come");
        auto* item =
            new QListWidgetItem(theme::icon(now      ? QStringLiteral("pause")
                                            : passed ? QStringLiteral("status-ok")
                                                     : QStringLiteral("status-off"),
                                            now      ? theme::Tone::Accent
                                            : passed ? theme::Tone::Ok
                                                     : theme::Tone::Neutral),
                                tr("%1. %2 (%3): %4")
                                    .arg(++number)
                                    .arg(toQString(step.name), state, widgets::brokerText(toQString(step.caption))),
                                m_list);
        if (now) {
            QFont bold = m_list->font();
            bold.setWeight(QFont::DemiBold);
            item->setFont(bold);
            m_list->setCurrentItem(item);
        }
    }
    m_list->setVisible(!m_steps.empty());
}

} // namespace gatehouse::ui::panels::sandbox
