// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <QCoreApplication>
#include <QString>

#include "admin/api/scim.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::syncs {

/// What people read of synchronisations.
class SyncWords {
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
public:
    /// "From it to here", "From here to it".
    [[nodiscard]] static QString direction(const std::string& direction);
    [[nodiscard]] static std::pair<widgets::Status, QString> stateOf(const admin::api::ScimSync& sync);
    /// "Create", "Deactivate".
    [[nodiscard]] static QString act(const std::string& act);
    /// Why a step is, or would be, taken.
    [[nodiscard]] static QString cause(const std::string& cause);
    /// How a step of a run ended.
    [[nodiscard]] static std::pair<widgets::Status, QString> outcome(const admin::api::ScimSyncStep& step);
    /// "12 are created, 3 updated."
    [[nodiscard]] static QString counts(qint64 created, qint64 updated, qint64 deactivated, qint64 deleted);
    /// What a run would do, in a sentence or two.
    [[nodiscard]] static QString planned(const admin::api::ScimSyncPlan& plan);
    /// What one did.
    [[nodiscard]] static QString done(const admin::api::ScimSyncRun& run);
    /// Why a run ended early, from its slug.
    [[nodiscard]] static QString problem(const std::string& slug, const std::string& detail);
};

} // namespace gatehouse::ui::panels::syncs
