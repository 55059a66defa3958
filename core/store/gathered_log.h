// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gatehouse::store {

/// The name of a SQLite VFS that is the system's own, but for the write-ahead log: SQLite writes a page and the 24
/// octets before it by two calls each, some hundred in a commit, and this gathers what follows on from one another
/// into one. Everything is handed to the system before a sync, a read, or any other look at the file, so what is
/// durable when is as without it. For the one connection that writes. nullptr if SQLite refuses it.
[[nodiscard]] const char* gatheredLogVfs();

} // namespace gatehouse::store
