// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/busy_line.h"

namespace gatehouse::ui::widgets {
namespace {

constexpr int kPatienceMs = 500;
constexpr int kHeight = 3;

} // namespace

BusyLine::BusyLine(const QString& name, QWidget* parent)
    : QProgressBar(parent) {
    setRange(0, 0);
    setTextVisible(false);
    setFixedHeight(kHeight);
    setAccessibleName(name);
    QSizePolicy kept = sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    setSizePolicy(kept);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
}

void BusyLine::setBusy(bool busy) {
    if (!busy) {
        m_patience.stop();
        hide();
    } else if (!m_patience.isActive() && isHidden()) {
        m_patience.start();
    }
}

} // namespace gatehouse::ui::widgets
