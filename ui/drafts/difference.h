// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace gatehouse::ui::drafts {

/// One member in which two documents differ.
struct Line {
    enum class Kind { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    QString pointer; ///< JSON Pointer: "/mapping/attributes/email", "/domains"
    QJsonValue before;
    QJsonValue after;
    bool secret = false; ///< say that it changed, never what it is
    friend bool operator==(const Line&, const Line&) = default;
};

/// What differs, member by member in the order of the pointers. Members of `secrets` (JSON Pointers) show no value.
/// Elements of a list of objects that carry a name of their own ("target", "name", "id") are compared by it and
/// appear under it; every other list of objects is one line; of a list of words each word is one line.
[[nodiscard]] std::vector<Line> difference(const QJsonObject& before, const QJsonObject& after,
                                           const QStringList& secrets = {});

/// The merge patch that makes `after` of `before` (RFC 7396).
[[nodiscard]] QJsonObject patchBetween(const QJsonObject& before, const QJsonObject& after);

/// A member that both sides changed, differently.
struct Conflict {
    QString pointer;
    QJsonValue mine;
    QJsonValue theirs;
};
struct Merged {
    QJsonObject document; ///< theirs, with my changes where they did not touch the same member; theirs in a conflict
    std::vector<Conflict> conflicts;
};
/// Three ways: what I changed from `base` laid on what they made of it.
[[nodiscard]] Merged merge(const QJsonObject& base, const QJsonObject& mine, const QJsonObject& theirs);

/// Sets the member at a pointer of object members; makes the objects on the way. Undefined removes it.
void setAt(QJsonObject& document, const QString& pointer, const QJsonValue& value);
[[nodiscard]] QJsonValue valueAt(const QJsonObject& document, const QString& pointer);

} // namespace gatehouse::ui::drafts
