// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIdentityProxyModel>

#include "ui/widgets/masking.h"

namespace gatehouse::ui::widgets {

/// Any model as it may be shown now: masked while somebody looks on. For combo boxes and other views over models that
/// are not ours.
class PresentedModel final : public QIdentityProxyModel {
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        return presented(QIdentityProxyModel::data(index, role), role);
    }
};

} // namespace gatehouse::ui::widgets
