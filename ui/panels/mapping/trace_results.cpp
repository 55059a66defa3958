// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/trace_results.h"

#include <QCoreApplication>

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::mapping {

using client::toQString;
using widgets::Status;

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("TraceResults", text);
}

} // namespace

QString lineOf(const admin::api::RawJson& value) {
    const QJsonValue json = client::toJsonValue(value);
    return json.isString() ? json.toString() : json.isNull() || json.isUndefined() ? QString() : toQString(value.text);
}

std::map<QString, RuleResult> attributeResults(const admin::api::Preview& preview) {
    std::map<QString, RuleResult> results;
    for (const admin::api::PreviewTrace& step : preview.trace) {
        RuleResult& result = results[toQString(step.target)];
        const bool bad = step.step == "refused" || step.step.starts_with("error:");
        const bool missing = step.step == "missing";
        result.status = bad ? Status::Failed : missing ? Status::Skipped : Status::Ok;
        result.value = bad       ? toQString(step.step)
                       : missing ? say(QT_TRANSLATE_NOOP("TraceResults", "nothing"))
                                 : lineOf(step.value);
    }
    for (const admin::api::PreviewError& error : preview.errors) {
        for (auto& [target, result] : results) {
            if (error.code == "mapping_missing_" + target.toStdString()) {
                result.status = Status::Failed;
            }
        }
    }
    return results;
}

std::vector<RuleResult> roleResults(const admin::api::Preview& preview, const std::vector<RoleRow>& rules) {
    std::vector<RuleResult> results;
    for (const admin::api::PreviewTrace& step : preview.trace) {
        if (step.target != "roles" || step.step == "default" || results.size() >= rules.size()) {
            continue;
        }
        const bool matched = step.step == "matched";
        const bool bad = step.step.starts_with("error:");
        results.push_back({matched ? Status::Ok
                           : bad   ? Status::Failed
                                   : Status::Off,
                           matched ? say(QT_TRANSLATE_NOOP("TraceResults", "Matches"))
                           : bad   ? toQString(step.step)
                                   : say(QT_TRANSLATE_NOOP("TraceResults", "No match"))});
    }
    return results;
}

} // namespace gatehouse::ui::panels::mapping
