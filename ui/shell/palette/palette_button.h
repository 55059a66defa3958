// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

class QAction;

namespace gatehouse::ui::shell {

/// A button that looks like the field it opens: "Go to or do anything … Ctrl+K".
class PaletteButton final : public QAbstractButton {
    Q_OBJECT
public:
    explicit PaletteButton(QAction& action, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {72, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QAction& m_action;
};

} // namespace gatehouse::ui::shell
