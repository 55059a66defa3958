// SPDX-License-Identifier: Apache-2.0
#include "store/planner_statistics.h"

namespace gatehouse::store {
namespace {

// Of an index with n columns, as sqlite_stat1 has it: rows in all, then rows behind one, two, ... n columns. The
// primary key of a table without rowid goes by the table's name. (SQLite, "ANALYZE" and fileformat2.html, 2.6.3.)
constexpr std::string_view kInsert =
    "INSERT INTO sqlite_stat1 (tbl, idx, stat)"
    " SELECT t.name, CASE WHEN l.origin = 'pk' AND t.wr THEN t.name ELSE l.name END,"
    " '1000000'"
    " || (SELECT group_concat(CASE WHEN c.seqno = n.columns - 1 AND l.\"unique\" THEN ' 1'"
    "                              WHEN c.seqno = 0 AND c.name IN ('tenant', 'tenant_id') THEN ' 100000'"
    "                              ELSE ' 20' END, '')"
    "     FROM pragma_index_info(l.name) c, (SELECT COUNT(*) AS columns FROM pragma_index_info(l.name)) n)"
    " FROM pragma_table_list t, pragma_index_list(t.name) l"
    " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'";

} // namespace

Status writePlannerStatistics(SqliteWriter& writer) {
    ENSURE(writer.script("ANALYZE schema_migrations")); // makes the table
    ENSURE(writer.execute("DELETE FROM sqlite_stat1", {}));
    ENSURE(writer.execute(kInsert, {}));
    return writer.script("ANALYZE sqlite_schema"); // reads it
}

} // namespace gatehouse::store
