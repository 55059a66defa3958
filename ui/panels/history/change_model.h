// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "admin/api/activity.h"
#include "ui/drafts/difference.h"
#include "ui/drafts/draft.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::history {

/// What was changed in a tenant, newest first: records of the log that an administrator made.
class ChangeModel final : public widgets::RecordModel<admin::api::AuditRecord> {
    Q_OBJECT
public:
    enum Column { Time, Who, What, Object, Outcome, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::AuditRecord& record) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::AuditRecord& record, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// The types of records that are changes, for the `type` parameter of the log.
[[nodiscard]] QString changeTypes();
/// "Changed", "Created", "Deleted", or the operation where it is none of these.
[[nodiscard]] QString actOf(const admin::api::AuditRecord& record);
/// "identity provider contoso".
[[nodiscard]] QString objectOf(const admin::api::AuditRecord& record);
/// What differs between before and after.
[[nodiscard]] std::vector<drafts::Line> linesOf(const admin::api::AuditRecord& record);

/// How to take a change back.
struct Reversal {
    drafts::Draft draft;      ///< base and etag are still to be read where the object exists
    QJsonObject members;      ///< for an update: the members as they were; undefined ones were not there
    QStringList addedMembers; ///< for an update: what was not there before
};
/// nullopt where the record tells nothing that could be put back.
[[nodiscard]] std::optional<Reversal> reversalOf(const admin::api::AuditRecord& record, const QString& tenant);
/// The draft that takes an update back on the object as it is now.
[[nodiscard]] drafts::Draft onto(const Reversal& reversal, const QJsonObject& now, const QString& etag);

} // namespace gatehouse::ui::panels::history
