// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QLocale>
#include <QString>

#include "ui/shell/catalogue.h"
#include "ui/shell/console_locale.h"

namespace gatehouse::tests {

/// A language, for as long as it lives.
class Speaking {
public:
    explicit Speaking(const QString& tag)
        : m_before() {
        const QString name = tag.isEmpty() ? QStringLiteral("en") : tag; // English for its plurals
        if (m_translator.load(QStringLiteral(":/i18n/gatehouse_") + name)) {
            QLocale::setDefault(ui::shell::consoleLocale(QLocale(name)));
            QApplication::installTranslator(&m_translator);
            QApplication::setLayoutDirection(QLocale().textDirection());
        }
    }
    ~Speaking() {
        QApplication::removeTranslator(&m_translator);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(m_before);
    }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    QLocale m_before;
    ui::shell::Catalogue m_translator;
};

} // namespace gatehouse::tests
