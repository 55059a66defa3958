// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/presentation.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTextEdit>
#include <QTimer>
#include <QWidget>

#include "ui/widgets/masking.h"
#include "ui/widgets/presentation_cover.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::ui::widgets {
namespace {

const char* const kText = "presentationText";
const char* const kName = "presentationName";
const char* const kDescription = "presentationDescription";
const char* const kTip = "presentationTip"; // which screen readers take for a description
const char* const kEcho = "presentationEcho";

QSettings openSettings() {
    return {QSettings::IniFormat, QSettings::UserScope, QStringLiteral("gatehouse"), QStringLiteral("console")};
}

QString settingsKey() {
    return QStringLiteral("look/presenting");
}

/// Shows `mask` instead of what a getter gives, and remembers that.
template <class Get, class Set>
void replaceText(QWidget& widget, const char* property, Get get, Set set) {
    const QString text = get();
    const QString mask = masked(text);
    if (mask != text) {
        widget.setProperty(property, text);
        set(mask);
    }
}

/// Shows again what was replaced, unless it was set to something else meanwhile.
template <class Get, class Set>
void restoreText(QWidget& widget, const char* property, Get get, Set set) {
    const QVariant kept = widget.property(property);
    if (kept.isValid()) {
        if (masked(kept.toString()) == get()) {
            set(kept.toString());
        }
        widget.setProperty(property, QVariant());
    }
}

/// Does `with(getter, setter, property)` for each text of the widget that is only shown.
template <class With>
void eachText(QWidget& widget, With with) {
    with(kName, [&] { return widget.accessibleName(); }, [&](const QString& text) { widget.setAccessibleName(text); });
    with(
        kDescription, [&] { return widget.accessibleDescription(); },
        [&](const QString& text) { widget.setAccessibleDescription(text); });
    with(kTip, [&] { return widget.toolTip(); }, [&](const QString& text) { widget.setToolTip(text); });
    if (auto* label = qobject_cast<QLabel*>(&widget)) {
        with(kText, [=] { return label->text(); }, [=](const QString& text) { label->setText(text); });
    } else if (auto* button = qobject_cast<QAbstractButton*>(&widget)) {
        with(kText, [=] { return button->text(); }, [=](const QString& text) { button->setText(text); });
    } else if (auto* line = qobject_cast<QLineEdit*>(&widget); line != nullptr && line->isReadOnly()) {
        with(
            kText, [=] { return line->text(); },
            [=](const QString& text) {
                line->setText(text);
                line->setCursorPosition(0);
            });
    } else if (auto* plain = qobject_cast<QPlainTextEdit*>(&widget); plain != nullptr && plain->isReadOnly()) {
        with(kText, [=] { return plain->toPlainText(); }, [=](const QString& text) { plain->setPlainText(text); });
    } else if (auto* rich = qobject_cast<QTextEdit*>(&widget); rich != nullptr && rich->isReadOnly()) {
        with(kText, [=] { return rich->toPlainText(); }, [=](const QString& text) { rich->setPlainText(text); });
    }
}

/// A line that can be edited keeps its text and shows dots, which screen readers and the clipboard honour too.
void dotLine(QLineEdit& line) {
    const bool secret = qobject_cast<SecretField*>(&line) != nullptr ||
                        line.property(kSecretWhilePresenting).toBool() ||
                        (!line.isReadOnly() && masked(line.text()) != line.text());
    if (secret && line.echoMode() == QLineEdit::Normal) {
        line.setProperty(kEcho, true);
        line.setEchoMode(QLineEdit::Password);
    } else if (!secret && line.property(kEcho).toBool()) {
        line.setProperty(kEcho, QVariant());
        line.setEchoMode(QLineEdit::Normal);
    }
}

/// The editor whose viewport this is, if it can be edited.
template <class Edit>
Edit* editorOf(QWidget& viewport) {
    auto* edit = qobject_cast<Edit*>(viewport.parentWidget());
    return edit != nullptr && edit->viewport() == &viewport && !edit->isReadOnly() ? edit : nullptr;
}

} // namespace

