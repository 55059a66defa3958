// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/lines_field.h"

#include <algorithm>

#include <QEvent>
#include <QTextDocument>

#include "ui/theme/theme.h"

namespace gatehouse::ui::panels::apps {

namespace {

constexpr int kFewest = 2;
constexpr int kMost = 8;

} // namespace

LinesField::LinesField(QWidget* parent)
    : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setFont(theme::codeFont(font()));
    connect(this, &QPlainTextEdit::textChanged, this, &LinesField::fit);
    fit();
}

void LinesField::setLines(const QStringList& lines) {
    const QString text = lines.join(u'\n');
    if (text != toPlainText()) {
        setPlainText(text);
    }
}

QStringList LinesField::lines() const {
    QStringList lines;
    for (const QString& line : toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            lines.append(line.trimmed());
        }
    }
    return lines;
}

void LinesField::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

void LinesField::fit() {
    const int lines = std::clamp(document()->blockCount() + 1, kFewest, kMost);
    const int around = 2 * frameWidth() + 2 * static_cast<int>(document()->documentMargin());
    setFixedHeight(fontMetrics().lineSpacing() * lines + around + 2);
}

} // namespace gatehouse::ui::panels::apps
