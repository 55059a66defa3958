// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/test_stages.h"

#include <array>

#include <QCoreApplication>

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::connections {
namespace {

struct Stage {
    const char* name;
    const char* title;
};

constexpr std::array<Stage, 11> kStages{{{"address", QT_TRANSLATE_NOOP("TestStages", "Address")},
                                         {"connect", QT_TRANSLATE_NOOP("TestStages", "Connection")},
                                         {"tls", QT_TRANSLATE_NOOP("TestStages", "TLS certificate")},
                                         {"fetch", QT_TRANSLATE_NOOP("TestStages", "Metadata found")},
                                         {"parse", QT_TRANSLATE_NOOP("TestStages", "Metadata understood")},
                                         {"identity", QT_TRANSLATE_NOOP("TestStages", "Issuer is the same")},
                                         {"keys", QT_TRANSLATE_NOOP("TestStages", "Signing keys")},
                                         {"client", QT_TRANSLATE_NOOP("TestStages", "Client id and secret")},
                                         {"clock", QT_TRANSLATE_NOOP("TestStages", "Clock")},
                                         {"sign-in", QT_TRANSLATE_NOOP("TestStages", "Sign-in")},
                                         {"claims", QT_TRANSLATE_NOOP("TestStages", "Claims")}}};

} // namespace

std::vector<QString> stageNames() {
    std::vector<QString> names;
    names.reserve(std::size(kStages));
    for (const Stage& stage : kStages) {
        names.emplace_back(QLatin1String(stage.name));
    }
    return names;
}

QString stageTitle(const QString& name) {
    for (const Stage& stage : kStages) {
        if (QString(name).replace(u'_', u'-') == QLatin1String(stage.name)) {
            return QCoreApplication::translate("TestStages", stage.title);
        }
    }
    return name;
}

std::vector<widgets::CheckLine> stageLines(const admin::api::ConnectionTest& test) {
    std::vector<widgets::CheckLine> lines;
    for (const admin::api::TestStep& step : test.steps) {
        widgets::CheckLine line;
        line.status = widgets::statusFromCheck(client::toQString(step.status));
        line.title = stageTitle(client::toQString(step.name));
        line.message = client::toQString(step.detail);
        line.cure = client::toQString(step.hint);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace gatehouse::ui::panels::connections
