// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sandbox/fault_switches.h"

#include <algorithm>

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/theme/icons.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::sandbox {

using client::toQString;

namespace {

QVBoxLayout* columnOf(QWidget* widget, int spacing) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

FaultSwitches::FaultSwitches(QWidget* parent)
    : QWidget(parent)
    , m_column(columnOf(this, 4)) {}

int FaultSwitches::onCount() const {
    return static_cast<int>(
        std::count_if(m_switches.begin(), m_switches.end(), [](const auto& each) { return each.second->isChecked(); }));
}

void FaultSwitches::showFaults(const std::vector<admin::api::Fault>& faults) {
    const bool same = faults.size() == m_switches.size() && std::equal(faults.begin(), faults.end(), m_switches.begin(),
                                                                       [](const auto& fault, const auto& each) {
                                                                           return toQString(fault.name) == each.first;
                                                                       });
    if (!same) {
        widgets::clearLayout(*m_column);
        m_switches.clear();
        for (const admin::api::Fault& fault : faults) {
            const QString name = toQString(fault.name);
            auto* line = new QWidget(this);
            auto* row = new QHBoxLayout(line);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(4);
            auto* box = new QCheckBox(line);
            const QString title = widgets::brokerText(toQString(fault.title));
            box->setAccessibleName(title);
            box->setToolTip(name);
            auto* words = new QLabel(title, line); // a check box does not wrap its text
            words->setWordWrap(true);
            words->setTextFormat(Qt::PlainText);
            words->setToolTip(name);
            words->installEventFilter(this);
            row->addWidget(box, 0, Qt::AlignTop);
            row->addWidget(words, 1);
            m_column->addWidget(line);
            m_switches.emplace_back(name, box);
            connect(box, &QCheckBox::clicked, this, [this, name](bool on) { emit switched(name, on); });
        }
    }
    for (std::size_t i = 0; i < faults.size(); ++i) {
        m_switches[i].second->setChecked(faults[i].on); // only clicks are told
    }
}

/// A click on the words is one on their box.
bool FaultSwitches::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease) {
        for (const auto& [name, box] : m_switches) {
            if (box->parentWidget() == watched->parent()) {
                box->click();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

PersonaList::PersonaList(QWidget* parent)
    : QWidget(parent)
    , m_column(columnOf(this, 8)) {}

void PersonaList::showPersonas(const std::vector<admin::api::Persona>& personas) {
    widgets::clearLayout(*m_column);
    for (const admin::api::Persona& persona : personas) {
        const QString name = toQString(persona.name);
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* label = new QLabel(name, line);
        QFont bold = label->font();
        bold.setWeight(QFont::DemiBold);
        label->setFont(bold);
        words->addWidget(label);
        words->addWidget(widgets::mutedLabel(widgets::brokerText(toQString(persona.title)), line));
        row->addLayout(words, 1);
        auto* open = new QToolButton(line);
        open->setIcon(theme::icon(QStringLiteral("open-external")));
        open->setAutoRaise(true);
        open->setFocusPolicy(Qt::StrongFocus);
        open->setToolTip(tr("Sign in as %1 in a browser").arg(name));
        open->setAccessibleName(open->toolTip());
        row->addWidget(open, 0, Qt::AlignTop);
        m_column->addWidget(line);
        connect(open, &QToolButton::clicked, this, [this, name] { emit signInRequested(name); });
    }
    m_column->addStretch(1);
}

} // namespace gatehouse::ui::panels::sandbox
