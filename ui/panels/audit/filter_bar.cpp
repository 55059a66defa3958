// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/audit/filter_bar.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStringListModel>
#include <QTextCharFormat>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

#include "ui/panels/audit/saved_filters.h"
#include "ui/panels/audit/saved_filters_dialog.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::audit {
namespace {

constexpr int kTypingMs = 300;

/// Where the word around the cursor begins.
qsizetype wordStart(const QString& text, int cursor) {
    return cursor <= 0 ? 0 : text.lastIndexOf(u' ', cursor - 1) + 1;
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_hint(widgets::mutedLabel({}, this))
    , m_chipBox(new QWidget(this))
    , m_chipRow(new widgets::FlowLayout(m_chipBox))
    , m_completer(new QCompleter(this))
    , m_offers(new QStringListModel(this))
    , m_typing(new QTimer(this))
    , m_saved(new SavedFilters(this))
    , m_savedButton(new QToolButton(this))
    , m_pinBox(new QWidget(this))
    , m_pinRow(new widgets::FlowLayout(m_pinBox)) {
    m_edit->setPlaceholderText(tr("Filter: outcome=failure type=SSOLogin* since:7d"));
    m_edit->setAccessibleName(tr("Filter the audit log"));
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    QAction* help = m_edit->addAction(theme::icon(QStringLiteral("help")), QLineEdit::TrailingPosition);
    help->setText(tr("How to write a filter"));
    help->setToolTip(help->text());
    connect(help, &QAction::triggered, this, &FilterBar::showHelp);
    m_edit->installEventFilter(this);
    m_completer->setModel(m_offers);
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Suggestions for the filter"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    m_hint->hide();
    m_chipBox->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_savedButton->setText(tr("Saved"));
    m_savedButton->setAccessibleName(tr("Saved filters"));
    m_savedButton->setToolTip(tr("Saved filters"));
    m_savedButton->setPopupMode(QToolButton::InstantPopup);
    m_savedButton->setMenu(new QMenu(m_savedButton));
    m_savedButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_savedButton->menu(), &QMenu::aboutToShow, this, &FilterBar::fillSavedMenu);
    connect(m_saved, &SavedFilters::changed, this, &FilterBar::showPins, Qt::QueuedConnection);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_edit, 1);
    line->addWidget(m_savedButton);
    column->addWidget(m_pinBox);
    column->addLayout(line);
    column->addWidget(m_hint);
    column->addWidget(m_chipBox);
    connect(m_edit, &QLineEdit::textEdited, this, &FilterBar::offer);
    connect(m_edit, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::read);
    connect(m_typing, &QTimer::timeout, this, &FilterBar::read);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterBar::accept);
    fillSavedMenu();
    showPins();
}

std::vector<Term> FilterBar::terms() const {
    std::vector<Term> all = m_good;
    all.insert(all.end(), m_chips.begin(), m_chips.end());
    return all;
}

QString FilterBar::text() const {
    return m_edit->text().trimmed();
}

QString FilterBar::chipsText() const {
    QStringList texts;
    for (const Term& chip : m_chips) {
        texts.append(termText(chip));
    }
    return texts.join(u' ');
}

void FilterBar::setFilter(const QString& text, const QString& chips) {
    m_chips = parseFilter(chips).terms;
    m_edit->setText(text);
    showChips();
    m_typing->stop();
    read();
}

void FilterBar::addChip(const Term& term) {
    std::erase_if(m_chips, [&](const Term& chip) {
        return chip.field == term.field && (chip.value == term.value || (!chip.exclude && !term.exclude));
    });
    m_chips.push_back(term);
    showChips();
    emit changed();
}

void FilterBar::clear() {
    m_chips.clear();
    showChips();
    m_edit->clear();
    m_typing->stop();
    read();
}

void FilterBar::focusEdit() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::showHint(const QString& sentence) {
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
}

void FilterBar::read() {
    m_typing->stop();
    Parsed parsed = parseFilter(m_edit->text());
    m_problem = parsed.problem;
    theme::setInvalid(*m_edit, m_problem.has_value());
    underline();
    showHint(m_problem ? m_problem->message : QString());
    if (!m_problem) {
        m_good = std::move(parsed.terms);
        emit changed();
    }
}

