// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/sync_words.h"

#include <QStringList>

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::syncs {

using client::toQString;
using widgets::Status;

QString SyncWords::direction(const std::string& direction) {
    return direction == "push" ? tr("From here to it") : tr("From it to here");
}

std::pair<Status, QString> SyncWords::stateOf(const admin::api::ScimSync& sync) {
    if (sync.running) {
        return {Status::Running, tr("Running")};
    }
    if (!sync.enabled) {
        return {Status::Off, tr("Off")};
    }
    if (sync.heldBack > 0) {
        return {Status::Warning, tr("Asks")};
    }
    if (!sync.problem.empty()) {
        return {Status::Failed, tr("Failing")};
    }
    if (sync.drifted > 0) {
        return {Status::Warning, tr("Drifted")};
    }
    return sync.lastSuccess ? std::pair(Status::Ok, tr("In step")) : std::pair(Status::Off, tr("Never ran"));
}

QString SyncWords::act(const std::string& act) {
    if (act == "create") {
        return tr("Create");
    }
    if (act == "update") {
        return tr("Update");
    }
    if (act == "deactivate") {
        return tr("Deactivate");
    }
    if (act == "delete") {
        return tr("Delete");
    }
    if (act == "adopt") {
        return tr("Recognise");
    }
    if (act == "skip") {
        return tr("Skip");
    }
    return act == "keep" ? tr("Leave alone") : toQString(act);
}

QString SyncWords::cause(const std::string& cause) {
    if (cause == "new") {
        return tr("not there yet");
    }
    if (cause == "source") {
        return tr("changed at the source");
    }
    if (cause == "drift") {
        return tr("changed at the target by itself");
    }
    if (cause == "both") {
        return tr("changed on both sides");
    }
    if (cause == "gone") {
        return tr("the source has it no longer");
    }
    if (cause == "stranger") {
        return tr("the target's own");
    }
    return cause == "unreadable" ? tr("cannot be read") : toQString(cause);
}

std::pair<Status, QString> SyncWords::outcome(const admin::api::ScimSyncStep& step) {
    if (step.state == "refused") {
        return {Status::Failed, tr("refused")};
    }
    if (step.state == "failed") {
        return {Status::Failed, tr("failed")};
    }
    if (step.state == "still-there") {
        return {Status::Warning, tr("the source has it after all")};
    }
    return step.state == "done" ? std::pair(Status::Ok, tr("done")) : std::pair(Status::Off, QString());
}

QString SyncWords::counts(qint64 created, qint64 updated, qint64 deactivated, qint64 deleted) {
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString& words) {
        if (count > 0) {
            parts.append(words);
        }
    };
    add(created, tr("%Ln to create", nullptr, static_cast<int>(created)));
    add(updated, tr("%Ln to update", nullptr, static_cast<int>(updated)));
    add(deactivated, tr("%Ln to deactivate", nullptr, static_cast<int>(deactivated)));
    add(deleted, tr("%Ln to delete", nullptr, static_cast<int>(deleted)));
    return parts.join(QStringLiteral(", "));
}

QString SyncWords::planned(const admin::api::ScimSyncPlan& plan) {
    const QString work = counts(plan.creates, plan.updates, plan.deactivates, plan.deletes);
    QStringList out{work.isEmpty() ? tr("Nothing to do.") : work + u'.'};
    if (plan.adopts > 0) {
        out.append(tr("%Ln were found to be the same.", nullptr, static_cast<int>(plan.adopts)));
    }
    out.append(tr("%Ln differ in nothing.", nullptr, static_cast<int>(plan.same)));
    if (plan.drifted > 0) {
        out.append(tr("%Ln changed at the target by themselves.", nullptr, static_cast<int>(plan.drifted)));
    }
    if (plan.strangers > 0) {
        out.append(tr("%Ln are the target's own and stay.", nullptr, static_cast<int>(plan.strangers)));
    }
    return out.join(u' ');
}

QString SyncWords::done(const admin::api::ScimSyncRun& run) {
    QStringList parts;
    const auto add = [&parts](qint64 count, const QString& words) {
        if (count > 0) {
            parts.append(words);
        }
    };
    add(run.created, tr("%Ln created", nullptr, static_cast<int>(run.created)));
    add(run.updated, tr("%Ln updated", nullptr, static_cast<int>(run.updated)));
    add(run.deactivated, tr("%Ln deactivated", nullptr, static_cast<int>(run.deactivated)));
    add(run.deleted, tr("%Ln deleted", nullptr, static_cast<int>(run.deleted)));
    add(run.adopted, tr("%Ln recognised", nullptr, static_cast<int>(run.adopted)));
    add(run.failed, tr("%Ln not done", nullptr, static_cast<int>(run.failed)));
    return parts.isEmpty() ? tr("nothing to do") : parts.join(QStringLiteral(", "));
}

QString SyncWords::problem(const std::string& slug, const std::string& detail) {
    if (slug == "scim_sync.held") {
        return tr("So many people would lose their access that somebody has to confirm it.");
    }
    if (slug == "scim_sync.failing") {
        return tr("Too much failed in a row to go on. The last answer: %1").arg(toQString(detail));
    }
    if (slug == "scim_sync.refused") {
        return tr("The service refuses: %1").arg(toQString(detail));
    }
    if (slug == "scim_sync.answer") {
        return tr("What the service answers is no SCIM: %1").arg(toQString(detail));
    }
    return detail.empty() ? toQString(slug) : toQString(slug + ": " + detail);
}

} // namespace gatehouse::ui::panels::syncs
