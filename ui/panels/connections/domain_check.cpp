// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/domain_check.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("DomainCheck", text);
}

widgets::CheckLine lineOf(const std::string& wanted, const std::vector<admin::api::Domain>& known) {
    const QString name = toQString(wanted);
    const auto found = std::find_if(known.begin(), known.end(), [&](const admin::api::Domain& each) {
        return toQString(each.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    widgets::CheckLine line;
    line.title = name;
    if (found != known.end() && found->status == "verified") {
        line.status = widgets::Status::Ok;
        line.message = say(QT_TRANSLATE_NOOP("DomainCheck", "Verified: people with an address there are led here."));
        return line;
    }
    line.status = widgets::Status::Warning;
    line.message =
        found == known.end()
            ? say(QT_TRANSLATE_NOOP("DomainCheck", "This tenant has not claimed the domain. Typing an address there "
                                                   "will not lead people to this provider."))
            : say(QT_TRANSLATE_NOOP("DomainCheck", "Nobody has verified the domain yet. Typing an address there will "
                                                   "not lead people to this provider."));
    line.actions = {found == known.end() ? say(QT_TRANSLATE_NOOP("DomainCheck", "Claim the domain"))
                                         : say(QT_TRANSLATE_NOOP("DomainCheck", "Verify the domain"))};
    return line;
}

} // namespace

std::vector<widgets::CheckLine> domainLines(const std::vector<std::string>& wanted,
                                            const std::vector<admin::api::Domain>& known) {
    std::vector<widgets::CheckLine> lines;
    lines.reserve(wanted.size());
    for (const std::string& each : wanted) {
        lines.push_back(lineOf(each, known));
    }
    return lines;
}

} // namespace gatehouse::ui::panels::connections
