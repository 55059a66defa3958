// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QToolButton>

#include "ui/shell/panel_find.h"
#include "ui/shell/panel_state.h"
#include "ui/theme/icons.h"
#include "ui/widgets/filter_table.h"

namespace gatehouse::ui::shell {
namespace {

/// Presses a button, can be taken as long as the button can be pressed, and is called what the button is called.
class ButtonAction final : public QAction {
public:
    ButtonAction(QAbstractButton* button, QObject* parent)
        : QAction(parent)
        , m_button(button) {
        button->installEventFilter(this);
        connect(this, &QAction::triggered, button, [button] {
            if (button->isVisible()) {
                button->click();
            }
        });
        follow();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        switch (event->type()) {
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::EnabledChange:
        case QEvent::Paint: // it may be called something else by now
            follow();
            break;
        default:
            break;
        }
        return QAction::eventFilter(watched, event);
    }

private:
    void follow() {
        setEnabled(m_button->isVisible() && m_button->isEnabled());
        setText(m_button->accessibleName().isEmpty() ? m_button->text() : m_button->accessibleName());
    }

    QAbstractButton* m_button;
};

} // namespace

Panel::Panel(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services) {
    connect(&m_requests, &client::Requests::busyChanged, this, &Panel::busyChanged);
}

void Panel::setTenant(const QString& slug) {
    if (slug != m_tenant) {
        m_tenant = slug;
        tenantChanged();
    }
}

void Panel::reveal(const QString& object) {
    Q_UNUSED(object)
}

void Panel::focusFilter() {
    if (widgets::FilterTable* table = listInSight(*this)) {
        table->focusFilter();
    } else {
        emit searchWanted();
    }
}

bool Panel::findNext(int step) {
    return findNextIn(*this, step);
}

QAction* Panel::offer(const char* name, const QString& text, std::function<void()> act) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, std::move(act));
    m_actions.append(action);
    return action;
}

QAction* Panel::offer(const char* name, QAbstractButton* button) {
    auto* action = new ButtonAction(button, this);
    action->setObjectName(QLatin1String(name));
    m_actions.append(action);
    return action;
}

QToolButton* Panel::makeEventsButton(std::function<QString()> filter, std::function<QString()> of) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("eventsForThis"));
    button->setIcon(theme::icon(QStringLiteral("activity")));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tr("Events for this"));
    button->setToolTip(tr("Events for this: what the audit log has of it"));
    connect(button, &QToolButton::clicked, this, [this, filter = std::move(filter), of = std::move(of)] {
        if (const QString wanted = filter(); !wanted.isEmpty() && !wanted.endsWith(u'=')) {
            emit goTo({QStringLiteral("audit"), of ? of() : tenant(), wanted});
        }
    });
    offer("panel.events", button);
    return button;
}

void Panel::draftApplied(const drafts::Applied& what) {
    Q_UNUSED(what)
    refresh();
}

void Panel::takeEvent(const client::Event& event) {
    Q_UNUSED(event)
}

QVariantMap Panel::saveState() const {
    return savePanelState(*this);
}

void Panel::restoreState(const QVariantMap& state) {
    restorePanelState(*this, state);
}

QList<QWidget*> Panel::panes() const {
    return panesOf(*this);
}

void Panel::toggleInspector() {
    toggleInspectorOf(*this);
}

bool Panel::openFile(const QString& path) {
    Q_UNUSED(path)
    return false;
}

} // namespace gatehouse::ui::shell
