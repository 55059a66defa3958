// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "ui/widgets/status.h"

class QLabel;

namespace gatehouse::ui::widgets {

/// One number that matters, large, with what it counts below it.
class StatTile final : public QWidget {
    Q_OBJECT
public:
    explicit StatTile(const QString& caption, QWidget* parent = nullptr);
    void setValue(const QString& value, const QString& tip = {});

private:
    QLabel* m_value;
    QLabel* m_caption;
};

/// A row of a ranking: name, which wraps, number, and below them a bar in the length of its share.
class BarRow final : public QWidget {
    Q_OBJECT
public:
    BarRow(const QString& name, qint64 value, qint64 largest, theme::Tone tone, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share;
    theme::Tone m_tone;
};

} // namespace gatehouse::ui::widgets
