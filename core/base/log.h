// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace gatehouse::log {

enum class Level { Debug, Info, Warn, Error, Off };
enum class Format { Text, Json };

/// One member of a log line. Slugs and ids only: never a token, a secret or personal data.
struct Field {
    std::string_view name;
    std::string value;
};

/// Sets where lines go (stderr) and how they look. Call once, before threads start.
void configure(Format format, Level level);

/// Writes one line: time, level, `event` (a slug such as "http.listen") and the fields, control characters escaped.
void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

inline void info(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::Info, event, fields);
}
inline void warn(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::Warn, event, fields);
}
inline void error(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::Error, event, fields);
}
inline void debug(std::string_view event, std::initializer_list<Field> fields = {}) {
    write(Level::Debug, event, fields);
}

} // namespace gatehouse::log
