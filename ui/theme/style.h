// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

namespace gatehouse::ui::theme {

struct Tokens;

/// How a button presents itself. Primary: the one action a page is for. Danger: hard to take back. Quiet: no outline.
enum class ButtonKind { Standard, Primary, Danger, Quiet };
void setButtonKind(QAbstractButton& button, ButtonKind kind);

/// Draws a field with the error outline; the message itself is text beside it (widgets/form.h).
void setInvalid(QWidget& field, bool invalid);

/// Fusion, flattened: 28 pixel controls, 4 pixel corners, a focus ring of 2 pixels, slim scroll bars. All colours come
/// from tokensFor(the option's palette), so no style sheet is needed and every scheme works.
class ConsoleStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ConsoleStyle();

    void polish(QWidget* widget) override;
    void polish(QPalette& palette) override { QProxyStyle::polish(palette); }
    void polish(QApplication* application) override { QProxyStyle::polish(application); }
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                         const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                       const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawTab(const QStyleOptionTab& option, QPainter& painter) const;
    void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QWidget* widget) const;
};

/// A rounded outline inside `rect`: the control border, the error border, or the focus ring.
void drawOutline(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& line, int width);
/// An arrow head. `quarterTurns` clockwise from pointing down.
void drawChevron(QPainter& painter, const QRect& rect, const QColor& color, int quarterTurns);

} // namespace gatehouse::ui::theme
