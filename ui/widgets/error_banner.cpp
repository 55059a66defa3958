// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/error_banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::widgets {

ErrorBanner::ErrorBanner(QWidget* parent)
    : QFrame(parent)
    , m_glyph(new StatusGlyph(Status::Failed, 20, this))
    , m_what(new QLabel(this))
    , m_next(new QLabel(this))
    , m_reference(new QLabel(this))
    , m_copy(new CopyButton(tr("reference"), this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_more(new QToolButton(this))
    , m_details(new QLabel(this))
    , m_copyDetails(new CopyButton(tr("details"), this))
    , m_close(new QToolButton(this)) {
    for (QLabel* label : {m_what, m_next, m_details}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_what->setFont([this] {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        return bold;
    }());
    m_reference->setFont(theme::codeFont(font()));
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setFont(theme::codeFont(font()));
    m_more->setText(tr("Details"));
    m_more->setAccessibleName(tr("Details of this message"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        m_copyDetails->setVisible(shown);
    });
    m_close->setAutoRaise(true);
    m_close->setIcon(theme::icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    m_retry->setAccessibleName(tr("Try again"));

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_what);
    texts->addWidget(m_next);
    auto* acts = new QWidget(this); // below the words: beside them a narrow list has no room
    auto* reference = new FlowLayout(acts);
    for (QWidget* each : std::initializer_list<QWidget*>{m_reference, m_copy, m_more, m_retry}) {
        reference->addWidget(each);
    }
    texts->addWidget(acts);
    auto* details = new QHBoxLayout;
    details->setSpacing(4);
    details->addWidget(m_details, 1);
    details->addWidget(m_copyDetails, 0, Qt::AlignTop);
    texts->addLayout(details);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(10);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_retry, &QPushButton::clicked, this, &ErrorBanner::retryRequested);
    connect(m_close, &QToolButton::clicked, this, &ErrorBanner::dismiss);
    hide();
}

void ErrorBanner::showError(const ErrorText& error) {
    m_warning = false;
    m_glyph->setStatus(Status::Failed);
    fill(error);
}

void ErrorBanner::showWarning(const QString& what, const QString& next) {
    m_warning = true;
    m_glyph->setStatus(Status::Warning);
    fill({what, next, {}, false});
}

void ErrorBanner::fill(const ErrorText& error) {
    m_what->setText(error.what);
    m_next->setText(error.next);
    m_next->setVisible(!error.next.isEmpty());
    m_reference->setText(error.reference.isEmpty() ? QString() : tr("Reference %1").arg(error.reference));
    m_reference->setVisible(!error.reference.isEmpty());
    m_copy->setVisible(!error.reference.isEmpty());
    m_copy->setValue(error.reference);
    m_retry->setVisible(error.retry);
    m_more->setChecked(false);
    m_more->setVisible(!error.details.isEmpty());
    m_details->setText(error.details);
    m_details->hide();
    m_copyDetails->setValue(error.details);
    m_copyDetails->hide();
    setAccessibleName(error.what);
    setAccessibleDescription(error.next);
    show();
    update();
}

void ErrorBanner::dismiss() {
    hide();
}

void ErrorBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& tokens = theme::tokensFor(palette());
    const theme::Tone tone = m_warning ? theme::Tone::Warning : theme::Tone::Error;
    painter.setPen(QPen(theme::blend(theme::toneColor(tokens, tone), tokens.base, 0.45), 1));
    painter.setBrush(theme::toneTint(tokens, tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
}

} // namespace gatehouse::ui::widgets
