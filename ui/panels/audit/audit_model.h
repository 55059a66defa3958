// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/activity.h"
#include "ui/widgets/windowed_model.h"

namespace gatehouse::ui::panels::audit {

/// The log, newest first. Of the whole log every number has its row, whether or not its page is here.
class AuditModel final : public widgets::WindowedModel<admin::api::AuditRecord> {
    Q_OBJECT
public:
    enum Column { Seq, Time, Type, Outcome, Actor, Target, Address, ColumnCount };

    using WindowedModel::WindowedModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::AuditRecord& record) const override;
    [[nodiscard]] int rowOf(const QString& key) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The number of the newest record when the whole log was opened; 0 for a filtered view.
    void setAnchor(qint64 seq) { m_anchor = seq; }

protected:
    [[nodiscard]] QVariant cell(const admin::api::AuditRecord& record, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;

private:
    qint64 m_anchor = 0;
};

/// Name where there is one, else type and id; of a long id its end alone in the short form.
enum class Form { Short, Whole };
[[nodiscard]] QString partyText(const admin::api::Party& party, Form form);
/// What an app does is recorded under its id alone; the record says its name.
[[nodiscard]] QString appName(const admin::api::AuditRecord& record);
[[nodiscard]] std::pair<widgets::Status, QString> outcomeOf(const admin::api::AuditRecord& record);

} // namespace gatehouse::ui::panels::audit
