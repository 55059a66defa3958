// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/presentation_cover.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>

#include "ui/theme/theme.h"

namespace gatehouse::ui::widgets {

void PresentationCover::update(QAbstractScrollArea& editor, bool cover) {
    auto* present = editor.findChild<PresentationCover*>(QString(), Qt::FindDirectChildrenOnly);
    if (cover && present == nullptr) {
        new PresentationCover(editor); // owned by the editor
        editor.setEnabled(false);
    } else if (!cover && present != nullptr) {
        present->hide();
        present->setParent(nullptr); // somebody may be walking over all widgets
        present->deleteLater();
        editor.setEnabled(true);
    }
}

bool PresentationCover::lies(const QAbstractScrollArea& editor) {
    return editor.findChild<PresentationCover*>(QString(), Qt::FindDirectChildrenOnly) != nullptr;
}

PresentationCover::PresentationCover(QAbstractScrollArea& editor)
    : QWidget(&editor) {
    setAccessibleName(tr("Hidden while presenting"));
    setGeometry(editor.rect());
    editor.installEventFilter(this);
    raise();
    show();
}

bool PresentationCover::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == parent()) {
        setGeometry(parentWidget()->rect());
    }
    return false;
}

void PresentationCover::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    painter.fillRect(rect(), tokens.base);
    painter.setPen(tokens.hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setPen(tokens.text);
    painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Hidden while presenting. Leave presentation mode to see and edit this text."));
}

} // namespace gatehouse::ui::widgets
