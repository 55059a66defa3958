// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/json_edit.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QStringList>

#include "ui/theme/theme.h"

namespace gatehouse::ui::widgets {
namespace {

/// The end of the string literal that starts at `start`, one past its closing quote.
int endOfString(const QString& text, int start) {
    int at = start + 1;
    while (at < text.size() && text.at(at) != u'"') {
        at += text.at(at) == u'\\' ? 2 : 1;
    }
    return static_cast<int>(std::min<qsizetype>(at + 1, text.size()));
}

bool isName(const QString& text, int end) {
    while (end < text.size() && text.at(end).isSpace()) {
        ++end;
    }
    return end < text.size() && text.at(end) == u':';
}

bool inWord(QChar c) {
    return c.isLetterOrNumber() || c == u'.' || c == u'+' || c == u'-';
}

QString explain(QJsonParseError::ParseError error) {
    const auto say = [](const char* text) { return QCoreApplication::translate("JsonEdit", text); };
    switch (error) {
    case QJsonParseError::UnterminatedString:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "a text without its closing quote"));
    case QJsonParseError::MissingNameSeparator:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "a colon is missing after a name"));
    case QJsonParseError::MissingValueSeparator:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "a comma is missing"));
    case QJsonParseError::IllegalValue:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "this is no JSON value"));
    case QJsonParseError::UnterminatedObject:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "a closing brace is missing"));
    case QJsonParseError::UnterminatedArray:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "a closing bracket is missing"));
    case QJsonParseError::GarbageAtEnd:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "there is more after the end of the object"));
    default:
        return say(QT_TRANSLATE_NOOP("JsonEdit", "this is no JSON"));
    }
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument* document, const QWidget* owner)
    : QSyntaxHighlighter(document)
    , m_owner(owner) {}

void JsonHighlighter::highlightBlock(const QString& text) {
    const theme::Tokens& tokens = theme::tokensFor(m_owner->palette());
    int at = 0;
    while (at < text.size()) {
        const QChar c = text.at(at);
        if (c == u'"') {
            const int end = endOfString(text, at);
            setFormat(at, end - at, isName(text, end) ? tokens.accent : tokens.ok);
            at = end;
        } else if (inWord(c)) {
            int end = at;
            while (end < text.size() && inWord(text.at(end))) {
                ++end;
            }
            setFormat(at, end - at, c.isLetter() ? tokens.sandbox : tokens.warning);
            at = end;
        } else {
            ++at;
        }
    }
}

JsonEdit::JsonEdit(const QString& name, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document(), this)) {
    setAccessibleName(name);
    setTabChangesFocus(true);
    document()->setDocumentMargin(8);
    setFont(theme::codeFont(font()));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const QString text = toPlainText();
        if (text != m_last) {
            m_last = text;
            emit contentChanged();
        }
    });
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 2);
}

std::optional<QJsonObject> JsonEdit::object() const {
    const QJsonDocument document = QJsonDocument::fromJson(toPlainText().toUtf8());
    return document.isObject() ? std::optional<QJsonObject>(document.object()) : std::nullopt;
}

JsonProblem JsonEdit::problem() const {
    QJsonParseError error;
    const QByteArray bytes = toPlainText().toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError) {
        return {1, 1, document.isObject() ? QString() : tr("this must be an object, in braces")};
    }
    const QByteArray before = bytes.left(error.offset);
    const auto line = static_cast<int>(before.count('\n')) + 1;
    const auto column = static_cast<int>(before.size() - before.lastIndexOf('\n'));
    return {line, column, explain(error.error)};
}

void JsonEdit::setObject(const QJsonObject& object) {
    const QString wide = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
    QStringList lines = wide.split(u'\n');
    for (QString& line : lines) { // two spaces a level: the columns that this stands in are narrow
        qsizetype spaces = 0;
        while (spaces < line.size() && line.at(spaces) == u' ') {
            ++spaces;
        }
        line.remove(0, spaces / 2);
    }
    setPlainText(lines.join(u'\n'));
}

void JsonEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->rehighlight();
    }
}

} // namespace gatehouse::ui::widgets
