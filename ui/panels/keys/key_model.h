// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/key.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::keys {

/// The keys of a ring, newest first.
class KeyModel final : public widgets::RecordModel<admin::api::Key> {
    Q_OBJECT
public:
    enum Column { Id, Algorithm, Stage, Published, What, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Key& key) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Key& key, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// Which apps have fetched a key.
class EvidenceModel final : public widgets::RecordModel<admin::api::KeyEvidence> {
    Q_OBJECT
public:
    enum Column { App, Holds, LastFetch, Known, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::KeyEvidence& evidence) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::KeyEvidence& evidence, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

} // namespace gatehouse::ui::panels::keys
