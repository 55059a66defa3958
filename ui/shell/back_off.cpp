// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/back_off.h"

#include <algorithm>

namespace gatehouse::ui::shell {
namespace {

constexpr int kSecondMs = 1000;

} // namespace

BackOff::BackOff(QObject* parent)
    : QObject(parent) {
    m_second.setInterval(kSecondMs);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (--m_left <= 0) {
            m_second.stop();
        }
        emit changed();
    });
}

void BackOff::wrong() {
    ++m_tries;
    if (m_tries >= kFree) {
        const int doubled = std::min(m_tries - kFree, 5); // 10 * 2^5 is more than the longest
        m_left = std::min(kFirstWait << doubled, kLongestWait);
        m_second.start();
    }
    emit changed();
}

void BackOff::right() {
    m_tries = 0;
    m_left = 0;
    m_second.stop();
    emit changed();
}

QString BackOff::sentence() const {
    if (m_tries == 0) {
        return {};
    }
    return m_left > 0 ? tr("That was wrong. The next try in %n second(s).", nullptr, m_left)
                      : tr("That was wrong. Try again.");
}

} // namespace gatehouse::ui::shell
