// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QTextBrowser;

namespace gatehouse::ui::shell {

class Shortcuts;

/// Every key that does something, by menu, to look at or to print.
class ShortcutSheet final : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutSheet(const Shortcuts& shortcuts, QWidget* parent = nullptr);

    /// As a document of headings and tables.
    [[nodiscard]] static QString html(const Shortcuts& shortcuts);
    /// On A4, or Letter where that is the custom.
    bool writePdf(const QString& path) const;

private:
    void print();

    QTextBrowser* m_text;
};

} // namespace gatehouse::ui::shell
