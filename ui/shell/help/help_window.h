// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace gatehouse::ui::shell {

/// The manual that is built in: pages of resources/help, no network. One window beside the console, Esc closes it.
class HelpWindow final : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// The page of that name; the overview where there is none.
    void showPage(const QString& page);
    [[nodiscard]] QString page() const { return m_page; }
    /// Where a page is, in the user's language where it is there; empty where it is not.
    [[nodiscard]] static QString pathOf(const QString& page);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void load();

    QListWidget* m_pages;
    QTextBrowser* m_text;
    QString m_page;
};

} // namespace gatehouse::ui::shell
