// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/screenshots.h"

#include <QPixmap>

#include "ui/shell/main_window.h"
#include "ui/shell/toasts.h"
#include "ui/theme/theme.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kLookMs = 40;
constexpr int kCalmLooks = 4; ///< settled that often in a row, so that follow-up questions are answered too
constexpr qint64 kPatienceMs = 10'000;

constexpr QSize kUsual(1280, 800);
constexpr QSize kSmall(900, 600);

QString schemeName(theme::Scheme scheme) {
    switch (scheme) {
    case theme::Scheme::Light:
        return QStringLiteral("light");
    case theme::Scheme::Dark:
        return QStringLiteral("dark");
    case theme::Scheme::HighContrast:
        return QStringLiteral("contrast");
    }
    return {};
}

theme::Choice choiceOf(theme::Scheme scheme) {
    switch (scheme) {
    case theme::Scheme::Light:
        return theme::Choice::Light;
    case theme::Scheme::Dark:
        return theme::Choice::Dark;
    case theme::Scheme::HighContrast:
        return theme::Choice::HighContrast;
    }
    return theme::Choice::Light;
}

} // namespace

Screenshots::Screenshots(MainWindow& window, theme::Theme& theme, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_theme(theme)
    , m_folder(folder) {
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::look);
    for (const QSize size : {kUsual, kSmall}) {
        for (const theme::Scheme scheme : {theme::Scheme::Light, theme::Scheme::Dark, theme::Scheme::HighContrast}) {
            for (const PanelEntry& entry : window.entries()) {
                m_shots.push_back({entry.id, scheme, size});
            }
        }
    }
}

QString Screenshots::fileName(const Shot& shot) {
    const QString name = shot.panel + u'-' + schemeName(shot.scheme);
    return shot.size == kUsual
               ? name + QStringLiteral(".png")
               : QStringLiteral("%1-%2x%3.png").arg(name).arg(shot.size.width()).arg(shot.size.height());
}

void Screenshots::start() {
    if (!m_folder.mkpath(QStringLiteral("."))) {
        emit finished(static_cast<int>(m_shots.size()));
        return;
    }
    next();
}

void Screenshots::next() {
    if (m_at >= m_shots.size()) {
        m_timer.stop();
        emit finished(m_failures);
        return;
    }
    const Shot& shot = m_shots[m_at];
    m_window.resize(shot.size);
    m_theme.choose(choiceOf(shot.scheme));
    if (auto* toasts = m_window.findChild<Toasts*>()) {
        toasts->dismiss();
    }
    m_window.goTo({shot.panel});
    m_calm = 0;
    m_staged = false;
    m_waited.start();
    m_timer.start();
}

void Screenshots::look() {
    m_calm = m_window.settled() ? m_calm + 1 : 0;
    const bool patient = m_waited.elapsed() < kPatienceMs;
    if (m_calm < kCalmLooks && patient) {
        return;
    }
    const Shot& shot = m_shots[m_at];
    if (!m_staged && patient) {
        m_staged = true;
        m_calm = 0;
        m_window.panel(shot.panel)->showcase();
        return;
    }
    emit taken(shot.panel, fileName(shot));
    const bool written = m_window.grab().save(m_folder.filePath(fileName(shot)));
    m_failures += written && patient ? 0 : 1;
    ++m_at;
    next();
}

} // namespace gatehouse::ui::shell
