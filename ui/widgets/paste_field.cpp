// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/paste_field.h"

#include <QFile>
#include <QMimeData>
#include <QUrl>

#include "ui/theme/theme.h"

namespace gatehouse::ui::widgets {
namespace {

/// The one local file that is dropped; empty: it is something else.
QString fileIn(const QMimeData& source) {
    const QList<QUrl> urls = source.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

PasteField::PasteField(const QString& name, qint64 mostBytes, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_mostBytes(mostBytes) {
    setAccessibleName(name);
    setFont(theme::codeFont(font()));
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setAcceptDrops(true);
}

bool PasteField::openFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > m_mostBytes) {
        return false;
    }
    setPlainText(QString::fromUtf8(file.readAll()));
    return true;
}

bool PasteField::canInsertFromMimeData(const QMimeData* source) const {
    return !fileIn(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PasteField::insertFromMimeData(const QMimeData* source) {
    const QString path = fileIn(*source);
    if (path.isEmpty()) {
        QPlainTextEdit::insertFromMimeData(source);
    } else {
        openFile(path);
    }
}

} // namespace gatehouse::ui::widgets
