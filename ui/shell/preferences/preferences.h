// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace gatehouse::ui::theme {
class Theme;
}

namespace gatehouse::ui::shell {

class DesktopFeatures;
class Shortcuts;

/// What a person may have otherwise. Everything works at once, nothing has to be applied.
class Preferences final : public QDialog {
    Q_OBJECT
public:
    Preferences(theme::Theme& theme, Shortcuts& shortcuts, DesktopFeatures& features, QWidget* parent = nullptr);

    void showPage(const QString& id); ///< "appearance", "language", "keyboard", "desktop"

signals:
    void clockToggled();

private:
    void addPage(const QString& id, const QString& title, const QString& icon, QWidget* page);
    [[nodiscard]] QWidget* makeAppearance(theme::Theme& theme);
    [[nodiscard]] QWidget* makeLanguage();
    [[nodiscard]] QWidget* makeDesktop(DesktopFeatures& features);

    QListWidget* m_list;
    QStackedWidget* m_pages;
};

} // namespace gatehouse::ui::shell
