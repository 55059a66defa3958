// SPDX-License-Identifier: Apache-2.0
#include "ui/drafts/changes.h"

#include <algorithm>

#include <QJsonArray>

#include "ui/drafts/kept_file.h"

namespace gatehouse::ui::drafts {
namespace {

constexpr std::size_t kKeptSteps = 100;

/// Of an object as the broker shows it: the members that can be sent, as far as the draft knows them.
QJsonObject sendable(const QJsonObject& shown, const Draft& draft) {
    QJsonObject document;
    for (auto it = shown.begin(); it != shown.end(); ++it) {
        if (draft.base.contains(it.key()) || draft.wanted.contains(it.key())) {
            document.insert(it.key(), it.value());
        }
    }
    return document;
}

} // namespace

Changes::Changes(client::AdminClient& client, Drafts& drafts, QString file, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_drafts(drafts)
    , m_file(std::move(file)) {
    load();
}

void Changes::apply(const std::vector<Subject>& subjects) {
    for (const Subject& subject : subjects) {
        if (const Draft* draft = m_drafts.find(subject)) {
            run({*draft, Applied::By::Review});
        }
    }
    if (!m_running) {
        emit finished(0, 0);
    }
}

void Changes::applyNow(Draft draft) {
    const Subject subject = draft.subject;
    m_drafts.put(std::move(draft));
    apply({subject});
}

void Changes::undo() {
    if (m_at > 0 && !m_running) {
        run({m_steps[m_at - 1].back, Applied::By::Undo});
    }
}

void Changes::redo() {
    if (m_at < m_steps.size() && !m_running) {
        run({m_steps[m_at].forward, Applied::By::Redo});
    }
}

QString Changes::undoTitle() const {
    return m_at > 0 ? m_steps[m_at - 1].forward.title : QString();
}

QString Changes::redoTitle() const {
    return m_at < m_steps.size() ? m_steps[m_at].forward.title : QString();
}

void Changes::run(Job job) {
    m_queue.push_back(std::move(job));
    if (!m_running) {
        m_running = true;
        m_applied = 0;
        m_notApplied = 0;
        next();
    }
}

void Changes::next() {
    if (m_queue.empty()) {
        m_running = false;
        emit finished(m_applied, m_notApplied);
        return;
    }
    const Job job = m_queue.front();
    m_queue.pop_front();
    send(job);
}

void Changes::send(const Job& job) {
    const Draft& draft = job.draft;
    const auto use = [this, job](const client::Outcome<Document>& outcome) {
        outcome ? took(job, *outcome) : refused(job, outcome.error());
    };
    switch (draft.act) {
    case Act::Create:
        deliver(m_client.call("POST", collectionPath(draft.subject), draft.wanted), this, use);
        return;
    case Act::Update:
        deliver(m_client.call("PATCH", objectPath(draft.subject), patchBetween(draft.base, draft.wanted), draft.etag),
                this, use);
        return;
    case Act::Delete:
        deliver(m_client.call("DELETE", objectPath(draft.subject), {}, draft.etag), this, use);
        return;
    }
}

void Changes::took(const Job& job, const Document& result) {
    ++m_applied;
    forget(job.draft.subject);
    remember(job, result);
    if (job.by == Applied::By::Review) {
        m_drafts.discard(job.draft.subject);
    }
    emit applied({job.draft, result.value, result.etag, job.merged, job.by});
    next();
}

void Changes::refused(const Job& job, const client::Failure& failure) {
    if (failure.stale() && job.draft.act == Act::Update) {
        deliver(m_client.call("GET", objectPath(job.draft.subject)), this,
                [this, job](const client::Outcome<Document>& theirs) {
                    theirs ? mergeWith(job, *theirs) : refused(job, theirs.error());
                });
        return;
    }
    ++m_notApplied;
    troubleOf(job.draft.subject) = {job.draft.subject, failure, {}};
    emit failed(job.draft.subject, failure);
    next();
}

void Changes::mergeWith(Job job, const Document& theirs) {
    const QJsonObject now = sendable(theirs.value, job.draft);
    Merged merged = merge(job.draft.base, job.draft.wanted, now);
    for (const Conflict& conflict : merged.conflicts) {
        setAt(merged.document, conflict.pointer, conflict.mine);
    }
    job.draft.base = now;
    job.draft.wanted = merged.document;
    job.draft.etag = theirs.etag;
    job.merged = true;
    if (merged.conflicts.empty()) {
        send(job);
        return;
    }
    // Taking something back that was changed since is an edit of its own: it has to be looked at.
    ++m_notApplied;
    m_drafts.put(job.draft);
    troubleOf(job.draft.subject) = {job.draft.subject, {}, std::move(merged.conflicts)};
    emit conflicted(job.draft.subject);
    next();
}

const client::Failure* Changes::failureOf(const Subject& subject) const {
    const auto found = std::find_if(m_troubles.begin(), m_troubles.end(),
                                    [&](const Trouble& trouble) { return trouble.subject == subject; });
    return found == m_troubles.end() || !found->conflicts.empty() ? nullptr : &found->failure;
}

std::vector<Conflict> Changes::conflictsOf(const Subject& subject) const {
    const auto found = std::find_if(m_troubles.begin(), m_troubles.end(),
                                    [&](const Trouble& trouble) { return trouble.subject == subject; });
    return found == m_troubles.end() ? std::vector<Conflict>() : found->conflicts;
}

void Changes::takeTheirs(const Subject& subject, const QString& pointer) {
    Trouble& trouble = troubleOf(subject);
    const auto conflict = std::find_if(trouble.conflicts.begin(), trouble.conflicts.end(),
                                       [&](const Conflict& one) { return one.pointer == pointer; });
    const Draft* draft = m_drafts.find(subject);
    if (conflict == trouble.conflicts.end() || draft == nullptr) {
        return;
    }
    Draft changed = *draft;
    setAt(changed.wanted, pointer, conflict->theirs);
    trouble.conflicts.erase(conflict);
    m_drafts.put(std::move(changed));
}

Changes::Trouble& Changes::troubleOf(const Subject& subject) {
    for (Trouble& trouble : m_troubles) {
        if (trouble.subject == subject) {
            return trouble;
        }
    }
    return m_troubles.emplace_back(Trouble{subject, {}, {}});
}

void Changes::forget(const Subject& subject) {
    std::erase_if(m_troubles, [&](const Trouble& trouble) { return trouble.subject == subject; });
}

void Changes::remember(const Job& job, const Document& result) {
    if (!canBeTakenBack(job.draft)) {
        return;
    }
    const Draft opposite = inverse(job.draft, result.value, result.etag);
    switch (job.by) {
    case Applied::By::Review:
        m_steps.resize(m_at);
        m_steps.push_back({job.draft, opposite});
        if (m_steps.size() > kKeptSteps) {
            m_steps.erase(m_steps.begin());
        }
        m_at = m_steps.size();
        break;
    case Applied::By::Undo:
        m_steps[--m_at].forward = opposite;
        break;
    case Applied::By::Redo:
        m_steps[m_at++].back = opposite;
        break;
    }
    keep();
    emit undoChanged();
}

void Changes::keep() {
    if (m_file.isEmpty()) {
        return;
    }
    QJsonArray list;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        list.append(QJsonObject{{QStringLiteral("forward"), toJson(m_steps[i].forward)},
                                {QStringLiteral("back"), toJson(m_steps[i].back)},
                                {QStringLiteral("done"), i < m_at}});
    }
    // What cannot be kept can still be undone until the program ends, and from History afterwards.
    static_cast<void>(writeKept(m_file, list));
}

void Changes::load() {
    for (const QJsonValueConstRef one : readKept(m_file)) {
        const auto forward = draftFrom(one.toObject().value(QLatin1String("forward")).toObject());
        const auto back = draftFrom(one.toObject().value(QLatin1String("back")).toObject());
        if (forward && back) {
            m_steps.push_back({*forward, *back});
            m_at += one.toObject().value(QLatin1String("done")).toBool() ? 1 : 0;
        }
    }
}

} // namespace gatehouse::ui::drafts
