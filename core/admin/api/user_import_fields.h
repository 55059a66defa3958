// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what imports people.
#include "admin/api/fields.h"
#include "admin/api/user_import.h"

namespace gatehouse::admin::api {

template <>
struct Fields<UserImportRow> {
    static constexpr std::string_view name = "UserImportRow";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("line", s.line, {.min = 0, .about = "Where it stands in the list"});
        v("user", s.user, {.required = true, .about = "Members of User; what is left out stays as it is"});
        v("roles", s.roles, {.maxLength = 200, .about = "Names, given besides those that are there"});
        v("groups", s.groups, {.maxLength = 400, .about = "Names, joined besides those that are there"});
    }
};

template <>
struct Fields<UserImport> {
    static constexpr std::string_view name = "UserImport";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("rows", s.rows, {.required = true, .about = "At most 500, written in one transaction"});
        v("existing", s.existing, {.oneOf = "update|skip"});
        v("dryRun", s.dryRun, {.about = "Write nothing"});
    }
};

template <>
struct Fields<UserImported> {
    static constexpr std::string_view name = "UserImported";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("line", s.line, kReadOnly);
        v("act", s.act, {.access = Access::ReadOnly, .oneOf = "create|update|same|skip|refuse"});
        v("id", s.id, kReadOnly);
        v("name", s.name, kReadOnly);
        v("errors", s.errors, kReadOnly);
    }
};

template <>
struct Fields<UserImportReport> {
    static constexpr std::string_view name = "UserImportReport";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("created", s.created, kReadOnly);
        v("updated", s.updated, kReadOnly);
        v("same", s.same, kReadOnly);
        v("skipped", s.skipped, kReadOnly);
        v("refused", s.refused, kReadOnly);
        v("rows", s.rows, kReadOnly);
    }
};

} // namespace gatehouse::admin::api