/// A line edit has no formats but those of an input method, which leave the text as it is.
void FilterBar::underline() {
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_problem) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme::tokensFor(palette()).error);
        attributes.append(
            {QInputMethodEvent::TextFormat, m_problem->at - m_edit->cursorPosition(), m_problem->length, format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(m_edit, &event);
}

void FilterBar::offer() {
    const QString text = m_edit->text();
    const int cursor = m_edit->cursorPosition();
    const qsizetype start = wordStart(text, cursor);
    const QString word = text.mid(start, cursor - start);
    const QStringList offers = word.isEmpty() ? QStringList() : completionsFor(word);
    m_offers->setStringList(offers);
    if (offers.isEmpty()) {
        m_completer->popup()->hide();
    } else {
        m_completer->complete();
    }
}

void FilterBar::accept(const QString& completion) {
    const QString text = m_edit->text();
    const int cursor = m_edit->cursorPosition();
    const qsizetype start = wordStart(text, cursor);
    const bool whole = !completion.endsWith(u'=') && !completion.endsWith(u':');
    const QString put = whole ? completion + u' ' : completion;
    m_edit->setText(text.left(start) + put + text.mid(cursor).trimmed());
    m_edit->setCursorPosition(static_cast<int>(start + put.size()));
}

void FilterBar::showChips() {
    widgets::clearLayout(*m_chipRow);
    for (const Term& chip : m_chips) {
        auto* button = new QToolButton(m_chipBox);
        button->setText(termText(chip));
        button->setIcon(theme::icon(QStringLiteral("close")));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMaximumWidth(320);
        button->setToolTip(tr("Remove this condition"));
        button->setAccessibleName(tr("Remove the condition %1").arg(termText(chip)));
        button->installEventFilter(this);
        connect(
            button, &QToolButton::clicked, this, [this, chip] { removeChip(chip); },
            Qt::QueuedConnection); // the button does not outlive it
        m_chipRow->addWidget(button);
    }
    m_chipBox->setVisible(!m_chips.empty());
}

void FilterBar::removeChip(const Term& chip) {
    std::erase(m_chips, chip);
    showChips();
    m_edit->setFocus();
    emit changed();
}

void FilterBar::fillSavedMenu() {
    QMenu& menu = *m_savedButton->menu();
    menu.clear();
    menu.setToolTipsVisible(true);
    for (const SavedFilter& one : m_saved->all()) {
        QAction* action = menu.addAction(QString(one.name).replace(u'&', QLatin1String("&&")));
        action->setToolTip(one.filter);
        connect(action, &QAction::triggered, this, [this, filter = one.filter] { setFilter(filter); });
    }
    menu.addSeparator();
    QAction* save = menu.addAction(theme::icon(QStringLiteral("save")), tr("Save this filter …"));
    save->setEnabled(!m_problem && !terms().empty());
    connect(save, &QAction::triggered, this, &FilterBar::askForName);
    QAction* manage = menu.addAction(theme::icon(QStringLiteral("edit")), tr("Manage saved filters …"));
    connect(manage, &QAction::triggered, this, &FilterBar::manageSaved);
}

void FilterBar::showPins() {
    widgets::clearLayout(*m_pinRow);
    bool any = false;
    for (const SavedFilter& one : m_saved->all()) {
        if (!one.pinned) {
            continue;
        }
        any = true;
        auto* button = new QToolButton(m_pinBox);
        button->setText(QString(one.name).replace(u'&', QLatin1String("&&")));
        button->setIcon(theme::icon(QStringLiteral("filter")));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setToolTip(one.filter);
        button->setAccessibleName(tr("Filter by %1").arg(one.name));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, filter = one.filter] { setFilter(filter); });
        m_pinRow->addWidget(button);
    }
    m_pinBox->setVisible(any);
}

void FilterBar::askForName() {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Its name. A filter that has it already is replaced."));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (!name.trimmed().isEmpty()) {
            m_saved->save(name, QStringList{text(), chipsText()}.join(u' ').trimmed());
        }
    });
    dialog->open();
}

void FilterBar::manageSaved() {
    auto* dialog = new SavedFiltersDialog(*m_saved, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FilterBar::showHelp() {
    QWhatsThis::showText(
        m_edit->mapToGlobal(QPoint(0, m_edit->height())),
        tr("<p><b>How to write a filter</b></p>"
           "<table cellspacing=4>"
           "<tr><td><tt>outcome=failure</tt></td><td>success, failure or denied</td></tr>"
           "<tr><td><tt>type=SSOLogin*</tt></td><td>an event; * is any text; several with commas</td></tr>"
           "<tr><td><tt>role</tt></td><td>every event with “role” in its name</td></tr>"
           "<tr><td><tt>actor:ana</tt></td><td>who did it: name, address or id</td></tr>"
           "<tr><td><tt>target:ana</tt></td><td>to whom or what</td></tr>"
           "<tr><td><tt>app:\"Payroll\"</tt></td><td>sign-ins and tokens of that app; * is any text</td></tr>"
           "<tr><td><tt>since:7d until:2026-03-01</tt></td><td>s, m, h, d, w, or a date (UTC)</td></tr>"
           "<tr><td><tt>GH-7F3K-92QD</tt></td><td>the login with that reference</td></tr>"
           "<tr><td><tt>-type=Token*</tt></td><td>a minus sign, or !=, excludes</td></tr>"
           "</table>"),
        m_edit);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_edit && key == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            m_edit->clear();
            return true;
        }
        auto* chip = watched == m_edit ? nullptr : qobject_cast<QToolButton*>(watched);
        if (chip != nullptr && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
            chip->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gatehouse::ui::panels::audit
