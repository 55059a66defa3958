// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/response_check.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace gatehouse::ui::widgets {
class CheckList;
class DetailGrid;
class JsonView;
class StatusChip;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::connections {

/// What came of checking a SAML response: the verdict, each check with what was wanted and what to do, what the
/// response says and what the mapping makes of it, and its XML.
class ResponseView final : public QWidget {
    Q_OBJECT
public:
    explicit ResponseView(QWidget* parent = nullptr);
    /// The first check that failed is selected.
    void showCheck(const admin::api::ResponseCheck& checked);

private:
    QWidget* makeChecks();
    QWidget* makeFacts();
    void showCurrent();
    void showFacts();

    admin::api::ResponseCheck m_shown;
    widgets::StatusChip* m_chip;
    QLabel* m_verdict;
    QListWidget* m_list;
    widgets::CheckList* m_check;
    QLabel* m_spec;
    widgets::DetailGrid* m_facts;
    widgets::JsonView* m_claims;
    QPlainTextEdit* m_xml;
};

/// The whole result as lines of text, for a ticket: no claim and no XML is in it.
[[nodiscard]] QString textOf(const admin::api::ResponseCheck& checked);
/// XML with each element on a line of its own; as it is where it cannot be read.
[[nodiscard]] QString laidOut(const QString& xml);

} // namespace gatehouse::ui::panels::connections
