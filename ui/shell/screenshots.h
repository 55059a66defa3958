// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QDir>
#include <QElapsedTimer>
#include <QObject>
#include <QSize>
#include <QTimer>

#include "ui/theme/tokens.h"

namespace gatehouse::ui::theme {
class Theme;
}

namespace gatehouse::ui::shell {

class MainWindow;

/// Goes through every panel in light, dark and high contrast, at the usual and at the smallest size, lets each settle,
/// and writes <panel>-<scheme>.png and <panel>-<scheme>-<width>x<height>.png. Emits finished() with the number of
/// pictures that could not be written, or of panels that did not settle within ten seconds.
class Screenshots final : public QObject {
    Q_OBJECT
public:
    Screenshots(MainWindow& window, theme::Theme& theme, const QString& folder, QObject* parent = nullptr);
    void start();

signals:
    /// A panel is as it will be on the picture.
    void taken(const QString& panel, const QString& file);
    void finished(int failures);

private:
    struct Shot {
        QString panel;
        theme::Scheme scheme;
        QSize size;
    };
    [[nodiscard]] static QString fileName(const Shot& shot);
    void next();
    void look();

    MainWindow& m_window;
    theme::Theme& m_theme;
    QDir m_folder;
    std::vector<Shot> m_shots;
    std::size_t m_at = 0;
    int m_calm = 0;
    bool m_staged = false;
    int m_failures = 0;
    QElapsedTimer m_waited;
    QTimer m_timer;
};

} // namespace gatehouse::ui::shell
