// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/message_model.h"

#include "ui/panels/logins/message_text.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::logins {

void MessageModel::setMessages(std::vector<admin::api::FlowMessage> messages) {
    beginResetModel();
    m_messages = std::move(messages);
    endResetModel();
}

const admin::api::FlowMessage* MessageModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_messages[static_cast<std::size_t>(row)] : nullptr;
}

int MessageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_messages.size());
}

QVariant MessageModel::data(const QModelIndex& index, int role) const {
    const admin::api::FlowMessage* message = at(index.row());
    if (message == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return messageTitle(*message);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return messageSentence(*message);
    case widgets::StatusRole:
        return static_cast<int>(message->status >= 400 ? widgets::Status::Failed : widgets::Status::Ok);
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::logins
