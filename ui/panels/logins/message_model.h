// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "admin/api/activity.h"

namespace gatehouse::ui::panels::logins {

/// The messages of one login, in the order in which they were sent.
class MessageModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setMessages(std::vector<admin::api::FlowMessage> messages);
    [[nodiscard]] const admin::api::FlowMessage* at(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Display: the title. Accessible text and tool tip: the whole sentence. Status: Failed for what was refused.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<admin::api::FlowMessage> m_messages;
};

} // namespace gatehouse::ui::panels::logins
