#pragma once

#include "ui/theme/Tokens.h"

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionViewItem;

namespace kith {

// How much a button asks to be pressed.
enum class ButtonKind { Plain, Primary, Ghost, Danger };
void setButtonKind(QAbstractButton& button, ButtonKind kind);

// Draws every standard control from the tokens, over Fusion. Interface thread only.
class KithStyle : public QProxyStyle
{
    Q_OBJECT

public:
    KithStyle();

    const Tokens& tokens() const { return m_tokens; }
    void setTokens(const Tokens& tokens) { m_tokens = tokens; }

    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;

private:
    void drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawField(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawCheck(const QStyleOption* option, QPainter* painter, bool round) const;
    void drawItemPanel(const QStyleOptionViewItem& option, QPainter* painter, const QWidget* widget) const;
    void drawButtonLabel(const QStyleOptionButton& option, QPainter* painter) const;
    void drawMenuItem(const QStyleOptionMenuItem& option, QPainter* painter) const;
    void drawTab(const QStyleOptionTab& option, QPainter* painter) const;
    void drawHeader(const QStyleOptionHeader& option, QPainter* painter) const;
    void drawComboBox(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionSlider& option, QPainter* painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionSpinBox& option, QPainter* painter, const QWidget* widget) const;

    Tokens m_tokens;
};

// A rounded rectangle on whole pixels, filled and outlined (invalid colours: not).
void drawRounded(QPainter& painter, const QRect& rect, int radius, const QColor& fill, const QColor& outline = {},
                 double width = 1);

}
