// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <vector>

#include <QObject>

#include "ui/client/admin_client.h"
#include "ui/drafts/difference.h"
#include "ui/drafts/drafts.h"

namespace gatehouse::ui::drafts {

/// A draft that the broker took.
struct Applied {
    Draft draft;
    QJsonObject result; ///< the object as it is now; empty after a delete
    QString etag;
    bool merged = false; ///< somebody else had changed it meanwhile, elsewhere; both changes hold
    enum class By { Review, Undo, Redo } by = By::Review;
};

/// Applies drafts, one after the other, each with If-Match; merges with what somebody changed meanwhile, and takes back
/// what was applied. What can be taken back survives restarts.
class Changes final : public QObject {
    Q_OBJECT
public:
    /// `file`: where to keep what can be undone; empty: in memory only.
    Changes(client::AdminClient& client, Drafts& drafts, QString file = {}, QObject* parent = nullptr);

    /// Applies these drafts (those of `drafts` that have these subjects). Each ends in applied(), failed() or
    /// conflicted(), and all of them in finished().
    void apply(const std::vector<Subject>& subjects);
    /// Puts a draft and applies it at once: for acts that ask no review.
    void applyNow(Draft draft);
    [[nodiscard]] bool isApplying() const { return m_running; }
    /// Why the last attempt at that draft did not succeed; nullptr where there is nothing to say.
    [[nodiscard]] const client::Failure* failureOf(const Subject& subject) const;
    /// Members of a draft that somebody else changed meanwhile: mine is in the draft, theirs is here.
    [[nodiscard]] std::vector<Conflict> conflictsOf(const Subject& subject) const;
    /// Takes their value of one member.
    void takeTheirs(const Subject& subject, const QString& pointer);

    /// Title of what undo() takes back; empty where there is nothing.
    [[nodiscard]] QString undoTitle() const;
    [[nodiscard]] QString redoTitle() const;
    void undo();
    void redo();

signals:
    void applied(const gatehouse::ui::drafts::Applied& what);
    void failed(const gatehouse::ui::drafts::Subject& subject, const gatehouse::ui::client::Failure& failure);
    void conflicted(const gatehouse::ui::drafts::Subject& subject);
    /// Nothing is under way any more.
    void finished(int applied, int notApplied);
    void undoChanged();

private:
    /// One applied draft that can be taken back; below m_at they are done, from there on undone.
    struct Step {
        Draft forward;
        Draft back;
    };
    struct Job {
        Draft draft;
        Applied::By by;
        bool merged = false;
    };
    struct Trouble {
        Subject subject;
        client::Failure failure;
        std::vector<Conflict> conflicts;
    };
    using Document = client::Versioned<QJsonObject>;

    void run(Job job);
    void next();
    void send(const Job& job);
    void took(const Job& job, const Document& result);
    void refused(const Job& job, const client::Failure& failure);
    void mergeWith(Job job, const Document& theirs);
    void remember(const Job& job, const Document& result);
    void keep();
    void load();
    Trouble& troubleOf(const Subject& subject);
    void forget(const Subject& subject);

    client::AdminClient& m_client;
    Drafts& m_drafts;
    QString m_file;
    std::deque<Job> m_queue;
    bool m_running = false;
    int m_applied = 0;
    int m_notApplied = 0;
    std::vector<Trouble> m_troubles;
    std::vector<Step> m_steps;
    std::size_t m_at = 0;
};

} // namespace gatehouse::ui::drafts
