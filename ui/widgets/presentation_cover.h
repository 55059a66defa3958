// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAbstractScrollArea;

namespace gatehouse::ui::widgets {

/// Lies over a text that can be edited while somebody looks on: what is in it must neither be seen nor changed to its
/// mask. The text cannot be reached meanwhile, by keyboard and screen reader neither.
class PresentationCover final : public QWidget {
    Q_OBJECT
public:
    /// Covers the editor, or uncovers it.
    static void update(QAbstractScrollArea& editor, bool cover);
    [[nodiscard]] static bool lies(const QAbstractScrollArea& editor);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit PresentationCover(QAbstractScrollArea& editor);
};

} // namespace gatehouse::ui::widgets
