// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QObject>

class QWidget;

namespace gatehouse::ui::widgets {

/// Presentation mode: while somebody looks on, e-mail addresses, tokens, secrets and IP addresses are masked on screen,
/// on the clipboard, in exports and in accessible names alike. Kept for the next start. The window makes everything
/// half as large again.
///
/// It takes hold where texts reach people, so that no panel can forget: models answer through presented(), and whatever
/// a widget shows is masked before it is painted. Fields that can be edited are never changed: a line shows dots, a
/// text is covered.
class Presentation final : public QObject {
    Q_OBJECT
public:
    explicit Presentation(QObject* parent = nullptr);
    ~Presentation() override;

    /// For a menu: checkable, Ctrl+Shift+M.
    [[nodiscard]] QAction* action() const { return m_action; }
    [[nodiscard]] bool isOn() const { return m_on; }
    void set(bool on);
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed(bool on);

private:
    void maskWidget(QWidget& widget);
    void restoreWidget(QWidget& widget);
    [[nodiscard]] bool coverEditor(QWidget& viewport);
    void guardClipboard();

    QAction* m_action;
    bool m_on = false;
};

} // namespace gatehouse::ui::widgets
