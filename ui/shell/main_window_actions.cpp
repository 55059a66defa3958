// SPDX-License-Identifier: Apache-2.0
// The menus, shortcuts and top bar of MainWindow.
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPainter>
#include <QToolButton>

#include "ui/shell/main_window.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/presentation.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::shell {
namespace {

/// The strip below the menus.
class TopBar final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const theme::Tokens& tokens = theme::tokensFor(palette());
        painter.fillRect(rect(), tokens.base);
        painter.fillRect(0, height() - 1, width(), 1, tokens.hairline);
    }
};

QToolButton* barButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

void MainWindow::makeActions() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("menu.file"));
    QAction* quit = file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    quit->setMenuRole(QAction::QuitRole);
    quit->setObjectName(QStringLiteral("file.quit"));

    makeDraftActions();

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("menu.view"));
    m_refresh = view->addAction(theme::icon(QStringLiteral("refresh")), tr("&Refresh"), QKeySequence(Qt::Key_F5), this,
                                &MainWindow::refresh);
    m_refresh->setObjectName(QStringLiteral("view.refresh"));
    QAction* filter = view->addAction(theme::icon(QStringLiteral("filter")), tr("&Filter"),
                                      QKeySequence(QKeySequence::Find), this, [this] {
                                          if (Panel* page = currentPanel()) {
                                              page->focusFilter();
                                          }
                                      });
    filter->setObjectName(QStringLiteral("view.filter"));
    view->addSeparator();
    view->addMenu(makeThemeMenu());
    view->addAction(m_presentation->action());

    QMenu* go = menuBar()->addMenu(tr("&Go"));
    go->setObjectName(QStringLiteral("menu.go"));
    m_back = go->addAction(theme::icon(QStringLiteral("back")), tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), this,
                           [this] { walk(-1); });
    m_forward = go->addAction(theme::icon(QStringLiteral("forward")), tr("F&orward"),
                              QKeySequence(Qt::ALT | Qt::Key_Right), this, [this] { walk(1); });
    m_back->setObjectName(QStringLiteral("go.back"));
    m_forward->setObjectName(QStringLiteral("go.forward"));
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    go->addSeparator();
    int number = 1;
    for (const PanelEntry& entry : m_entries) {
        QAction* action =
            go->addAction(theme::icon(entry.icon), entry.title, this, [this, id = entry.id] { goTo({id}); });
        action->setObjectName(QStringLiteral("go.") + entry.id);
        if (number <= 9) {
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
        }
        ++number;
    }

    menuBar()->addMenu(tr("&Tools"))->setObjectName(QStringLiteral("menu.tools"));
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->setObjectName(QStringLiteral("menu.help"));
    help->addAction(tr("&About Gatehouse"), this, [this] {
        QMessageBox::about(this, tr("About Gatehouse"),
                           tr("Gatehouse %1, a multi-tenant identity broker.\nApache License 2.0.")
                               .arg(QApplication::applicationVersion()));
    });
}

QMenu* MainWindow::makeThemeMenu() {
    auto* menu = new QMenu(tr("&Appearance"), this);
    auto* group = new QActionGroup(menu);
    const std::vector<std::tuple<theme::Choice, QString, const char*>> choices = {
        {theme::Choice::Desktop, tr("As the &desktop"), "session"},
        {theme::Choice::Light, tr("&Light"), "sun"},
        {theme::Choice::Dark, tr("&Dark"), "moon"},
        {theme::Choice::HighContrast, tr("&High contrast"), "contrast"}};
    for (const auto& [choice, title, icon] : choices) {
        QAction* action = menu->addAction(theme::icon(QLatin1String(icon)), title, this,
                                          [this, choice = choice] { m_theme.choose(choice); });
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(choice == m_theme.choice());
    }
    connect(menu, &QMenu::aboutToShow, group, [this, group, choices] {
        for (std::size_t i = 0; i < choices.size(); ++i) {
            group->actions().at(static_cast<qsizetype>(i))->setChecked(std::get<0>(choices[i]) == m_theme.choice());
        }
    });
    return menu;
}

QWidget* MainWindow::makeTopBar() {
    auto* bar = new TopBar(this);
    bar->setFixedHeight(48);
    auto* row = new QHBoxLayout(bar);
    m_topRow = row;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    auto* logo = new QLabel(bar);
    logo->setPixmap(theme::applicationIcon().pixmap(QSize(26, 26), devicePixelRatioF()));
    auto* name = new QLabel(tr("Gatehouse"), bar);
    theme::setTextSize(*name, theme::TextSize::Section);
    row->addWidget(logo);
    row->addWidget(name);
    row->addSpacing(24);

    m_tenantBox = new QComboBox(bar);
    m_tenantBox->setAccessibleName(tr("Tenant"));
    m_tenantBox->setToolTip(tr("The tenant that the panels below its name show"));
    m_tenantBox->setMinimumWidth(200);
    m_tenantBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_tenantBox, &QComboBox::activated, this, &MainWindow::tenantPicked);
    row->addWidget(new widgets::IconLabel(QStringLiteral("tenants"), theme::Tone::Neutral, 18, bar));
    row->addWidget(m_tenantBox);
    row->addStretch(1);
    for (QAction* action : {m_undo, m_back, m_forward, m_refresh}) {
        row->addWidget(barButton(action, bar));
    }
    auto* review = new QToolButton(bar);
    review->setDefaultAction(m_review);
    review->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    review->setFocusPolicy(Qt::StrongFocus);
    review->setVisible(m_review->isEnabled());
    connect(m_review, &QAction::changed, review, [this, review] { review->setVisible(m_review->isEnabled()); });
    row->addWidget(review);
    auto* look = new QToolButton(bar);
    look->setIcon(theme::icon(QStringLiteral("contrast")));
    look->setToolTip(tr("Appearance"));
    look->setAccessibleName(tr("Appearance"));
    look->setAutoRaise(true);
    look->setFocusPolicy(Qt::StrongFocus);
    look->setPopupMode(QToolButton::InstantPopup);
    look->setMenu(makeThemeMenu());
    row->addWidget(look);
    return bar;
}

} // namespace gatehouse::ui::shell
