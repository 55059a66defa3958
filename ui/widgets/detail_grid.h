// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace gatehouse::ui::widgets {

/// Names at the left, values at the right: what an inspector shows of one object. Refilled as a whole.
class DetailGrid final : public QWidget {
    Q_OBJECT
public:
    explicit DetailGrid(QWidget* parent = nullptr);

    void clear();
    /// Plain text; `tip` is the long form, such as both clocks of a time.
    void addText(const QString& name, const QString& value, const QString& tip = {});
    /// Code type with a copy button.
    void addCode(const QString& name, const QString& value);
    /// Chips; `notes` runs beside `values` and may be shorter. Shows `none` where there are no values.
    void addTags(const QString& name, const QStringList& values, const QStringList& notes, const QString& none);
    void addWidget(const QString& name, QWidget* widget);

private:
    QGridLayout* m_grid;
    int m_row = 0;
};

} // namespace gatehouse::ui::widgets
