// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/welcome_page.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kWidth = 560;
constexpr int kHeight = 84;

/// A wide button of an icon, a title and a sentence.
class Choice final : public QAbstractButton {
public:
    Choice(QString icon, const QString& title, const QString& sentence, QWidget* parent)
        : QAbstractButton(parent)
        , m_icon(std::move(icon)) {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(sentence);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCursor(Qt::PointingHandCursor);
    }
    [[nodiscard]] QSize sizeHint() const override { return {kWidth, std::max(kHeight, fontMetrics().height() * 4)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::Tokens& tokens = theme::tokensFor(palette());
        const bool focused = hasFocus();
        theme::drawOutline(painter, rect(), underMouse() || isDown() ? tokens.alternate : tokens.base,
                           focused ? tokens.accent : tokens.border, focused ? 2 : tokens.borderWidth);
        const auto placed = [this](const QRect& logical) {
            return QStyle::visualRect(layoutDirection(), rect(), logical);
        };
        const QRect glyph(22, (height() - 28) / 2, 28, 28);
        painter.drawPixmap(placed(glyph), theme::iconPixmap(m_icon, tokens.accent, 28, devicePixelRatioF()));
        const QRect texts(72, 0, width() - 88, height());
        painter.setFont(theme::textFont(font(), theme::TextSize::Section));
        painter.setPen(tokens.text);
        painter.drawText(placed(texts.adjusted(0, 12, 0, -height() / 2)),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading), text());
        painter.setFont(font());
        painter.setPen(tokens.muted);
        painter.drawText(placed(texts.adjusted(0, height() / 2, 0, -10)),
                         static_cast<int>(Qt::AlignTop | Qt::AlignLeading | Qt::TextWordWrap), accessibleDescription());
    }

private:
    QString m_icon;
};

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(14);
    column->addStretch(2);
    auto* logo = new QLabel(this);
    logo->setPixmap(theme::applicationIcon().pixmap(QSize(56, 56), devicePixelRatioF()));
    column->addWidget(logo, 0, Qt::AlignHCenter);
    column->addWidget(widgets::titleLabel(tr("Welcome to Gatehouse"), this), 0, Qt::AlignHCenter);
    QLabel* sentence = widgets::mutedLabel(tr("The broker runs. How would you like to begin?"), this);
    sentence->setWordWrap(false);
    column->addWidget(sentence, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    for (QWidget* choice :
         {makeChoice(QStringLiteral("sandbox"), tr("Try it with a built-in company"),
                     tr("People, a provider and an app to sign in to. Nothing leaves this computer."),
                     &WelcomePage::tryWanted),
          makeChoice(QStringLiteral("connections"), tr("Connect a real identity provider"),
                     tr("Entra, Okta, Google and others, step by step."), &WelcomePage::connectWanted),
          makeChoice(QStringLiteral("upload"), tr("Open a file"),
                     tr("A recorded login that somebody sent you, to look at."), &WelcomePage::fileWanted)}) {
        choice->setMaximumWidth(kWidth);
        choice->setMinimumWidth(320);
        column->addWidget(choice, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
    setAccessibleName(tr("Welcome"));
}

QWidget* WelcomePage::makeChoice(const QString& icon, const QString& title, const QString& sentence,
                                 void (WelcomePage::*chosen)()) {
    auto* choice = new Choice(icon, title, sentence, this);
    connect(choice, &QAbstractButton::clicked, this, chosen);
    return choice;
}

} // namespace gatehouse::ui::shell
