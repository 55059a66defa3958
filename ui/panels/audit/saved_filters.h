// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QByteArray>
#include <QObject>
#include <QString>

namespace gatehouse::ui::panels::audit {

struct SavedFilter {
    QString name;
    QString filter;      ///< as one writes it
    bool pinned = false; ///< a button of its own above the log
    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

/// The filters that somebody gave a name, in the order in which they were made; in the user's settings, for all tenants
/// and windows. The first time there are three to begin with.
class SavedFilters final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] std::vector<SavedFilter> all() const;
    /// Keeps it under that name, in place of the one of the same name.
    void save(const QString& name, const QString& filter);
    /// False if the new name is empty or another one's.
    [[nodiscard]] bool rename(const QString& name, const QString& newName);
    void setPinned(const QString& name, bool pinned);
    void remove(const QString& name);

    /// A file that importFile() takes, on this computer or another.
    [[nodiscard]] QByteArray exported() const;
    struct Imported {
        int added = 0;
        int known = 0;   ///< were there already, word for word
        QString problem; ///< empty, or why nothing was taken
    };
    /// Adds the filters of such a file; all of them, or none where one cannot be understood. One whose name is taken by
    /// another filter gets a number behind it: nothing of one's own is lost.
    [[nodiscard]] Imported importFile(const QByteArray& file);

signals:
    void changed();

private:
    void write(const std::vector<SavedFilter>& filters);
};

} // namespace gatehouse::ui::panels::audit
