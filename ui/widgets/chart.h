// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QString>
#include <QWidget>

namespace gatehouse::ui::widgets {

/// One row of values, painted in the colour of its place (theme::Tokens::series) and named in the legend.
struct Series {
    QString name;
    std::vector<double> values;
};

/// A small own-painted chart: stacked bars or lines over equal steps of time. Left and Right walk through the steps and
/// say their values; where ranges are on, dragging or Shift with an arrow selects some, and Enter or letting go asks
/// for them. Time runs from left to right in every language.
class Chart final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Bars, Lines };
    Chart(const QString& name, Kind kind, QWidget* parent = nullptr);

    /// `labelOf` names a step ("14:05 to 14:10"), `valueText` a value ("310 ms").
    void setData(std::vector<Series> series, std::function<QString(int)> labelOf,
                 std::function<QString(double)> valueText = {});
    /// What stands below the first and the last step, instead of their labels.
    void setEnds(const QString& first, const QString& last);
    /// A line across, such as a goal; 0 takes it away.
    void setLimit(double value, const QString& name);
    void setRanges(bool offered) { m_ranges = offered; }
    /// Gives the first colours to others: failures are not green.
    void setFirstColor(int place) { m_firstColor = place; }
    [[nodiscard]] int steps() const;
    /// What is said of the step under the cursor.
    [[nodiscard]] QString stepText(int step) const;
    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override { return {320, 110}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 64}; }

signals:
    void rangeSelected(int first, int last);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] int stepAt(double x) const;
    [[nodiscard]] double top() const;
    [[nodiscard]] QColor colorOf(std::size_t place) const;
    void setCurrent(int step, bool extend);
    void paintHead(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintLines(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void paintScale(QPainter& painter) const;

    Kind m_kind;
    QString m_name;
    std::vector<Series> m_series;
    std::function<QString(int)> m_labelOf;
    std::function<QString(double)> m_valueText;
    QString m_first;
    QString m_last;
    double m_limit = 0;
    QString m_limitName;
    int m_firstColor = 0;
    bool m_ranges = false;
    int m_current = -1;
    int m_anchor = -1;
};

} // namespace gatehouse::ui::widgets
