// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/test_stages.h"

#include <array>

#include <QCoreApplication>
#include <QLocale>

#include "ui/client/convert.h"
#include "ui/panels/connections/test_words.h"
#include "ui/widgets/broker_text.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

struct Named {
    const char* name;
    const char* title;
};

constexpr std::array<Named, 11> kStages{{{"address", QT_TRANSLATE_NOOP("TestStages", "Address")},
                                         {"connect", QT_TRANSLATE_NOOP("TestStages", "Connection")},
                                         {"tls", QT_TRANSLATE_NOOP("TestStages", "TLS certificate")},
                                         {"fetch", QT_TRANSLATE_NOOP("TestStages", "Metadata found")},
                                         {"parse", QT_TRANSLATE_NOOP("TestStages", "Metadata understood")},
                                         {"identity", QT_TRANSLATE_NOOP("TestStages", "Issuer is the same")},
                                         {"keys", QT_TRANSLATE_NOOP("TestStages", "Signing keys")},
                                         {"client", QT_TRANSLATE_NOOP("TestStages", "Client id and secret")},
                                         {"clock", QT_TRANSLATE_NOOP("TestStages", "Clock")},
                                         {"sign_in", QT_TRANSLATE_NOOP("TestStages", "Sign-in")},
                                         {"claims", QT_TRANSLATE_NOOP("TestStages", "Claims")}}};

constexpr std::array<Named, 14> kFixes{
    {{"fix_address", QT_TRANSLATE_NOOP("TestStages", "Fix address")},
     {"retry", QT_TRANSLATE_NOOP("TestStages", "Retry")},
     {"proxy_settings", QT_TRANSLATE_NOOP("TestStages", "Proxy settings")},
     {"view_certificate", QT_TRANSLATE_NOOP("TestStages", "View certificate")},
     {"trust_authority", QT_TRANSLATE_NOOP("TestStages", "Trust this CA")},
     {"remind_me", QT_TRANSLATE_NOOP("TestStages", "Remind me")},
     {"use_suggested_address", QT_TRANSLATE_NOOP("TestStages", "Use suggested address")},
     {"open_in_browser", QT_TRANSLATE_NOOP("TestStages", "Open in browser")},
     {"use_their_issuer", QT_TRANSLATE_NOOP("TestStages", "Use theirs")},
     {"reenter_secret", QT_TRANSLATE_NOOP("TestStages", "Re-enter secret")},
     {"show_time_settings", QT_TRANSLATE_NOOP("TestStages", "Show time settings")},
     {"copy_redirect_uri", QT_TRANSLATE_NOOP("TestStages", "Copy redirect URI")},
     {"open_flow", QT_TRANSLATE_NOOP("TestStages", "Open the login")},
     {"open_mapping", QT_TRANSLATE_NOOP("TestStages", "Open mapping")}}};

QString say(const char* text) {
    return QCoreApplication::translate("TestStages", text);
}

template <std::size_t n>
const char* titleIn(const std::array<Named, n>& list, const QString& name) {
    for (const Named& each : list) {
        if (name == QLatin1String(each.name)) {
            return each.title;
        }
    }
    return nullptr;
}

admin::api::TestStep step(const char* name, const char* status, const QString& detail, const QString& hint,
                          const char* fix, const std::string& value) {
    admin::api::TestStep out;
    out.name = name;
    out.status = status;
    out.detail = detail.toStdString();
    out.hint = hint.toStdString();
    if (*fix != '\0') {
        out.fix = admin::api::TestFix{fix, value};
    }
    return out;
}

QString levelOf(const admin::api::Flow& flow) {
    for (const admin::api::FlowStep& each : flow.steps) {
        if (each.name == "token") {
            return client::toJsonObject(each.data).value(QLatin1String("acr")).toString();
        }
    }
    return {};
}

QString signedIn(const admin::api::Flow& flow) {
    const QString who = flow.user.empty() ? say(QT_TRANSLATE_NOOP("TestStages", "somebody")) : toQString(flow.user);
    const QString seconds = QLocale().toString(double(flow.durationMs) / 1000, 'f', 1);
    const QString level = levelOf(flow);
    return level.isEmpty()
               ? say(QT_TRANSLATE_NOOP("TestStages", "Signed in as %1, in %2 s.")).arg(who, seconds)
               : say(QT_TRANSLATE_NOOP("TestStages", "Signed in as %1, level %2, in %3 s.")).arg(who, level, seconds);
}

} // namespace

std::vector<QString> stageNames() {
    std::vector<QString> names;
    names.reserve(kStages.size());
    for (const Named& stage : kStages) {
        names.emplace_back(QLatin1String(stage.name));
    }
    return names;
}

QString stageTitle(const QString& name) {
    const char* title = titleIn(kStages, QString(name).replace(u'-', u'_'));
    return title == nullptr ? name : say(title);
}

QString fixTitle(const QString& kind) {
    const char* title = titleIn(kFixes, kind);
    return title == nullptr ? QString() : say(title);
}

std::vector<admin::api::TestFix> fixesOf(const admin::api::TestStep& step) {
    std::vector<admin::api::TestFix> fixes = step.fixes;
    if (fixes.empty() && step.fix) {
        fixes.push_back(*step.fix);
    }
    std::erase_if(fixes, [](const admin::api::TestFix& fix) { return fixTitle(toQString(fix.kind)).isEmpty(); });
    return fixes;
}

widgets::CheckLine stageLine(const admin::api::TestStep& step) {
    widgets::CheckLine line;
    line.status =
        step.status == "running" ? widgets::Status::Running : widgets::statusFromCheck(toQString(step.status));
    line.title = stageTitle(toQString(step.name));
    line.message = testWords(toQString(step.detail));
    line.cure = testWords(toQString(step.hint));
    if (line.status == widgets::Status::Failed || line.status == widgets::Status::Warning) {
        for (const admin::api::TestFix& fix : fixesOf(step)) {
            line.actions.append(fixTitle(toQString(fix.kind)));
        }
        if (line.actions.contains(line.cure)) {
            line.cure.clear(); // the button says it
        }
    }
    return line;
}

std::vector<admin::api::TestStep> signInSteps(const admin::api::Flow& flow) {
    const bool claimsFailed = flow.reason.starts_with("mapping_");
    const QString reason = toQString(flow.reason);
    const QString message = widgets::reasonMessage(reason, toQString(flow.message));
    const QString cure = widgets::reasonCure(reason, toQString(flow.cure));
    if (flow.outcome == "success" || claimsFailed) {
        const QString mapped = say(QT_TRANSLATE_NOOP("TestStages", "The mapping had all it needs."));
        return {step("sign_in", "ok", signedIn(flow), {}, "", {}),
                claimsFailed ? step("claims", "fail", message, cure, "open_mapping", flow.reference)
                             : step("claims", "ok", mapped, {}, "", {})};
    }
    const QString failed = QStringLiteral("%1 (%2, %3)").arg(message, reason, toQString(flow.reference));
    return {step("sign_in", "fail", failed, cure, "open_flow", flow.id)};
}

} // namespace gatehouse::ui::panels::connections
