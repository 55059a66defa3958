// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/device_text.h"

#include <array>
#include <utility>

#include <QCoreApplication>

namespace gatehouse::ui::panels::sessions {
namespace {

using Mark = std::pair<QLatin1String, QLatin1String>;

// In this order: most browsers name others too, for sites that ask for them.
constexpr std::array<Mark, 6> kBrowsers{{{QLatin1String("Edg/"), QLatin1String("Edge")},
                                         {QLatin1String("OPR/"), QLatin1String("Opera")},
                                         {QLatin1String("Firefox/"), QLatin1String("Firefox")},
                                         {QLatin1String("Chrome/"), QLatin1String("Chrome")},
                                         {QLatin1String("CriOS/"), QLatin1String("Chrome")},
                                         {QLatin1String("Safari/"), QLatin1String("Safari")}}};
constexpr std::array<Mark, 7> kSystems{{{QLatin1String("Android"), QLatin1String("Android")},
                                        {QLatin1String("iPhone"), QLatin1String("iPhone")},
                                        {QLatin1String("iPad"), QLatin1String("iPad")},
                                        {QLatin1String("Windows"), QLatin1String("Windows")},
                                        {QLatin1String("Mac OS X"), QLatin1String("macOS")},
                                        {QLatin1String("CrOS"), QLatin1String("ChromeOS")},
                                        {QLatin1String("Linux"), QLatin1String("Linux")}}};

template <std::size_t N>
QString named(const std::array<Mark, N>& marks, const QString& text) {
    for (const auto& [mark, name] : marks) {
        if (text.contains(mark)) {
            return name;
        }
    }
    return {};
}

} // namespace

QString deviceText(const QString& userAgent) {
    if (userAgent.isEmpty()) {
        return QCoreApplication::translate("Sessions", "Unknown device");
    }
    const QString browser = named(kBrowsers, userAgent);
    const QString system = named(kSystems, userAgent);
    if (browser.isEmpty() || system.isEmpty()) {
        return userAgent;
    }
    return QCoreApplication::translate("Sessions", "%1 on %2", "browser, operating system").arg(browser, system);
}

} // namespace gatehouse::ui::panels::sessions
