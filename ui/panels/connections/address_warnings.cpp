// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/address_warnings.h"

#include <QCoreApplication>

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("AddressWarnings", text);
}

QString affected(const QStringList& apps) {
    return apps.isEmpty() ? say(QT_TRANSLATE_NOOP("AddressWarnings", "No app was used through it lately."))
                          : say(QT_TRANSLATE_NOOP("AddressWarnings", "Apps used through it lately: %1."))
                                .arg(apps.join(QStringLiteral(", ")));
}

} // namespace

QString nameWarning(const admin::api::Connection& saved, const admin::api::Connection& edited,
                    const QStringList& apps) {
    if (saved.id.empty() || saved.name == edited.name) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("AddressWarnings",
                                 "Apps that ask for it as connection=%1, or read idp=%1 in their tokens, have to be "
                                 "changed."))
               .arg(toQString(saved.name)) +
           u' ' + affected(apps);
}

QString issuerWarning(const admin::api::Connection& saved, const admin::api::Connection& edited,
                      const QStringList& apps) {
    if (saved.id.empty() || saved.issuer == edited.issuer) {
        return {};
    }
    return say(QT_TRANSLATE_NOOP("AddressWarnings",
                                 "Another provider to us: register %1 there. People who signed in through %2 are new "
                                 "to it, and found again by their verified e-mail address at most."))
               .arg(toQString(saved.redirectUri), toQString(saved.issuer)) +
           u' ' + affected(apps);
}

} // namespace gatehouse::ui::panels::connections
