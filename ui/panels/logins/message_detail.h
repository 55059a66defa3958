// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/activity.h"

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QVBoxLayout;

namespace gatehouse::ui::panels::logins {

/// One message taken apart: head, parameters, header fields and the claims of a token, each with what it means; and
/// the whole as it was kept.
class MessageDetail final : public QWidget {
    Q_OBJECT
public:
    explicit MessageDetail(QWidget* parent = nullptr);
    /// nullptr: nothing is selected.
    void showMessage(const admin::api::FlowMessage* message);

private:
    void addSection(const QString& title);
    void addLine(const QString& name, const QString& value, const QString& meaning);
    void addObject(const QJsonObject& object);

    QLabel* m_title;
    QLabel* m_sentence;
    QTabWidget* m_tabs;
    QVBoxLayout* m_decoded;
    QGridLayout* m_grid = nullptr;
    QPlainTextEdit* m_raw;
};

} // namespace gatehouse::ui::panels::logins
