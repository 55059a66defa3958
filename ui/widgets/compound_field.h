// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace gatehouse::ui::widgets {

/// A field that is made of several widgets. A Form that holds it hears of its edits as of any other field's.
class CompoundField : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

signals:
    /// Somebody changed it; not that it was set.
    void edited();
};

} // namespace gatehouse::ui::widgets
