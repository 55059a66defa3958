// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QWidget>

#include "admin/api/activity.h"

namespace gatehouse::ui::panels::logins {

class MessageModel;

/// A login as a picture: a lane for the browser, the app, Gatehouse and the identity provider, and an arrow for each
/// message with its time. A message is chosen with the mouse or the arrow keys; to assistive technology it is a list of
/// sentences. Mirrored from right to left. As high as its messages: it does not scroll.
class SequenceView final : public QWidget {
    Q_OBJECT
public:
    explicit SequenceView(QWidget* parent = nullptr);

    /// The current one is the first that was refused, or the last.
    void setMessages(const std::vector<admin::api::FlowMessage>& messages);
    [[nodiscard]] QListView* list() const { return m_list; }
    /// nullptr where there is none.
    [[nodiscard]] const admin::api::FlowMessage* current() const;

signals:
    void currentChanged();

private:
    MessageModel* m_model;
    QListView* m_list;
};

} // namespace gatehouse::ui::panels::logins
