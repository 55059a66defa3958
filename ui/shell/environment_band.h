// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QPainter;

namespace gatehouse::ui::shell {

/// The strip that says in words, colour and pattern what one is working on: a live tenant or a sandbox. Present above
/// every panel, told apart in greyscale by the hatching.
class EnvironmentBand final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Live, Sandbox, Suspended };

    explicit EnvironmentBand(QWidget* parent = nullptr);
    /// `where` is the tenant's name and address.
    void setEnvironment(Kind kind, const QString& where);
    /// Says at the other end that somebody looks on and values are masked.
    void setPresenting(bool presenting);
    [[nodiscard]] QSize sizeHint() const override { return {200, height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString word() const;
    void say();
    void fit();
    static void paintChip(QPainter& painter, const QRect& chip, const QString& text, const QColor& color,
                          const QColor& tint);

    Kind m_kind = Kind::Live;
    QString m_where;
    bool m_presenting = false;
};

} // namespace gatehouse::ui::shell
