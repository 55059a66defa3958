// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;

namespace gatehouse::ui::widgets {
class EmptyState;
}

namespace gatehouse::ui::panels::connections {

/// Tiles of the providers that Gatehouse knows by name. Typing filters, arrows move, Enter takes.
class VendorTiles final : public QWidget {
    Q_OBJECT
public:
    explicit VendorTiles(QWidget* parent = nullptr);

    /// Whether there is a practice provider to connect.
    void setSandbox(bool available);
    void setCurrent(const QString& vendor);
    /// Id of the current tile; empty where nothing matches the filter.
    [[nodiscard]] QString current() const;
    void focusFilter();
    /// All tiles again.
    void clearFilter();

signals:
    /// Enter or a click on a tile.
    void chosen(const QString& vendor);
    void currentChanged(const QString& vendor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void takeCurrent();

    QLineEdit* m_filter;
    QListWidget* m_list;
    widgets::EmptyState* m_none;
    bool m_sandbox = false;
};

} // namespace gatehouse::ui::panels::connections
