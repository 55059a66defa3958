// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/help/shortcut_sheet.h"

#include <QAction>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPageSize>
#include <QPdfWriter>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/shell/shortcuts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {
namespace {

/// Keys that belong to a kind of widget rather than to an action.
struct Fixed {
    const char* keys;
    const char* what;
};
constexpr Fixed kLists[] = {
    {"Enter", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "Open the row")},
    {"Up, Down, Home, End", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "Walk through rows")},
    {"Ctrl+C", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "Copy the cell")},
    {"Ctrl+Shift+C", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "Copy the rows as JSON")},
    {"Space", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet",
                                "Pause a live list; let the next step of the sandbox go")},
    {"Tab, Shift+Tab",
     QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "Next or previous field; leaves a list")},
    {"Menu, Shift+F10", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "What can be done with the row")},
    {"Esc", QT_TRANSLATE_NOOP("gatehouse::ui::shell::ShortcutSheet", "Close what is on top, clear a filter")},
};

QString row(const QString& keys, const QString& what) {
    return QStringLiteral("<tr><td width=\"40%\"><b>%1</b></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

QString heading(const QString& title) {
    return QStringLiteral("<h3>%1</h3><table cellpadding=\"3\" width=\"100%\">").arg(title.toHtmlEscaped());
}

} // namespace

QString ShortcutSheet::html(const Shortcuts& shortcuts) {
    QStringList groups;
    for (const Shortcuts::Entry& entry : shortcuts.entries()) {
        if (!groups.contains(entry.group)) {
            groups.append(entry.group);
        }
    }
    QString text;
    for (const QString& group : groups) {
        QString rows;
        for (const Shortcuts::Entry& entry : shortcuts.entries()) {
            if (entry.group == group && entry.action && !entry.action->shortcut().isEmpty()) {
                rows += row(keysOf(*entry.action), entry.title);
            }
        }
        if (!rows.isEmpty()) {
            text += heading(group) + rows + QStringLiteral("</table>");
        }
    }
    text += heading(tr("Lists and forms"));
    for (const Fixed& fixed : kLists) {
        text += row(QLatin1String(fixed.keys), tr(fixed.what));
    }
    return text + QStringLiteral("</table>");
}

ShortcutSheet::ShortcutSheet(const Shortcuts& shortcuts, QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this)) {
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(560, 620);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kPageMargin, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    m_text->setAccessibleName(tr("Keyboard shortcuts"));
    m_text->setHtml(html(shortcuts));
    column->addWidget(widgets::titleLabel(tr("Keyboard shortcuts"), this));
    column->addWidget(m_text, 1);
    column->addWidget(widgets::mutedLabel(tr("Change them in Preferences."), this));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* paper = buttons->addButton(tr("&Print as PDF …"), QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    for (QAbstractButton* button : buttons->buttons()) {
        button->setAccessibleName(button->text().remove(u'&'));
    }
    connect(paper, &QPushButton::clicked, this, &ShortcutSheet::print);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

bool ShortcutSheet::writePdf(const QString& path) const {
    QPdfWriter paper(path);
    paper.setPageSize(
        QPageSize(QLocale().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4));
    paper.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    paper.setTitle(windowTitle());
    const std::unique_ptr<QTextDocument> text(m_text->document()->clone());
    text->setDefaultStyleSheet(QString());
    text->print(&paper);
    return QFileInfo(path).size() > 0;
}

void ShortcutSheet::print() {
    auto* dialog =
        new QFileDialog(this, tr("Shortcuts as a document to print"), QDir::homePath(), tr("PDF documents (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(QStringLiteral("gatehouse-shortcuts.pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (writePdf(path)) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(path));
        }
    });
    dialog->open();
}

} // namespace gatehouse::ui::shell
