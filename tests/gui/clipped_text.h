// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QToolButton>
#include <QWidget>

namespace gatehouse::tests {

/// Every visible text or field below `root` that there is no room for (console.md D06, F10). What is cut off by
/// scrolling is not counted, nor what is meant to be elided.
inline QStringList clippedTexts(const QWidget& root) {
    constexpr int kTolerance = 2;
    QStringList found;
    const auto report = [&found](const QWidget& widget, const QString& text, int wanted, int given) {
        if (wanted > given + kTolerance) {
            found.append(QStringLiteral("%1 \"%2\" needs %3 pixels and has %4")
                             .arg(QLatin1String(widget.metaObject()->className()), text)
                             .arg(wanted)
                             .arg(given));
        }
    };
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->wordWrap() ||
            label->textFormat() == Qt::RichText) {
            continue;
        }
        if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored && label->toolTip() == label->text()) {
            continue; // elided on purpose: the tooltip has the whole
        }
        QString plain = label->text();
        plain.remove(u'&');
        report(*label, plain, label->fontMetrics().size(0, plain).width(), label->contentsRect().width());
    }
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool iconOnly = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (button->isVisible() && !button->text().isEmpty() && !iconOnly) {
            report(*button, button->text(), button->minimumSizeHint().width(), button->width());
        }
    }
    for (const QLineEdit* field : root.findChildren<QLineEdit*>()) {
        if (field->isVisible() && field->height() < field->fontMetrics().height()) {
            found.append(
                QStringLiteral("the field \"%1\" is %2 pixels high").arg(field->accessibleName()).arg(field->height()));
        }
    }
    return found;
}

} // namespace gatehouse::tests
