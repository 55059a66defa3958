// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QObject>
#include <QTimer>

#include "ui/drafts/draft.h"

namespace gatehouse::ui::drafts {

/// Every edit that is not applied yet, of all panels; kept across restarts in one file of the user (mode 0600) without
/// secrets. A panel puts what it edits here as it is edited, and finds it again when it shows the object.
class Drafts final : public QObject {
    Q_OBJECT
public:
    /// `file`: where to keep them; empty: in memory only.
    explicit Drafts(QString file = {}, QObject* parent = nullptr);
    ~Drafts() override;

    /// Keeps a draft in place of the one of the same subject. A ready Update that changes nothing is dropped.
    void put(Draft draft);
    void discard(const Subject& subject);
    /// nullptr where there is none. Valid until the next change.
    [[nodiscard]] const Draft* find(const Subject& subject) const;
    [[nodiscard]] const std::vector<Draft>& all() const { return m_drafts; }
    /// Those that can be applied.
    [[nodiscard]] std::vector<Draft> ready() const;
    /// Some draft of that panel and tenant (any tenant if empty) is there.
    [[nodiscard]] bool any(const QString& panel, const QString& tenant = {}) const;
    /// Writes what is not written yet. False if the file cannot be written; the reason is in problem().
    bool save();
    [[nodiscard]] const QString& problem() const { return m_problem; }

signals:
    void changed();

private:
    void load();
    void touched();

    QString m_file;
    std::vector<Draft> m_drafts;
    QTimer m_saving;
    QString m_problem;
};

} // namespace gatehouse::ui::drafts