Presentation::Presentation(QObject* parent)
    : QObject(parent)
    , m_action(new QAction(tr("&Presentation mode"), this)) {
    m_action->setObjectName(QStringLiteral("view.presentation"));
    m_action->setCheckable(true);
    m_action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_action->setToolTip(tr("Mask e-mail addresses, tokens, secrets and IP addresses, and show everything larger"));
    connect(m_action, &QAction::toggled, this, &Presentation::set);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &Presentation::guardClipboard);
    set(openSettings().value(settingsKey()).toBool());
}

Presentation::~Presentation() {
    if (m_on) {
        setPresenting(false);
    }
}

void Presentation::set(bool on) {
    if (on == m_on) {
        return;
    }
    m_on = on;
    setPresenting(on);
    m_action->setChecked(on);
    openSettings().setValue(settingsKey(), on);
    if (on) {
        qApp->installEventFilter(this);
    } else {
        qApp->removeEventFilter(this);
    }
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget* widget : all) {
        on ? maskWidget(*widget) : restoreWidget(*widget);
    }
    guardClipboard();
    for (QWidget* widget : all) {
        widget->update();
    }
    emit changed(on);
}

void Presentation::maskWidget(QWidget& widget) {
    eachText(widget, [&](const char* property, auto get, auto set) { replaceText(widget, property, get, set); });
    if (auto* line = qobject_cast<QLineEdit*>(&widget)) {
        dotLine(*line);
    }
}

/// Covers an editor whose viewport is about to be painted, or uncovers it. True if it must not be painted as it is.
bool Presentation::coverEditor(QWidget& viewport) {
    QAbstractScrollArea* editor = nullptr;
    QString text;
    if (auto* plain = editorOf<QPlainTextEdit>(viewport)) {
        editor = plain;
        text = plain->toPlainText();
    } else if (auto* rich = editorOf<QTextEdit>(viewport)) {
        editor = rich;
        text = rich->toPlainText();
    }
    if (editor == nullptr) {
        return false;
    }
    const bool cover = masked(text) != text;
    if (cover != PresentationCover::lies(*editor)) {
        // Not inside of a paint event.
        QTimer::singleShot(0, editor, [this, editor, cover] { PresentationCover::update(*editor, cover && m_on); });
    }
    return cover;
}

void Presentation::restoreWidget(QWidget& widget) {
    eachText(widget, [&](const char* property, auto get, auto set) { restoreText(widget, property, get, set); });
    if (auto* line = qobject_cast<QLineEdit*>(&widget); line != nullptr && line->property(kEcho).toBool()) {
        line->setProperty(kEcho, QVariant());
        if (qobject_cast<SecretField*>(line) == nullptr) {
            line->setEchoMode(QLineEdit::Normal);
        }
    }
    if (auto* scroll = qobject_cast<QAbstractScrollArea*>(&widget)) {
        PresentationCover::update(*scroll, false);
    }
}

bool Presentation::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (!m_on || !watched->isWidgetType() ||
        (type != QEvent::Paint && type != QEvent::Show && type != QEvent::Polish && type != QEvent::ToolTipChange)) {
        return false;
    }
    auto& widget = *static_cast<QWidget*>(watched);
    maskWidget(widget);
    return type == QEvent::Paint && coverEditor(widget);
}

/// Whoever copies, and by whatever way: what others could paste is masked.
void Presentation::guardClipboard() {
    QClipboard* clipboard = QGuiApplication::clipboard();
    // Not every platform knows whose the clipboard is; what is put there while a window of ours is in use is ours.
    if (!m_on || (!clipboard->ownsClipboard() && QGuiApplication::focusWindow() == nullptr)) {
        return;
    }
    const QString text = clipboard->text();
    const QString mask = masked(text);
    if (mask != text) {
        clipboard->setText(mask);
    }
}

} // namespace gatehouse::ui::widgets
