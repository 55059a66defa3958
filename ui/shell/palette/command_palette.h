// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QFrame>
#include <QPointer>

#include "ui/shell/palette/palette_item.h"

class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace gatehouse::ui::shell {

class PaletteModel;
class PaletteObjects;

/// "Go to or do anything": one field that finds panels, tenants, objects, actions and reference ids. Keyboard first:
/// typing searches, Up and Down choose, Enter does it, Esc puts the keyboard back where it was.
class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    /// What is at hand, asked anew at each opening.
    using Source = std::function<std::vector<PaletteItem>()>;

    CommandPalette(QWidget* window, PaletteObjects& objects);

    void setSource(Source source) { m_source = std::move(source); }
    void open(const QString& typed = {});
    /// Puts the keyboard back.
    void cancel();
    [[nodiscard]] PaletteModel* model() const { return m_model; }

signals:
    /// The typed text changed: objects may be asked for. Empty when the palette closes.
    void searched(const QString& typed);
    /// A reference id was chosen, as the broker writes it.
    void referenceChosen(const QString& reference);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void refill();
    void move(int step);
    void choose();
    void leave();
    void announce();
    void focusMoved(QWidget* now);

    PaletteObjects& m_objects;
    Source m_source;
    std::vector<PaletteItem> m_items;
    PaletteModel* m_model;
    QLineEdit* m_edit;
    QListView* m_list;
    QLabel* m_none;
    QTimer* m_typing;
    QPointer<QWidget> m_before;
};

} // namespace gatehouse::ui::shell
