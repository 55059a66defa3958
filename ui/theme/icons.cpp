// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static void initIconResource() {
    Q_INIT_RESOURCE(gatehouse);
}

namespace gatehouse::ui::theme {
namespace {

QString pathOf(const QString& name) {
    static const bool ready = [] {
        initIconResource();
        return true;
    }();
    Q_UNUSED(ready)
    return QStringLiteral(":/gatehouse/icons/%1.svg").arg(name);
}

QPixmap render(const QString& name, const QColor& color, const QSize& pixels) {
    const QString key = QStringLiteral("gatehouse:%1:%2:%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(pathOf(name));
    if (pixels.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const int side = std::min(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIconEngine final : public QIconEngine {
public:
    TintedIconEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, render(m_name, color(mode), (QSizeF(rect.size()) * ratio).toSize()));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return render(m_name, color(mode), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
        return render(m_name, color(mode), size);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedIconEngine(m_name, m_tone); }
    [[nodiscard]] QString key() const override { return QStringLiteral("gatehouse"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        }
        const Tokens& tokens = tokensFor(palette);
        if (m_tone == Tone::Neutral && mode != QIcon::Normal) {
            return tokens.text;
        }
        return toneColor(tokens, m_tone);
    }

    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString& name, Tone tone) {
    if (!QFile::exists(pathOf(name))) {
        return {};
    }
    return QIcon(new TintedIconEngine(name, tone));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) {
    QPixmap pixmap = render(name, color, (QSizeF(size, size) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon() {
    QIcon result;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        result.addPixmap(render(QStringLiteral("gatehouse"), QColor(Qt::black), {side, side}));
    }
    return result;
}

} // namespace gatehouse::ui::theme
