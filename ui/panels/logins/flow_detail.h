// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/activity.h"
#include "ui/widgets/check_list.h"

class QLabel;
class QTabWidget;
class QVBoxLayout;

namespace gatehouse::ui::widgets {
class DetailGrid;
class EmptyState;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::panels::logins {

class CompareView;
class MessageDetail;
class ReplayView;
class SequenceView;
class VerdictStrip;

/// One login: what came of it and who can cure it; its messages as a picture, each taken apart; every check with
/// expected and actual; a comparison with the last good one; and a replay. Of a bundle, only what was recorded.
class FlowDetail final : public QWidget {
    Q_OBJECT
public:
    enum class Mode { Live, ReadOnly };
    explicit FlowDetail(Mode mode, QWidget* parent = nullptr);

    void showFlow(const admin::api::Flow& flow);
    [[nodiscard]] VerdictStrip* verdict() const { return m_verdict; }
    [[nodiscard]] SequenceView* sequence() const { return m_sequence; }
    [[nodiscard]] CompareView* compareView() const { return m_compare; }
    [[nodiscard]] ReplayView* replayView() const { return m_replay; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

signals:
    /// Once for each login shown: the comparison is looked at, so that it may be fetched.
    void comparisonWanted();

private:
    QWidget* makeMessages();
    QWidget* makeChecks();
    void showFacts(const admin::api::Flow& flow);
    void askForComparison();

    VerdictStrip* m_verdict;
    widgets::DetailGrid* m_facts;
    QTabWidget* m_tabs;
    SequenceView* m_sequence;
    MessageDetail* m_message;
    widgets::EmptyState* m_noMessages;
    widgets::CheckList* m_checks;
    QLabel* m_noChecks;
    CompareView* m_compare = nullptr;
    ReplayView* m_replay = nullptr;
    QString m_asked; ///< id of the login whose comparison was asked for
    QString m_shown;
};

/// "id_token.nonce" as "ID token: nonce".
[[nodiscard]] QString checkTitle(const QString& slug);
/// A check with who can cure it, as a line of the list.
[[nodiscard]] widgets::CheckLine checkLine(const admin::api::FlowCheck& check);

} // namespace gatehouse::ui::panels::logins
